/** One answer as a UI-message stream: the sources, the text sentence by sentence, what to ask next, the outcome. */
import { createUIMessageStream, type InferUIMessageChunk } from 'ai'
import { formatDate } from '../../corpus/reduced-date.ts'
import { type ExtractiveAnswer, extractAnswer } from '../answer/extract.ts'
import { suggestQuestions } from '../answer/suggest.ts'
import { isNear, worthQuoting } from '../answer/worth-quoting.ts'
import type { Archive } from '../archive.ts'
import { reasonFor } from '../retrieval/reason.ts'
import { type RankedDocument, type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { passagesFrom, sentencesFor } from '../retrieval/sentences.ts'
import { describePeriod, describeUnderstanding } from '../understanding/describe.ts'
import type { ChatMessage, Source } from './message.ts'

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

async function* answer(
  { question, before, without }: Asked,
  archive: Archive,
  signal: AbortSignal,
): AsyncGenerator<Chunk> {
  const retrieval = await retrieve(question, archive, { before, without, signal })
  const considered = retrieval.ranked.slice(0, CONSIDERED)
  const sentences = await sentencesFor(retrieval, considered, archive)
  const { answerable, reason } = retrieval.answerability
  const candidates = worthQuoting(considered, retrieval, archive).map((ranked) => ({
    ...ranked,
    sentences: sentences.get(ranked.document.id) ?? [],
  }))
  const extract = answerable ? extractAnswer(question, candidates) : undefined
  const cited = extract?.paragraphs.map(({ document }) => document.id) ?? []
  const shown = extract
    ? considered.filter((ranked) => cited.includes(ranked.document.id) || isNear(ranked, retrieval))
    : considered.slice(0, NEAREST)
  const sources: Source[] = inOrder(shown, cited).map((ranked, index) => ({
    n: index + 1,
    document: ranked.document,
    passages: passagesFrom(ranked.document, sentences.get(ranked.document.id) ?? []),
    why: reasonFor(ranked, retrieval, archive),
  }))

  yield { type: 'data-understanding', data: describeUnderstanding(retrieval) }
  yield { type: 'data-sources', data: { sources } }
  const id = 'answer'
  yield { type: 'text-start', id }
  for (const delta of extract ? tell(extract, retrieval, sources) : tellNothingFound(sources, reason))
    yield { type: 'text-delta', id, delta }
  yield { type: 'text-end', id }
  yield {
    type: 'data-outcome',
    data: extract ? { outcome: 'answered' } : { outcome: 'nothing-found', reason: reason ?? NOTHING },
  }
  const questions = await suggestQuestions(retrieval, [...before, question], archive, {
    count: SUGGESTIONS,
    signal,
  })
  yield { type: 'data-suggestions', data: { questions } }
}

/** The cited documents in the order in which the answer cites them, then the others by rank. */
function inOrder(ranked: readonly RankedDocument[], cited: readonly string[]): RankedDocument[] {
  const place = ({ document }: RankedDocument) =>
    cited.includes(document.id) ? cited.indexOf(document.id) : cited.length
  return [...ranked].sort((a, b) => place(a) - place(b))
}

function* tell(
  { opening, paragraphs }: ExtractiveAnswer,
  { understanding, widened }: Retrieval,
  sources: readonly Source[],
): Generator<string> {
  const bounds = understanding.periods.filter(({ hard }) => hard).map(describePeriod)
  if (widened) yield `No document here that speaks to this is dated ${bounds.join(' or ')}. Looking beyond: `
  yield opening
  for (const { document, leadIn, sentences } of paragraphs) {
    const n = sources.find((source) => source.document.id === document.id)?.n
    yield `\n\n${leadIn}:`
    for (const sentence of sentences) yield ` ${sentence} [${n}]`
  }
}

const NOTHING = 'No document in this archive speaks to the question closely enough to quote.'

function* tellNothingFound(sources: readonly Source[], reason = NOTHING): Generator<string> {
  yield `This archive holds no answer that can be quoted. ${reason}`
  const [nearest] = sources
  if (!nearest) yield ' Try other words, a name or a year.'
  else {
    const { document } = nearest
    yield ` The documents shown are merely the nearest in wording or meaning. First among them: “${document.title}” (${formatDate(document.date)}).`
  }
}
