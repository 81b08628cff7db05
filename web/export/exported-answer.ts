/**
 * An answer as it leaves the page: its question, its text without dead markers, its sources, and how it ended. Where a
 * language model wrote it, who, how it was checked, and what is to be said of its sentences go with it.
 */
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import { withoutCitationMarks } from '../../server/contract/citation-mark.ts'
import { chosenIn, describeChosen } from '../conversation/chosen-documents.ts'
import {
  type Exchange,
  outcomeOf,
  textOf,
  textsOf,
  verdictsOf,
  writerOf,
} from '../conversation/message-parts.ts'
import type { Citation } from '../conversation/parse-answer.ts'
import { type AnswerParagraph, readAnswer, statementsOf } from '../conversation/read-answer.ts'
import { tellWriter } from '../conversation/tell-writer.ts'
import { countHeld, NOT_OUTRIGHT, remarkOnSentence } from '../conversation/verdict-words.ts'

/** `stopped`: the answer was stopped or broke off. */
type Ending = Outcome | 'stopped'

/** What a paragraph is, so that each form of export sets it off in its own way; see `AnswerParagraph`. */
export type ParagraphKind = 'text' | 'heading' | 'nearest'

/** Some text, the citations that follow it, and what this program has to say of the sentence that ends here. */
export interface ExportedStatement {
  text: string
  citations: readonly Citation[]
  remark?: string
}

interface ExportedParagraph {
  kind: ParagraphKind
  statements: readonly ExportedStatement[]
}

export interface ExportedAnswer {
  question: string
  ending: Ending
  /** Who wrote it, how it was checked, and what was chosen by hand; absent where it is quotations, and nothing was. */
  written?: string
  paragraphs: readonly ExportedParagraph[]
  /** What the text cites, by number. */
  cited: readonly Source[]
  /**
   * What it does not cite: close to the question; where nothing answers, merely near it. What the model only looked at is
   * neither.
   */
  further: readonly Source[]
}

export function exportedAnswer({ question, answer }: Exchange): ExportedAnswer {
  const asked = textOf(question)
  if (!answer) return { question: asked, ending: 'stopped', paragraphs: [], cited: [], further: [] }
  const complete = outcomeOf(answer) !== undefined
  // An answer without an outcome ends wherever it was stopped, perhaps in the middle of a marker.
  const { paragraphs, sources, claims, outcome } = readAnswer(answer, !complete)
  const chosen = describeChosen(chosenIn(question))
  const written = [writtenBy(answer), chosen && `Documents chosen by hand: ${chosen}.`]
    .filter(Boolean)
    .join(' ')
  return {
    question: asked,
    ending: complete && outcome ? outcome : 'stopped',
    ...(written ? { written } : {}),
    paragraphs: paragraphs.map(exported),
    cited: sources.filter(({ n }) => claims.has(n)),
    further: sources.filter(({ n, lookedAt }) => !claims.has(n) && !lookedAt),
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
  if (ending === 'answered' || ending === 'about-the-archive') return undefined
  if (ending === 'near') return NOT_OUTRIGHT
  const none = 'The archive holds no answer to this question.'
  return further.length > 0 ? `${none} The documents listed here are merely near to it.` : none
}

/** What stands above the documents that the answer does not cite. */
export function furtherHeading({ ending }: Pick<ExportedAnswer, 'ending'>): string {
  return ending === 'nothing-found' ? 'Near, but not an answer' : 'Not cited, but close to the question'
}

/** A number that leads nowhere is told in words where a verdict says so; it does not stay as a marker. */
function exported(paragraph: AnswerParagraph): ExportedParagraph {
  const isParsed = paragraph.voice === 'model' || paragraph.voice === 'plain'
  const statements = statementsOf(paragraph).map(({ text, citations, check }) => {
    const remark = check && remarkOnSentence(check)
    // What reads as a citation but is none of the answer's own sources.
    return {
      text: isParsed ? withoutCitationMarks(text) : text,
      citations,
      ...(remark ? { remark } : {}),
    }
  })
  return { kind: paragraph.heading ? 'heading' : paragraph.nearest ? 'nearest' : 'text', statements }
}

function writtenBy(answer: ChatMessage): string | undefined {
  const written = writerOf(answer)
  if (!written || written.writer === 'quotations') return undefined
  const checked = verdictsOf(answer)
  const told = tellWriter(written.writer, {
    failed: Boolean(written.failure),
    begun: textsOf(answer).length > 1,
  })
  if (checked.length === 0) return told
  const remarks = checked.some((check) => remarkOnSentence(check))
    ? ' Remarks in brackets are Aide-Mémoire’s.'
    : ''
  return `${told} ${countHeld(checked)}.${remarks}`
}

/** Behind the sentence, set off from its words. */
export const inBrackets = (remark: string) => `[${remark}]`

/** Every source of the answers once, in their order. */
export function sourcesOfAll(answers: readonly ExportedAnswer[]): Source['document'][] {
  const documents = new Map<string, Source['document']>()
  for (const { cited, further } of answers)
    for (const { document } of [...cited, ...further]) documents.set(document.id, document)
  return [...documents.values()]
}
