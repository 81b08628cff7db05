/** One answer as a UI-message stream: the sources, the text as it comes, the outcome, what to ask next. */
import { createUIMessageStream } from 'ai'
import { suggestQuestions } from '../answer/suggest.ts'
import type { Turn } from '../answer/turn.ts'
import { rewriteFollowUp } from '../answer/writer/follow-up.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatMessage } from '../contract/chat-message.ts'
import { describeUnderstanding } from '../understanding/describe.ts'
import type { Chunk, Write } from './chunk.ts'
import { Place } from './place.ts'
import { writeProse } from './prose.ts'
import { type Asked, type Found, findAndQuote, outcomeOf } from './quotations.ts'
import { writeQuotations } from './quotations-part.ts'

const SUGGESTIONS = 3

export interface AnswerOptions {
  /** Ends the work when the reader has left. */
  signal: AbortSignal
  /** Told of failures that nobody foresaw. */
  report: (error: unknown) => void
  /** The language model that writes the answer, with the turns before; without it, quotations. */
  prose?: { writer: Writer; turns: readonly Turn[]; turnsBefore: number }
}

/** Streams the answer to a question. */
export function answerStream(asked: Asked, archive: Archive, options: AnswerOptions): ReadableStream<Chunk> {
  const { signal, report } = options
  return createUIMessageStream<ChatMessage>({
    async execute({ writer }) {
      try {
        await answer(asked, archive, options, (chunk) => {
          signal.throwIfAborted()
          writer.write(chunk)
        })
      } catch (error) {
        // Nobody reads on.
        if (!signal.aborted) throw error
      }
    },
    onError(error) {
      if (!signal.aborted) report(error)
      return 'The answer could not be finished. Please try again.'
    },
  })
}

async function answer(asked: Asked, archive: Archive, options: AnswerOptions, write: Write): Promise<void> {
  const { signal, prose } = options
  const found = prose
    ? await answerInProse(asked, archive, { ...prose, signal }, write)
    : await answerInQuotations(asked, archive, signal, write)
  const questions = await suggestQuestions(found.retrieval, [...asked.before, asked.question], archive, {
    count: SUGGESTIONS,
    signal,
  })
  write({ type: 'data-suggestions', data: { questions } })
}

async function answerInProse(
  asked: Asked,
  archive: Archive,
  prose: NonNullable<AnswerOptions['prose']> & { signal: AbortSignal },
  write: Write,
): Promise<Found> {
  const { writer, signal } = prose
  const place = new Place({ writer, signal, write })
  try {
    const found = await findAndQuote(await standingAlone(asked, prose, place, write), archive, signal)
    write({ type: 'data-understanding', data: describeUnderstanding(found.retrieval) })
    await writeProse(asked.question, found, { ...prose, place, archive, write })
    return found
  } finally {
    place.leave()
  }
}

/** A follow-up as a model without tools puts it; one with tools searches in its own words. */
async function standingAlone(
  asked: Asked,
  { writer, turns, signal }: { writer: Writer; turns: readonly Turn[]; signal: AbortSignal },
  place: Place,
  write: Write,
): Promise<Asked> {
  if (turns.length === 0 || writer.offersTools) return asked
  const deadline = await place.take()
  if (!deadline) return asked
  const question = await rewriteFollowUp(asked.question, turns, { writer, deadline, signal })
  if (question === undefined || question === asked.question) return asked
  write({ type: 'data-step', id: 'step-0', data: { tool: 'rewrite', summary: `asking: ${question}` } })
  return { ...asked, question, before: [] }
}

async function answerInQuotations(
  asked: Asked,
  archive: Archive,
  signal: AbortSignal,
  write: Write,
): Promise<Found> {
  const found = await findAndQuote(asked, archive, signal)
  write({ type: 'data-understanding', data: describeUnderstanding(found.retrieval) })
  write({ type: 'data-writer', id: 'writer', data: { writer: 'quotations' } })
  write({ type: 'data-sources', id: 'sources', data: { sources: found.sources } })
  writeQuotations(found, { sources: found.sources }, write)
  write({ type: 'data-outcome', data: outcomeOf(found) })
  return found
}
