/** Streams one answer as a UI-message stream: sources, text, outcome, and suggested next questions. */
import { createUIMessageStream } from 'ai'
import { withdrawExample } from '../answer/example-questions.ts'
import { quotedDocumentIds } from '../answer/select-quotes.ts'
import { suggestQuestions } from '../answer/suggest-questions.ts'
import type { Turn } from '../answer/turn.ts'
import { rewriteFollowUp } from '../answer/writer/follow-up.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatMessage } from '../contract/chat-message.ts'
import type { ArchiveTopic } from '../understanding/archive-topic.ts'
import { describeUnderstanding } from '../understanding/describe-understanding.ts'
import type { AnswerChunk, WriteChunk } from './answer-chunk.ts'
import { type ChatQuestion, findAndQuote, outcomeData, type QuotationAnswer } from './find-and-quote.ts'
import { writeProse } from './prose.ts'
import { QueueSlot } from './queue-slot.ts'
import { writeQuotations } from './quotations-part.ts'
import { findQuotedSentences } from './quoted-before.ts'
import { archiveTopicAsked, suggestAfterReply, writeArchiveReply } from './write-archive-reply.ts'

const SUGGESTION_COUNT = 3

export interface AnswerOptions {
  /** Aborts the work when the client disconnects. */
  signal: AbortSignal
  /** Receives unexpected errors, for the log. */
  reportError: (error: unknown) => void
  /** Varies the example questions, where these are suggested. */
  seed: number
  /** The language model that writes the answer, and the earlier turns. Without it the answer is quotations. */
  prose?: { writer: Writer; turns: readonly Turn[]; turnsBefore: number }
}

/** Streams the answer to a question. */
export function answerStream(
  asked: ChatQuestion,
  archive: Archive,
  options: AnswerOptions,
): ReadableStream<AnswerChunk> {
  const { signal, reportError } = options
  return createUIMessageStream<ChatMessage>({
    async execute({ writer }) {
      try {
        await writeAnswer(asked, archive, options, (chunk) => {
          signal.throwIfAborted()
          writer.write(chunk)
        })
      } catch (error) {
        // The client has disconnected.
        if (!signal.aborted) throw error
      }
    },
    onError(error) {
      if (!signal.aborted) reportError(error)
      return 'The answer could not be finished. Please try again.'
    },
  })
}

async function writeAnswer(
  asked: ChatQuestion,
  archive: Archive,
  options: AnswerOptions,
  write: WriteChunk,
): Promise<void> {
  const { signal, prose } = options
  const topic = await archiveTopicAsked(asked, archive)
  signal.throwIfAborted()
  if (topic) return replyAboutArchive(topic, asked, archive, options, write)
  const found = prose
    ? await answerInProse(asked, archive, { ...prose, signal }, write)
    : await answerInQuotations(asked, archive, signal, write)
  const { answers = [] } = asked
  if (dependsOnQuestionOnly(asked) && found.quoted.outcome !== 'answered')
    withdrawExample(asked.question, archive)
  const before = findQuotedSentences(answers, archive).map(({ document }) => document)
  const questions = await suggestQuestions(found.retrieval, [...asked.before, asked.question], archive, {
    count: SUGGESTION_COUNT,
    quoted: new Set([...before, ...quotedDocumentIds(found.quoted.groups)]),
    signal,
  })
  write({ type: 'data-suggestions', data: { questions } })
}

/** True where the answer depends on nothing but the words of the question. */
function dependsOnQuestionOnly({ before, without, about, overrides }: ChatQuestion): boolean {
  return before.length + without.length === 0 && !about && !overrides
}

/** Replies to a greeting, thanks or a question about the archive itself. */
async function replyAboutArchive(
  topic: ArchiveTopic,
  asked: ChatQuestion,
  archive: Archive,
  { signal, prose, seed }: AnswerOptions,
  write: WriteChunk,
): Promise<void> {
  const { provider, model } = prose?.writer.settings ?? {}
  const writer = provider && model ? { provider, model } : 'quotations'
  writeArchiveReply(topic, asked, { archive, writer, write })
  const questions = await suggestAfterReply(asked, archive, { count: SUGGESTION_COUNT, seed, signal })
  write({ type: 'data-suggestions', data: { questions } })
}

async function answerInProse(
  asked: ChatQuestion,
  archive: Archive,
  prose: NonNullable<AnswerOptions['prose']> & { signal: AbortSignal },
  write: WriteChunk,
): Promise<QuotationAnswer> {
  const { writer, signal } = prose
  const queueSlot = new QueueSlot({ writer, signal, write })
  try {
    const found = await findAndQuote(
      await withStandaloneQuestion(asked, prose, queueSlot, write),
      archive,
      signal,
    )
    write({ type: 'data-understanding', data: describeUnderstanding(found.retrieval) })
    await writeProse(asked.question, found, { ...prose, queueSlot, archive, write })
    return found
  } finally {
    queueSlot.release()
  }
}

/** Lets a model without tools rewrite a follow-up as a standalone question. A model with tools words its own searches. */
async function withStandaloneQuestion(
  asked: ChatQuestion,
  { writer, turns, signal }: { writer: Writer; turns: readonly Turn[]; signal: AbortSignal },
  queueSlot: QueueSlot,
  write: WriteChunk,
): Promise<ChatQuestion> {
  if (turns.length === 0 || writer.offersTools) return asked
  const deadline = await queueSlot.acquire()
  if (!deadline) return asked
  const question = await rewriteFollowUp(asked.question, turns, { writer, deadline, signal })
  if (question === undefined || question === asked.question) return asked
  write({ type: 'data-step', id: 'step-0', data: { tool: 'rewrite', summary: `asking: ${question}` } })
  return { ...asked, question, before: [] }
}

async function answerInQuotations(
  asked: ChatQuestion,
  archive: Archive,
  signal: AbortSignal,
  write: WriteChunk,
): Promise<QuotationAnswer> {
  const found = await findAndQuote(asked, archive, signal)
  write({ type: 'data-understanding', data: describeUnderstanding(found.retrieval) })
  write({ type: 'data-writer', id: 'writer', data: { writer: 'quotations' } })
  write({ type: 'data-sources', id: 'sources', data: { sources: found.sources } })
  writeQuotations(found, { sources: found.sources }, write)
  write({ type: 'data-outcome', data: outcomeData(found) })
  return found
}
