/** One answer as a UI-message stream: the sources, the text sentence by sentence, what to ask next, the outcome. */
import { createUIMessageStream, type InferUIMessageChunk } from 'ai'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { extractAnswer } from '../answer/extract.ts'
import { suggestQuestions } from '../answer/suggest.ts'
import { isNear, worthQuoting } from '../answer/worth-quoting.ts'
import type { Archive } from '../archive.ts'
import { reasonFor } from '../retrieval/reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { passagesFrom, sentencesFor } from '../retrieval/sentences.ts'
import { describeUnderstanding } from '../understanding/describe.ts'
import { type About, lookInto, sharesWords } from './about.ts'
import type { ChatMessage, Source } from './message.ts'
import { NO_SUMMARY, NOTHING, tell, tellAbout, tellNothingFound } from './tell.ts'

/** Documents considered for an answer, and documents shown where there is none. */
const CONSIDERED = 10
const NEAREST = 5
const SUGGESTIONS = 3

type Chunk = InferUIMessageChunk<ChatMessage>

export interface Asked {
  question: string
  /** Questions asked before in this conversation. */
  before: readonly string[]
  /** Keys of understood items that the reader took back. */
  without: readonly string[]
  /** The document that the question is about. */
  about?: ArchiveDocument
}

/** Streams the answer to a question. `signal` ends the work when the reader has left; `report` is told of failures. */
export function answerStream(
  asked: Asked,
  archive: Archive,
  options: { signal: AbortSignal; report: (error: unknown) => void },
): ReadableStream<Chunk> {
  return createUIMessageStream<ChatMessage>({
    async execute({ writer }) {
      for await (const chunk of answer(asked, archive, options.signal)) {
        if (options.signal.aborted) return
        writer.write(chunk)
      }
    },
    onError(error) {
      if (!options.signal.aborted) options.report(error)
      return 'The answer could not be finished. Please try again.'
    },
  })
}

async function* answer(asked: Asked, archive: Archive, signal: AbortSignal): AsyncGenerator<Chunk> {
  const { question, before } = asked
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
  const extract = extractAnswer(question, candidates, first)
  const cited = extract?.paragraphs.map(({ document }) => document.id) ?? []
  const shown =
    extract && answerable
      ? considered.filter((each) => cited.includes(each.document.id) || isNear(each, retrieval))
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
    passages: passagesFrom(document, sentences),
    why,
  }))

  const why = about?.whole && about.document.summary === null ? NO_SUMMARY : reason

  yield { type: 'data-understanding', data: describeUnderstanding(retrieval) }
  yield { type: 'data-sources', data: { sources } }
  const id = 'answer'
  yield { type: 'text-start', id }
  if (about) yield { type: 'text-delta', id, delta: tellAbout(about.document) }
  for (const delta of extract
    ? tell(extract, retrieval, sources)
    : tellNothingFound(sources.slice(about ? 1 : 0), why))
    yield { type: 'text-delta', id, delta }
  yield { type: 'text-end', id }
  yield {
    type: 'data-outcome',
    data: extract ? { outcome: 'answered' } : { outcome: 'nothing-found', reason: why },
  }
  const questions = await suggestQuestions(retrieval, [...before, question], archive, {
    count: SUGGESTIONS,
    signal,
  })
  yield { type: 'data-suggestions', data: { questions } }
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
