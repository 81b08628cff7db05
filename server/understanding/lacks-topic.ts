/**
 * Detects a complete question without a topic of its own: "Who negotiated for the Americans?" and "How many sailors
 * died?" ask for details of an event that the conversation named before.
 */
import { stem } from '../../corpus/lexicon.ts'
import { remainingContentStems } from './content-words.ts'
import type { Understanding } from './understanding.ts'

/** Stems of words for details that any event has: participants, sides, numbers, start and end. */
const EVENT_DETAIL_STEMS = new Set(
  `negotiate negotiator negotiation attend attendance participate participant participation present represent representative
   delegate delegation sign signer signatory mediate mediator side party role involve involved responsible initiate
   people person man men woman women soldier sailor crew officer member victim casualty prisoner hostage survivor
   die died death kill wound injure capture release number total last begin start end finish result outcome cost succeed fail win lose`
    .split(/\s+/)
    .map(stem),
)

const INTERROGATIVE_START =
  /^\s*(?:what|how|why|who|whom|whose|when|where|which|did|does|do|was|were|is|are|had|has|have)\b/i
/** A place with one of these prepositions is a topic; without one it is a side that acts. */
const LOCATION_PREPOSITION = /\b(?:in|at|near|inside|outside|around|over|to|from)\s+(?:the\s+)?$/i

export function lacksTopic({ text, ...own }: Understanding & { text: string }): boolean {
  const { names, periods, types, publishers } = own
  if (!INTERROGATIVE_START.test(text) || periods.length + types.length + publishers.length > 0) return false
  const isSide = ({ entities, start }: (typeof names)[number]) =>
    entities.every(({ kind }) => kind === 'place' || kind === 'organization') &&
    !LOCATION_PREPOSITION.test(text.slice(0, start))
  const beyond = remainingContentStems(own)
  // "Where is Hungary?" is about Hungary. Without any name there is no topic.
  if (beyond.length === 0 && names.length > 0) return false
  return names.every(isSide) && beyond.every((word) => EVENT_DETAIL_STEMS.has(word))
}
