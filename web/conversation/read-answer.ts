/** An answer as the screen needs it: its paragraphs, sources, and what each source is cited for. */
import type { ChatMessage, Source } from '../../server/chat/message.ts'
import { outcomeOf, sourcesOf, textOf, verdictsOf } from './message-parts.ts'
import { claimsBySource, type Paragraph, parseAnswer } from './parse-answer.ts'
import { parseProse } from './parse-prose.ts'

export interface ReadAnswer {
  paragraphs: readonly Paragraph[]
  sources: readonly Source[]
  claims: ReadonlyMap<number, readonly string[]>
  /** Nothing in the archive answers: the sources are merely near. */
  near: boolean
}

export function readAnswer(answer: ChatMessage, streaming: boolean): ReadAnswer {
  const sources = sourcesOf(answer)
  const near = outcomeOf(answer)?.outcome === 'nothing-found'
  const numbers = new Set(near ? [] : sources.map(({ n }) => n))
  const checked = verdictsOf(answer)
  const paragraphs =
    checked.length > 0
      ? parseProse(textOf(answer), numbers, checked, streaming)
      : parseAnswer(textOf(answer), numbers, streaming)
  return { paragraphs, sources, claims: claimsBySource(paragraphs), near }
}
