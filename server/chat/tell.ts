/** An answer in words: what is quoted and from where, or that there is nothing to quote. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { formatDate } from '../../corpus/reduced-date.ts'
import type { ExtractiveAnswer } from '../answer/extract.ts'
import type { Source } from '../contract/chat-message.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { describePeriod } from '../understanding/describe.ts'

/** The first line of an answer about one document: which. */
export function tellAbout({ title, date }: ArchiveDocument): string {
  return `About: “${title}” (${formatDate(date)}).\n\n`
}

/** The answer's text, piece by piece, each sentence with its source's number. */
export function* tell(
  { opening, paragraphs }: ExtractiveAnswer,
  { understanding, widened, answerability }: Retrieval,
  sources: readonly Source[],
): Generator<string> {
  const bounds = understanding.periods.filter(({ hard }) => hard).map(describePeriod)
  // An answer, but not to all of the question.
  if (answerability.answerable && answerability.reason) yield `${answerability.reason} `
  if (widened) yield `No document here that speaks to this is dated ${bounds.join(' or ')}. Looking beyond: `
  yield opening
  for (const { document, leadIn, sentences } of paragraphs) {
    const n = sources.find((source) => source.document.id === document.id)?.n
    yield `\n\n${leadIn}:`
    for (const sentence of sentences) yield ` ${sentence} [${n}]`
  }
}

export const NOTHING = 'No document in this archive speaks to the question closely enough to quote.'

export const NO_SUMMARY = 'The archive gives no summary of this document, so nothing of it can be quoted.'

export function* tellNothingFound(sources: readonly Source[], reason: string): Generator<string> {
  yield `This archive holds no answer that can be quoted. ${reason}`
  const [nearest] = sources
  if (!nearest) yield ' Try other words, a name or a year.'
  else {
    const { document } = nearest
    yield ` The documents shown are merely the nearest in wording or meaning. First among them: “${document.title}” (${formatDate(document.date)}).`
  }
}
