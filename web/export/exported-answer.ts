/**
 * An answer prepared for export: question, text without unresolved citation marks, sources, and how it ended. For an
 * answer written by a language model also its author, the verification result, and remarks on its sentences.
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

/** The kind of a paragraph, which each export format styles in its own way; see `AnswerParagraph`. */
export type ParagraphKind = 'text' | 'heading' | 'nearest'

/** A piece of text, the citations that follow it, and this program's remark on the sentence that ends there. */
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
  /** The author, the verification result, and the documents chosen by hand; absent for plain quotations. */
  written?: string
  paragraphs: readonly ExportedParagraph[]
  /** The sources that the text cites. */
  cited: readonly Source[]
  /**
   * The sources that the text does not cite: close to the question, or merely near if nothing answers it. Without those
   * that the model only looked at.
   */
  further: readonly Source[]
}

export function exportedAnswer({ question, answer }: Exchange): ExportedAnswer {
  const asked = textOf(question)
  if (!answer) return { question: asked, ending: 'stopped', paragraphs: [], cited: [], further: [] }
  const complete = outcomeOf(answer) !== undefined
  // An answer without an outcome was stopped, perhaps in the middle of a citation mark: parse it as streaming.
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

/** A remark on an answer that is incomplete or not direct; `undefined` for a normal answer. */
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

/** The heading of the documents that the answer does not cite. */
export function furtherHeading({ ending }: Pick<ExportedAnswer, 'ending'>): string {
  return ending === 'nothing-found' ? 'Near, but not an answer' : 'Not cited, but close to the question'
}

/** Removes unresolved citation marks; the remark mentions unknown numbers in words. */
function exported(paragraph: AnswerParagraph): ExportedParagraph {
  const isParsed = paragraph.voice === 'model' || paragraph.voice === 'plain'
  const statements = statementsOf(paragraph).map(({ text, citations, check }) => {
    const remark = check && remarkOnSentence(check)
    // Marks that remain in the text are not numbers of this answer's sources.
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

/** A remark as it is appended to a sentence. */
export const inBrackets = (remark: string) => `[${remark}]`

/** Every source document of the answers once, in order. */
export function sourcesOfAll(answers: readonly ExportedAnswer[]): Source['document'][] {
  const documents = new Map<string, Source['document']>()
  for (const { cited, further } of answers)
    for (const { document } of [...cited, ...further]) documents.set(document.id, document)
  return [...documents.values()]
}
