/** One answer as a UI-message stream: the sources, the text sentence by sentence, what to ask next, the outcome. */
import { createUIMessageStream, type InferUIMessageChunk } from 'ai'
import { type ExtractiveAnswer, extractAnswer } from '../answer/extract.ts'
import { describeDocument } from '../answer/lead-in.ts'
import { suggestQuestions } from '../answer/suggest.ts'
import type { Archive } from '../archive.ts'
import { type Retrieval, retrieve, sentencesFor } from '../retrieval/retrieve.ts'
import { withPassages } from '../retrieval/search.ts'
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
  { question, before }: Asked,
  archive: Archive,
  signal: AbortSignal,
): AsyncGenerator<Chunk> {
  const retrieval = await retrieve(question, archive, { signal })
  const considered = retrieval.ranked.slice(0, CONSIDERED)
  const sentences = await sentencesFor(
    retrieval,
    considered.map(({ document }) => document),
    archive,
  )
  const candidates = considered.map((ranked) => ({
    ...ranked,
    sentences: sentences.get(ranked.document.id) ?? [],
  }))
  const extract = retrieval.answerable ? extractAnswer(question, candidates) : undefined
  const shown = extract
    ? [...extract.paragraphs.map(({ document }) => document), ...considered.map(({ document }) => document)]
    : considered.slice(0, NEAREST).map(({ document }) => document)
  const sources: Source[] = [...new Set(shown)].map((document, index) => ({
    n: index + 1,
    document,
    passages: withPassages(document, sentences.get(document.id) ?? []),
  }))

  yield { type: 'data-sources', data: { sources } }
  const id = 'answer'
  yield { type: 'text-start', id }
  for (const delta of extract ? tell(extract, sources) : tellNothingFound(sources))
    yield { type: 'text-delta', id, delta }
  yield { type: 'text-end', id }
  yield {
    type: 'data-outcome',
    data: extract ? { outcome: 'answered' } : { outcome: 'nothing-found', reason: NOTHING },
  }
  const questions = await suggestQuestions(
    suggestionSources(retrieval, sources),
    [...before, question],
    archive,
    { count: SUGGESTIONS, signal },
  )
  yield { type: 'data-suggestions', data: { questions } }
}

/** Documents near to the question that the answer did not quote come first: they lead on. */
function suggestionSources({ ranked }: Retrieval, sources: readonly Source[]) {
  const shown = new Set(sources.map(({ document }) => document.id))
  const near = ranked.slice(0, 40).map(({ document }) => document)
  return [...near.filter(({ id }) => !shown.has(id)).slice(0, 12), ...near.filter(({ id }) => shown.has(id))]
}

function* tell({ opening, paragraphs }: ExtractiveAnswer, sources: readonly Source[]): Generator<string> {
  yield opening
  for (const { document, leadIn, sentences } of paragraphs) {
    const n = sources.find((source) => source.document.id === document.id)?.n
    yield `\n\n${leadIn}:`
    for (const sentence of sentences) yield ` ${sentence} [${n}]`
  }
}

const NOTHING = 'No document in this archive speaks to the question closely enough to quote.'

function* tellNothingFound(sources: readonly Source[]): Generator<string> {
  yield 'This archive holds no answer that can be quoted.'
  const [nearest] = sources
  if (!nearest) yield ' No document shares even a word with the question. Try other words, a name or a year.'
  else {
    const { document } = nearest
    yield ` The documents shown are merely the nearest in wording or meaning. First among them: ${describeDocument(document)}, “${document.title}”.`
  }
}
