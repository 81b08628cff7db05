/** What is found for a question and what of it can be quoted: the whole answer where no language model writes. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type ExtractiveAnswer, extractAnswer } from '../answer/extract.ts'
import { leadInsOf } from '../answer/lead-in.ts'
import { isNear, worthQuoting } from '../answer/worth-quoting.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatDataParts, Source } from '../contract/chat-message.ts'
import { reasonFor } from '../retrieval/reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { passagesFrom, sentencesFor } from '../retrieval/sentences.ts'
import { type About, lookInto, sharesWords } from './about.ts'

/** Documents considered for an answer, and documents shown where there is none. */
const CONSIDERED = 10
const NEAREST = 5

/** Why there is nothing to quote, where retrieval knows no better reason. */
const NOTHING = 'No document in this archive speaks to the question closely enough to quote.'
const NO_SUMMARY = 'The archive gives no summary of this document, so nothing of it can be quoted.'

export interface Asked {
  question: string
  /** Questions asked before in this conversation. */
  before: readonly string[]
  /** Keys of understood items that the reader took back. */
  without: readonly string[]
  /** The document that the question is about. */
  about?: ArchiveDocument
}

export interface Found {
  retrieval: Retrieval
  about: About | undefined
  /** The sources of the answer in the order of its citations, then the others that are near. */
  sources: Source[]
  /** Undefined where there is nothing to quote. */
  extract: ExtractiveAnswer | undefined
  /** Why there is nothing, where there is nothing. */
  why: string
}

export async function findAndQuote(asked: Asked, archive: Archive, signal: AbortSignal): Promise<Found> {
  const { question } = asked
  const about = asked.about && (await lookInto(asked.about, question, archive, signal))
  const retrieval = await retrieveFor(asked, about, archive, signal)
  const ranked = retrieval.ranked.filter(({ document }) => document.id !== about?.document.id)
  const considered = ranked.slice(0, CONSIDERED)
  const sentences = await sentencesFor(retrieval, considered, archive)
  const { answerable, reason = NOTHING } = retrieval.answerability
  const candidates = answerable
    ? worthQuoting(considered, retrieval, archive).map((each) => ({
        ...each,
        sentences: sentences.get(each.document.id) ?? [],
      }))
    : []
  const first = about && { ...about, sentences: about.speaks ? about.sentences : [] }
  const extract = extractAnswer(
    question,
    candidates,
    archive.calibration.quotation,
    first,
    leadInsOf(archive),
  )
  const cited = extract?.paragraphs.map(({ document }) => document.id) ?? []
  const shown =
    extract && answerable
      ? considered.filter((each) => cited.includes(each.document.id) || isNear(each, retrieval, archive))
      : considered.slice(0, NEAREST)
  const sources: Source[] = [
    ...(about ? [{ ...about, why: 'the document asked about' }] : []),
    ...inOrder(shown, cited).map((each) => ({
      document: each.document,
      sentences: sentences.get(each.document.id) ?? [],
      why: reasonFor(each, retrieval, archive),
    })),
  ].map(({ document, sentences, why }, index) => ({
    n: index + 1,
    document,
    passages: passagesFrom(document, sentences, archive),
    why,
  }))

  const why = about?.whole && about.document.summary === null ? NO_SUMMARY : reason
  return { retrieval, about, sources, extract, why }
}

export function outcomeOf({ extract, why }: Found): ChatDataParts['outcome'] {
  return extract ? { outcome: 'answered' } : { outcome: 'nothing-found', reason: why }
}

/**
 * What else speaks to it. A document that is asked about is what the conversation was about before it began; but where
 * that leads to documents with no word of the question itself, the question stands alone.
 */
async function retrieveFor(
  { question, before, without }: Asked,
  about: About | undefined,
  archive: Archive,
  signal: AbortSignal,
): Promise<Retrieval> {
  const alone = { before, without, signal }
  if (!about) return retrieve(question, archive, alone)
  const { title } = about.document
  if (about.whole) return retrieve(title, archive, { without, signal })
  const within = await retrieve(question, archive, { ...alone, before: [title, ...before] })
  const first = within.ranked.slice(0, NEAREST)
  return first.some(({ document }) => sharesWords(document, question, archive))
    ? within
    : retrieve(question, archive, alone)
}

/** The cited documents in the order in which the answer cites them, then the others by rank. */
function inOrder(ranked: readonly RankedDocument[], cited: readonly string[]): RankedDocument[] {
  const place = ({ document }: RankedDocument) =>
    cited.includes(document.id) ? cited.indexOf(document.id) : cited.length
  return [...ranked].sort((a, b) => place(a) - place(b))
}
