/** An answer as it leaves the page: its question, its text without dead markers, its sources, and how it ended. */
import type { Source } from '../../server/chat/message.ts'
import { type Exchange, outcomeOf, textOf } from '../conversation/message-parts.ts'
import type { Paragraph } from '../conversation/parse-answer.ts'
import { readAnswer } from '../conversation/read-answer.ts'

/** `nothing-found`: the archive holds no answer. `stopped`: the answer was stopped or broke off. */
export type Ending = 'answered' | 'nothing-found' | 'stopped'

export interface ExportedAnswer {
  question: string
  ending: Ending
  paragraphs: readonly Paragraph[]
  /** What the text cites, by number. */
  cited: readonly Source[]
  /** What it does not cite: close to the question; where nothing answers, merely near it. */
  further: readonly Source[]
}

// What reads as a citation but is none of the answer's own sources. No text of the archive holds such a marker.
const DEAD_MARKER = /\s*\[\d{1,3}\]/g

export function exportedAnswer({ question, answer }: Exchange): ExportedAnswer {
  const asked = textOf(question)
  if (!answer) return { question: asked, ending: 'stopped', paragraphs: [], cited: [], further: [] }
  const outcome = outcomeOf(answer)?.outcome
  // An answer without an outcome ends wherever it was stopped, perhaps in the middle of a marker.
  const { paragraphs, sources, claims } = readAnswer(answer, outcome === undefined)
  return {
    question: asked,
    ending: outcome ?? 'stopped',
    paragraphs: paragraphs.map(withoutDeadMarkers),
    cited: sources.filter(({ n }) => claims.has(n)),
    further: sources.filter(({ n }) => !claims.has(n)),
  }
}

/** What an export says of an answer that is none, or not whole; `undefined` where there is nothing to say. */
export function remarkOn({
  ending,
  paragraphs,
  further,
}: Pick<ExportedAnswer, 'ending' | 'further'> & { paragraphs: readonly unknown[] }): string | undefined {
  if (ending === 'stopped')
    return paragraphs.length > 0
      ? 'This answer was stopped before its end.'
      : 'The question was stopped before an answer came.'
  if (ending === 'answered') return undefined
  const none = 'The archive holds no answer to this question.'
  return further.length > 0 ? `${none} The documents listed here are merely near to it.` : none
}

/** What stands above the documents that the answer does not cite. */
export function furtherHeading({ ending }: Pick<ExportedAnswer, 'ending'>): string {
  return ending === 'nothing-found' ? 'Near, but not an answer' : 'Not cited, but close to the question'
}

function withoutDeadMarkers(paragraph: Paragraph): Paragraph {
  return paragraph.map(({ text, citations }) => ({ text: text.replace(DEAD_MARKER, ''), citations }))
}

/** Every source of the answers once, in their order. */
export function sourcesOfAll(answers: readonly ExportedAnswer[]): Source['document'][] {
  const documents = new Map<string, Source['document']>()
  for (const { cited, further } of answers)
    for (const { document } of [...cited, ...further]) documents.set(document.id, document)
  return [...documents.values()]
}
