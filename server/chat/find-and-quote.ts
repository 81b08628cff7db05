/** Searches for a question and selects quotations: the complete answer where no language model writes one. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type Day, latestDay } from '../../corpus/reduced-date.ts'
import { composeAnswer, type ExtractiveAnswer } from '../answer/compose.ts'
import { leadInFormatter } from '../answer/lead-in.ts'
import { sentenceKey } from '../answer/reading/choose-sentences.ts'
import type { FoundDocument } from '../answer/reading/read-sentences.ts'
import { type SelectedQuotes, selectQuotes } from '../answer/select-quotes.ts'
import { describeUnmetPresupposition } from '../answer/unmet-presupposition.ts'
import type { UserOverrides } from '../answer/user-overrides.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatDataParts, Source } from '../contract/chat-message.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { expectedAnswer } from '../understanding/expected-answer.ts'
import { retrieveBestInterpretation } from './choose-interpretation.ts'
import { documentsToRead } from './documents-to-read.ts'
import { findQuotedSentences, type QuotedSentence, sentenceKeys } from './quoted-before.ts'
import { asksForRecap, documentsWithQuotedSentences, quotedInLastAnswer, recap } from './recap.ts'
import {
  type SearchedDocumentAskedAbout,
  searchDocumentAskedAbout,
  sharesContentWords,
} from './search-document-asked-about.ts'
import { answerSources } from './sources.ts'

/** Used where retrieval gives no more specific reason. */
const DEFAULT_NOTHING_FOUND_REASON =
  'No document in this archive speaks to the question closely enough to quote.'
const NO_SUMMARY_REASON = 'The archive gives no summary of this document, so nothing of it can be quoted.'

export interface ChatQuestion {
  question: string
  /** Questions asked before in this conversation, and the texts of their answers. */
  before: readonly string[]
  answers?: readonly string[]
  /** Keys of understood items that the user removed. */
  without: readonly string[]
  /** The document that the question is about. */
  about?: ArchiveDocument
  /** Decisions of the user that override the answer reader. */
  overrides?: UserOverrides
}

export interface QuotationAnswer {
  retrieval: Retrieval
  about: SearchedDocumentAskedAbout | undefined
  /** The sentences that were read and selected. */
  quoted: SelectedQuotes
  /** The cited sources in the order of citation, then the nearest others. */
  sources: Source[]
  /** Undefined where there is nothing to quote. */
  extractiveAnswer: ExtractiveAnswer | undefined
  /** The reason to show where nothing is quoted. */
  nothingFoundReason: string
  /** For a `near` outcome: a sentence on what the question presupposes and no record states. */
  unmetPresupposition: string | undefined
}

export async function findAndQuote(
  asked: ChatQuestion,
  archive: Archive,
  signal: AbortSignal,
): Promise<QuotationAnswer> {
  const { question, overrides, answers = [], before } = asked
  const about = asked.about && (await searchDocumentAskedAbout(asked.about, question, archive, signal))
  const last = quotedInLastAnswer(answers, archive)
  const topic = before.at(-1)
  const { retrieval, documents, quoted } =
    topic !== undefined && last.length > 0 && asksForRecap(question)
      ? await recapLastAnswer(question, topic, last, archive, signal)
      : await searchAndQuote(asked, about, archive, signal)
  const extractiveAnswer =
    quoted.outcome === 'answered' || quoted.outcome === 'near'
      ? composeAnswer(quoted.groups, {
          outcome: quoted.outcome,
          about: about?.document,
          leadIn: leadInFormatter(archive),
        })
      : undefined
  const { reason = DEFAULT_NOTHING_FOUND_REASON } = retrieval.answerability
  const nothingFoundReason =
    about?.asksForWhole && about.document.summary === null ? NO_SUMMARY_REASON : reason
  const sources = answerSources(
    {
      ...{ documents, about, retrieval },
      requiredIds: userChosenDocumentIds(overrides),
      groups: quoted.groups,
      answered: quoted.outcome === 'answered',
    },
    archive,
  )
  const unmetPresupposition =
    extractiveAnswer?.outcome === 'near'
      ? describeUnmetPresupposition(retrieval.understanding, archive, quoted.unaddressedName)
      : undefined
  return { retrieval, about, quoted, sources, extractiveAnswer, nothingFoundReason, unmetPresupposition }
}

type QuotingStep = Pick<QuotationAnswer, 'retrieval' | 'quoted'> & { documents: readonly FoundDocument[] }

async function recapLastAnswer(
  question: string,
  topic: string,
  last: readonly QuotedSentence[],
  archive: Archive,
  signal: AbortSignal,
): Promise<QuotingStep> {
  const documents = documentsWithQuotedSentences(last, archive)
  const retrieval = await retrieve(topic, archive, { signal })
  return { retrieval, documents, quoted: await recap({ question, topic, documents }, archive, signal) }
}

async function searchAndQuote(
  asked: ChatQuestion,
  about: SearchedDocumentAskedAbout | undefined,
  archive: Archive,
  signal: AbortSignal,
): Promise<QuotingStep> {
  const { question, without, overrides, answers = [] } = asked
  const quotedBefore = sentenceKeys(findQuotedSentences(answers, archive))
  const latestQuotedDay = latestDayOf(quotedInLastAnswer(answers, archive), archive)
  const { retrieval, sentencesRead } = await retrieveForQuestion(asked, {
    about,
    quotedBefore,
    latestQuotedDay,
    archive,
    signal,
  })
  const toRead = {
    ...{ question, retrieval, without, signal },
    about: about?.document.id,
    requiredIds: userChosenDocumentIds(overrides),
  }
  const { documents, parts } = await documentsToRead(toRead, archive)
  if (about?.asksForWhole) return { retrieval, documents, quoted: quoteWholeDocument(about) }
  const request = {
    ...{ question, retrieval, documents, parts, about, quotedBefore, signal },
    maxSentences: sentenceBudget(retrieval, archive) - sentencesRead,
    ...(overrides ? { overrides } : {}),
  }
  return { retrieval, documents, quoted: await selectQuotes(request, archive) }
}

/** How many sentences may be read for the answer, all its searches together. */
function sentenceBudget({ understanding }: Retrieval, { readerCalibration }: Archive): number {
  const { usual, ofCourse } = readerCalibration.sentences
  const { chronological, valueType } = expectedAnswer(understanding)
  return chronological && valueType === undefined ? ofCourse : usual
}

/** Documents that the user chose to quote or to leave out: they stay among the sources. */
function userChosenDocumentIds(overrides: UserOverrides | undefined): string[] {
  return overrides ? [...overrides.quote, ...overrides.leaveOut] : []
}

/** Quotes the whole summary of a document. */
function quoteWholeDocument({ document, sentences }: SearchedDocumentAskedAbout): SelectedQuotes {
  const whole = sentences.map(({ ordinal, text }) => ({
    document,
    ordinal,
    text,
    rank: 0,
    share: 1,
    probability: 1,
    relevance: 1,
  }))
  const groups = whole.length === 0 ? [] : [{ documents: [{ document, sentences: whole }] }]
  return {
    outcome: whole.length === 0 ? 'nothing-found' : 'answered',
    groups,
    nothingNew: false,
    confidence: 1,
    read: whole,
  }
}

export function outcomeData({
  extractiveAnswer,
  nothingFoundReason,
}: QuotationAnswer): ChatDataParts['outcome'] {
  return extractiveAnswer
    ? { outcome: extractiveAnswer.outcome }
    : { outcome: 'nothing-found', reason: nothingFoundReason }
}

/** At least one of this many top documents must share a content word with the question. */
const WORD_CHECKED_DOCUMENTS = 5

/**
 * Searches for the question. The title of the document asked about counts as an earlier question of the conversation; where
 * this finds only documents without a content word of the question, the question is searched for without the title.
 */
async function retrieveForQuestion(
  { question, before, without }: ChatQuestion,
  {
    about,
    quotedBefore,
    latestQuotedDay,
    archive,
    signal,
  }: {
    about: SearchedDocumentAskedAbout | undefined
    quotedBefore: ReadonlySet<string>
    latestQuotedDay: Day | undefined
    archive: Archive
    signal: AbortSignal
  },
): Promise<{ retrieval: Retrieval; sentencesRead: number }> {
  const isNew = (sentence: Parameters<typeof sentenceKey>[0]) => !quotedBefore.has(sentenceKey(sentence))
  const alone = { before, without, signal }
  if (!about) return retrieveBestInterpretation(question, archive, { ...alone, latestQuotedDay, isNew })
  const { title } = about.document
  const found = (retrieval: Retrieval) => ({ retrieval, sentencesRead: 0 })
  if (about.asksForWhole) return found(await retrieve(title, archive, { without, signal }))
  const within = await retrieve(question, archive, { ...alone, before: [title, ...before] })
  const first = within.ranked.slice(0, WORD_CHECKED_DOCUMENTS)
  return first.some(({ document }) => sharesContentWords(document, question, archive))
    ? found(within)
    : found(await retrieve(question, archive, alone))
}

/** The last day of the latest document; a date "1968" ends on 31 December 1968. */
function latestDayOf(quoted: readonly { document: string }[], { catalog }: Archive): Day | undefined {
  return quoted
    .flatMap(({ document }) => catalog.byId.get(document)?.date ?? [])
    .map(latestDay)
    .sort()
    .at(-1)
}
