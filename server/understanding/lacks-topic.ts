/**
 * Whether a question has no topic of its own: "Who negotiated for the Americans?", "How many sailors died?" ask for the
 * people, the sides and the numbers of something that was spoken of before.
 */
import { stem } from '../../corpus/lexicon.ts'
import { beyondNames } from './content-words.ts'
import type { Understanding } from './understanding.ts'

/** Words for what belongs to any event: who took part and for whom, how many, how it began and ended. */
const OF_ANY_EVENT = new Set(
  `negotiate negotiator negotiation attend attendance participate participant participation present represent representative
   delegate delegation sign signer signatory mediate mediator side party role involve involved responsible initiate
   people person man men woman women soldier sailor crew officer member victim casualty prisoner hostage survivor
   die died death kill wound injure capture release number total last begin start end finish result outcome cost succeed fail win lose`
    .split(/\s+/)
    .map(stem),
)

const WHOLE_QUESTION =
  /^\s*(?:what|how|why|who|whom|whose|when|where|which|did|does|do|was|were|is|are|had|has|have)\b/i
/** A place that something happened in is a topic; one that acts is a side. */
const LOCATES = /\b(?:in|at|near|inside|outside|around|over|to|from)\s+(?:the\s+)?$/i

export function lacksTopic({ text, ...own }: Understanding & { text: string }): boolean {
  const { names, periods, types, publishers } = own
  if (!WHOLE_QUESTION.test(text) || periods.length + types.length + publishers.length > 0) return false
  const isSide = ({ entities, start }: (typeof names)[number]) =>
    entities.every(({ kind }) => kind === 'place' || kind === 'organization') &&
    !LOCATES.test(text.slice(0, start))
  const beyond = beyondNames(own)
  // "Where is Hungary?" is about Hungary; without any name, nothing is left that it could be about.
  if (beyond.length === 0 && names.length > 0) return false
  return names.every(isSide) && beyond.every((word) => OF_ANY_EVENT.has(word))
}
