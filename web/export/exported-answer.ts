/**
 * An answer prepared for export: question, text without unresolved citation marks, sources, and how it ended. For an
 * answer written by a language model also its author, the verification result, and remarks on its sentences.
 */
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { ChatMessage, Source } from '../../server/contract/chat-message.ts'
import { withoutCitationMarks } from '../../server/contract/citation-mark.ts'
import { chosenDocumentsIn, chosenDocumentsInWords } from '../conversation/chosen-documents.ts'
import {
  type Exchange,
  messageText,
  messageTexts,
  outcomeOf,
  verdictsOf,
  writerOf,
} from '../conversation/message-parts.ts'
import { type AnswerParagraph, parseAnswer, statementsWithLeadIn } from '../conversation/parse-answer.ts'
import type { CitationMarker } from '../conversation/parse-cited-text.ts'
import { NO_DIRECT_ANSWER, remarkOnVerdict, supportedCountInWords } from '../conversation/verdict-in-words.ts'
import { writerInWords } from '../conversation/writer-in-words.ts'

/** `stopped`: the answer was stopped or broke off. */
type Ending = Outcome | 'stopped'

/** The kind of a paragraph, which each export format styles in its own way; see `AnswerParagraph`. */
export type ParagraphKind = 'text' | 'heading' | 'nearest'

/** A piece of text, the citations that follow it, and this program's remark on the sentence that ends there. */
export interface ExportedStatement {
  text: string
  citations: readonly CitationMarker[]
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
  authorship?: string
  paragraphs: readonly ExportedParagraph[]
  /** The sources that the text cites. */
  cited: readonly Source[]
  /**
   * The sources that the text does not cite: close to the question, or merely near if nothing answers it. Without those
   * that the model only looked at.
   */
  uncited: readonly Source[]
}

export function exportedAnswer({ question, answer }: Exchange): ExportedAnswer {
  const questionText = messageText(question)
  if (!answer) return { question: questionText, ending: 'stopped', paragraphs: [], cited: [], uncited: [] }
  const complete = outcomeOf(answer) !== undefined
  // An answer without an outcome was stopped, perhaps in the middle of a citation mark: parse it as streaming.
  const { paragraphs, sources, claims, outcome } = parseAnswer(answer, !complete)
  const chosen = chosenDocumentsInWords(chosenDocumentsIn(question))
  const authorship = [authorshipOf(answer), chosen && `Documents chosen by hand: ${chosen}.`]
    .filter(Boolean)
    .join(' ')
  return {
    question: questionText,
    ending: complete && outcome ? outcome : 'stopped',
    ...(authorship ? { authorship } : {}),
    paragraphs: paragraphs.map(exportedParagraph),
    cited: sources.filter(({ n }) => claims.has(n)),
    uncited: sources.filter(({ n, lookedAt }) => !claims.has(n) && !lookedAt),
  }
}

/** A remark on an answer that is incomplete or not direct; `undefined` for a normal answer. */
export function remarkOnOutcome({
  ending,
  paragraphs,
  uncited,
}: Pick<ExportedAnswer, 'ending' | 'uncited'> & { paragraphs: readonly unknown[] }): string | undefined {
  if (ending === 'stopped')
    return paragraphs.length > 0
      ? 'This answer was stopped before its end.'
      : 'The question was stopped before an answer came.'
  if (ending === 'answered' || ending === 'about-the-archive') return undefined
  if (ending === 'near') return NO_DIRECT_ANSWER
  const none = 'The archive holds no answer to this question.'
  return uncited.length > 0 ? `${none} The documents listed here are merely near to it.` : none
}

/** The heading of the documents that the answer does not cite. */
export function uncitedHeading({ ending }: Pick<ExportedAnswer, 'ending'>): string {
  return ending === 'nothing-found' ? 'Near, but not an answer' : 'Not cited, but close to the question'
}

/** Removes unresolved citation marks; the remark mentions unknown numbers in words. */
function exportedParagraph(paragraph: AnswerParagraph): ExportedParagraph {
  const isParsed = paragraph.voice === 'model' || paragraph.voice === 'plain'
  const statements = statementsWithLeadIn(paragraph).map(({ text, citations, check }) => {
    const remark = check && remarkOnVerdict(check)
    // Marks that remain in the text are not numbers of this answer's sources.
    return {
      text: isParsed ? withoutCitationMarks(text) : text,
      citations,
      ...(remark ? { remark } : {}),
    }
  })
  return { kind: paragraph.heading ? 'heading' : paragraph.nearest ? 'nearest' : 'text', statements }
}

function authorshipOf(answer: ChatMessage): string | undefined {
  const writer = writerOf(answer)
  if (!writer || writer.writer === 'quotations') return undefined
  const checked = verdictsOf(answer)
  const writerSentence = writerInWords(writer.writer, {
    failed: Boolean(writer.failure),
    wroteText: messageTexts(answer).length > 1,
  })
  if (checked.length === 0) return writerSentence
  const remarks = checked.some((check) => remarkOnVerdict(check))
    ? ' Remarks in brackets are Aide-Mémoire’s.'
    : ''
  return `${writerSentence} ${supportedCountInWords(checked)}.${remarks}`
}

/** A remark as it is appended to a sentence. */
export const inBrackets = (remark: string) => `[${remark}]`

/** Every source document of the answers once, in order. */
export function distinctDocuments(answers: readonly ExportedAnswer[]): Source['document'][] {
  const documents = new Map<string, Source['document']>()
  for (const { cited, uncited } of answers)
    for (const { document } of [...cited, ...uncited]) documents.set(document.id, document)
  return [...documents.values()]
}
