/** An answer as the screen needs it: its paragraphs, sources, and what each source is cited for. */
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import { outcomeOf, sourcesOf, textsOf, verdictsOf, writerOf } from './message-parts.ts'
import { claimsBySource, type Paragraph, parseAnswer, withPlaces } from './parse-answer.ts'
import { parseProse } from './parse-prose.ts'

export interface ReadAnswer {
  paragraphs: readonly Paragraph[]
  /** How many of these, from the first, a language model wrote; the others say why it failed, and quote. */
  written: number
  sources: readonly Source[]
  claims: ReadonlyMap<number, readonly string[]>
  /** Nothing in the archive answers: the sources are merely near. */
  near: boolean
}

export function readAnswer(answer: ChatMessage, streaming: boolean): ReadAnswer {
  const sources = sourcesOf(answer)
  const numbers = new Set(sources.map(({ n }) => n))
  const nothing = outcomeOf(answer)?.outcome === 'nothing-found'
  const { prose, quoted } = voicesOf(answer)
  const written = parseProse(prose, numbers, verdictsOf(answer), streaming && quoted === '')
  const near = nothing && claimsBySource(written).size === 0
  const paragraphs = withPlaces([
    ...written,
    ...parseAnswer(quoted, nothing ? new Set() : numbers, streaming),
  ])
  return { paragraphs, written: written.length, sources, claims: claimsBySource(paragraphs), near }
}

/** What a language model wrote, and what is quoted: where a model failed, the last text is in its place. */
function voicesOf(answer: ChatMessage): { prose: string; quoted: string } {
  const texts = textsOf(answer)
  const writer = writerOf(answer)
  const joined = (some: readonly string[]) => some.join('\n\n')
  if (!writer || writer.writer === 'quotations') return { prose: '', quoted: joined(texts) }
  if (!writer.failure) return { prose: joined(texts), quoted: '' }
  return { prose: joined(texts.slice(0, -1)), quoted: texts.at(-1) ?? '' }
}
