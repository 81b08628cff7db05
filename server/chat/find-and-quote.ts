/** Searches for a question and selects quotations: the complete answer where no language model writes one. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type Day, latestDay } from '../../corpus/reduced-date.ts'
import { composeAnswer, type ExtractiveAnswer } from '../answer/compose.ts'
import { leadInsOf } from '../answer/lead-in.ts'
import { whatNoRecordTells } from '../answer/unmet-presupposition.ts'
import { type Overruled, type Quoted, quoteFrom } from '../answer/select-quotes.ts'
import { keyOf } from '../answer/reading/choose-sentences.ts'
import type { FoundDocument } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatDataParts, Source } from '../contract/chat-message.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { askedForm } from '../understanding/expected-answer.ts'
import { type About, lookInto, sharesWords } from './search-document-asked-about.ts'
import { documentsToRead } from './documents-to-read.ts'
import { retrieveMeant } from './choose-interpretation.ts'
import { keysOf, type QuotedSentence, quotedIn } from './quoted-before.ts'
import { asksForRecap, documentsOf, lastQuoted, recap } from './recap.ts'
import { sourcesOf } from './sources.ts'

/** Used where retrieval gives no more specific reason. */
const NOTHING = 'No document in this archive speaks to the question closely enough to quote.'
const NO_SUMMARY = 'The archive gives no summary of this document, so nothing of it can be quoted.'

export interface Asked {
  question: string
  /** Questions asked before in this conversation, and the texts of their answers. */
  before: readonly string[]
  answers?: readonly string[]
  /** Keys of understood items that the user removed. */
  without: readonly string[]
  /** The document that the question is about. */
  about?: ArchiveDocument
  /** Decisions of the user that override the answer reader. */
  overruled?: Overruled
}

export interface Found {
  retrieval: Retrieval
  about: About | undefined
  /** The sentences that were read and selected. */
  quoted: Quoted
  /** The cited sources in the order of citation, then the nearest others. */
  sources: Source[]
  /** Undefined where there is nothing to quote. */
  extract: ExtractiveAnswer | undefined
  /** The reason to show where nothing is quoted. */
  why: string
  /** For a `near` outcome: a sentence on what the question presupposes and no record states. */
  notTold: string | undefined
}

export async function findAndQuote(asked: Asked, archive: Archive, signal: AbortSignal): Promise<Found> {
  const { question, overruled, answers = [], before } = asked
  const about = asked.about && (await lookInto(asked.about, question, archive, signal))
  const last = lastQuoted(answers, archive)
  const topic = before.at(-1)
  const { retrieval, documents, quoted } =
    topic !== undefined && last.length > 0 && asksForRecap(question)
      ? await recapFor(question, topic, last, archive, signal)
      : await quoteFor(asked, about, archive, signal)
  const extract =
    quoted.outcome === 'answered' || quoted.outcome === 'near'
      ? composeAnswer(quoted.groups, {
          outcome: quoted.outcome,
          about: about?.document,
          leadIn: leadInsOf(archive),
        })
      : undefined
  const { reason = NOTHING } = retrieval.answerability
  const why = about?.whole && about.document.summary === null ? NO_SUMMARY : reason
  const sources = sourcesOf(
    {
      ...{ documents, about, retrieval },
      always: alwaysShown(overruled),
      groups: quoted.groups,
      answered: quoted.outcome === 'answered',
    },
    archive,
  )
  const notTold =
    extract?.outcome === 'near'
      ? whatNoRecordTells(retrieval.understanding, archive, quoted.beside)
      : undefined
  return { retrieval, about, quoted, sources, extract, why, notTold }
}

type Step = Pick<Found, 'retrieval' | 'quoted'> & { documents: readonly FoundDocument[] }

async function recapFor(
  question: string,
  topic: string,
  last: readonly QuotedSentence[],
  archive: Archive,
  signal: AbortSignal,
): Promise<Step> {
  const documents = documentsOf(last, archive)
  const retrieval = await retrieve(topic, archive, { signal })
  return { retrieval, documents, quoted: await recap({ question, topic, documents }, archive, signal) }
}

async function quoteFor(
  asked: Asked,
  about: About | undefined,
  archive: Archive,
  signal: AbortSignal,
): Promise<Step> {
  const { question, without, overruled, answers = [] } = asked
  const quotedBefore = keysOf(quotedIn(answers, archive))
  const quotedUntil = latestOf(lastQuoted(answers, archive), archive)
  const { retrieval, spent } = await retrieveFor(asked, { about, quotedBefore, quotedUntil, archive, signal })
  const toRead = {
    ...{ question, retrieval, without, signal },
    about: about?.document.id,
    always: alwaysShown(overruled),
  }
  const { documents, parts } = await documentsToRead(toRead, archive)
  if (about?.whole) return { retrieval, documents, quoted: quoteWhole(about) }
  const request = {
    ...{ question, retrieval, documents, parts, about, quotedBefore, signal },
    most: mostSentences(retrieval, archive) - spent,
    ...(overruled ? { overruled } : {}),
  }
  return { retrieval, documents, quoted: await quoteFrom(request, archive) }
}

/** How many sentences may be read for the answer, all its searches together. */
function mostSentences({ understanding }: Retrieval, { readerCalibration: answering }: Archive): number {
  const { usual, ofCourse } = answering.sentences
  const { course, value } = askedForm(understanding)
  return course && value === undefined ? ofCourse : usual
}

/** Documents that the user chose to quote or to leave out: they stay among the sources. */
function alwaysShown(overruled: Overruled | undefined): string[] {
  return overruled ? [...overruled.quote, ...overruled.leaveOut] : []
}

/** Quotes the whole summary of a document. */
function quoteWhole({ document, sentences }: About): Quoted {
  const whole = sentences.map(({ ordinal, text }) => ({
    document,
    ordinal,
    text,
    rank: 0,
    share: 1,
    probability: 1,
    worth: 1,
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

export function outcomeOf({ extract, why }: Found): ChatDataParts['outcome'] {
  return extract ? { outcome: extract.outcome } : { outcome: 'nothing-found', reason: why }
}

/** At least one of this many top documents must share a content word with the question. */
const NEAREST = 5

/**
 * Searches for the question. The title of the document asked about counts as an earlier question of the conversation; where
 * this finds only documents without a content word of the question, the question is searched for without the title.
 */
async function retrieveFor(
  { question, before, without }: Asked,
  {
    about,
    quotedBefore,
    quotedUntil,
    archive,
    signal,
  }: {
    about: About | undefined
    quotedBefore: ReadonlySet<string>
    quotedUntil: Day | undefined
    archive: Archive
    signal: AbortSignal
  },
): Promise<{ retrieval: Retrieval; spent: number }> {
  const isNew = (sentence: Parameters<typeof keyOf>[0]) => !quotedBefore.has(keyOf(sentence))
  const alone = { before, without, signal }
  if (!about) return retrieveMeant(question, archive, { ...alone, quotedUntil, isNew })
  const { title } = about.document
  const found = (retrieval: Retrieval) => ({ retrieval, spent: 0 })
  if (about.whole) return found(await retrieve(title, archive, { without, signal }))
  const within = await retrieve(question, archive, { ...alone, before: [title, ...before] })
  const first = within.ranked.slice(0, NEAREST)
  return first.some(({ document }) => sharesWords(document, question, archive))
    ? found(within)
    : found(await retrieve(question, archive, alone))
}

/** The last day of the latest document; a date "1968" ends on 31 December 1968. */
function latestOf(quoted: readonly { document: string }[], { catalog }: Archive): Day | undefined {
  return quoted
    .flatMap(({ document }) => catalog.byId.get(document)?.date ?? [])
    .map(latestDay)
    .sort()
    .at(-1)
}
