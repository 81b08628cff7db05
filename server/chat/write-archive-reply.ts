/** Streams the reply to a greeting, to thanks, or to a question about the archive itself; nothing is searched. */
import { exampleQuestions } from '../answer/example-questions.ts'
import { suggestQuestions } from '../answer/suggest-questions.ts'
import type { Archive } from '../archive/archive.ts'
import { QUOTATIONS_VERSION } from '../contract/chat-enums.ts'
import type { WriterName } from '../contract/chat-message.ts'
import { retrieve } from '../retrieval/retrieve.ts'
import { type ArchiveTopic, archiveTopicOf } from '../understanding/archive-topic.ts'
import { describeUnderstanding } from '../understanding/describe-understanding.ts'
import { emptyUnderstanding } from '../understanding/understand.ts'
import type { WriteChunk } from './answer-chunk.ts'
import { archiveReply } from './archive-replies.ts'
import type { ChatQuestion } from './find-and-quote.ts'
import { aboutLine, writeQuotationsPart } from './quotations-part.ts'
import { findQuotedSentences } from './quoted-before.ts'

/** In a conversation about one document these topics mean the document ("What is this?", "Where is it from?"). */
const TOPICS_ASKED_OF_DOCUMENTS: readonly ArchiveTopic[] = ['holdings', 'years', 'origin']

/** The topic of a question that is answered without a search; undefined for a question to the documents. */
export async function archiveTopicAsked(
  { question, about }: Pick<ChatQuestion, 'question' | 'about'>,
  archive: Archive,
): Promise<ArchiveTopic | undefined> {
  const topic = await archiveTopicOf(question, archive)
  return topic && about && TOPICS_ASKED_OF_DOCUMENTS.includes(topic) ? undefined : topic
}

/** @param writer the writer of ordinary answers; the reply describes it */
export function writeArchiveReply(
  topic: ArchiveTopic,
  asked: ChatQuestion,
  { archive, writer, write }: { archive: Archive; writer: WriterName; write: WriteChunk },
): void {
  const { question, about } = asked
  const understood = { understanding: emptyUnderstanding(question), widened: false }
  write({ type: 'data-understanding', data: describeUnderstanding(understood) })
  write({ type: 'data-writer', id: 'writer', data: { writer: 'quotations' } })
  write({ type: 'data-sources', id: 'sources', data: { sources: [] } })
  writeQuotationsPart(
    {
      version: QUOTATIONS_VERSION,
      outcome: 'about-the-archive',
      ...(about ? { about: aboutLine(about, undefined) } : {}),
      texts: archiveReply(topic, { catalog: archive.catalog, writer, about }),
    },
    write,
  )
  write({ type: 'data-outcome', data: { outcome: 'about-the-archive' } })
}

/** Suggested first question about a document. */
const FIRST_DOCUMENT_QUESTION = 'What are the main points of this document?'

/** Suggestions after a reply: next questions on the topic of the conversation, or examples if there is none yet. */
export async function suggestAfterReply(
  { before, answers = [], about }: ChatQuestion,
  archive: Archive,
  options: { count: number; seed: number; signal: AbortSignal },
): Promise<string[]> {
  const { count, seed, signal } = options
  const last = before.at(-1)
  if (last === undefined && !about) return exampleQuestions(archive, { count, seed })
  const first = last === undefined ? [FIRST_DOCUMENT_QUESTION] : []
  const retrieval = await retrieve(last ?? about?.title ?? '', archive, {
    before: before.slice(0, -1),
    signal,
  })
  const quoted = new Set(findQuotedSentences(answers, archive).map(({ document }) => document))
  const more = await suggestQuestions(retrieval, before, archive, {
    count: count - first.length,
    quoted,
    signal,
  })
  return [...first, ...more]
}
