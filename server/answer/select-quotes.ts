/** Reads the candidate documents with the answer reader, selects sentences to quote, and decides the outcome. */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Archive } from '../archive/archive.ts'
import type { Outcome } from '../contract/chat-enums.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { expectedAnswer } from '../understanding/expected-answer.ts'
import { decideOutcome } from './outcome.ts'
import { type AnswerPart, bestPart } from './reading/answer-parts.ts'
import { chooseSentences, sentenceKey } from './reading/choose-sentences.ts'
import {
  type DocumentAskedAbout,
  isRelevant,
  readDocumentAskedAbout,
} from './reading/document-asked-about.ts'
import { groupQuotes, type QuotedGroup } from './reading/group-quotes.ts'
import { type FoundDocument, readSentences } from './reading/read-sentences.ts'
import { type RatedSentence, rateSentences } from './reading/sentence-relevance.ts'
import type { UserOverrides } from './user-overrides.ts'

export interface QuoteRequest {
  /** As typed. */
  question: string
  retrieval: Retrieval
  /** Best first. */
  documents: readonly FoundDocument[]
  /** The sides of a comparison or the ranges of years of a chronology. */
  parts?: readonly AnswerPart[]
  /** The document that the question is about, with all its sentences; it is read and quoted first. */
  about?: DocumentAskedAbout | undefined
  /** Keys (`sentenceKey`) of sentences that earlier answers quoted. */
  quotedBefore?: ReadonlySet<string>
  overrides?: UserOverrides
  maxSentences: number
  signal?: AbortSignal
}

export interface SelectedQuotes {
  outcome: Outcome
  /** A name of the question that the best sentences do not address; the outcome is then `near`. */
  unaddressedName?: LinkedName
  /** Empty where nothing is quoted. */
  groups: QuotedGroup[]
  /** True where earlier answers quoted every sentence that answers; the remaining ones are less relevant. */
  nothingNew: boolean
  /** Probability that the question is answered. */
  confidence: number
  /** All sentences that were read. */
  read: readonly RatedSentence[]
}

export async function selectQuotes(request: QuoteRequest, archive: Archive): Promise<SelectedQuotes> {
  const { retrieval, about, overrides, signal } = request
  // A question that the archive cannot answer costs no reading.
  if (!retrieval.answerability.answerable && !overrides?.quote.size) return NOTHING_QUOTED
  const documents = request.documents.filter(({ document }) => !overrides?.leaveOut.has(document.id))
  const { own, others } = await readDocuments({ ...request, documents }, archive, signal)
  const read = [...own, ...others]
  const chosen = selectSentences(own, others, request, archive)
  const { understanding } = retrieval
  const { outcome, unaddressedName, confidence } = await decideOutcome(
    { own, read, chosen, request },
    archive,
  )
  return {
    outcome,
    ...(unaddressedName ? { unaddressedName } : {}),
    nothingNew: areAllAnswersQuotedBefore(read, request, archive),
    confidence,
    read,
    groups:
      outcome === 'nothing-found'
        ? []
        : groupQuotes(chosen, {
            ...expectedAnswer(understanding),
            first: about?.document,
            parts: request.parts ?? [],
          }),
  }
}

const NOTHING_QUOTED: SelectedQuotes = {
  outcome: 'nothing-found',
  groups: [],
  nothingNew: false,
  confidence: 0,
  read: [],
}

interface ReadDocuments {
  /** Of the document asked about; empty where it is not relevant to the question. */
  own: RatedSentence[]
  others: RatedSentence[]
}

/**
 * Reads the document asked about with the question as typed, the others with the question as understood in the
 * conversation. The sentences of the document asked about are rated among themselves only, so that more relevant
 * documents do not push them out.
 */
async function readDocuments(
  { question, retrieval, documents, about, overrides, maxSentences }: QuoteRequest,
  archive: Archive,
  signal: AbortSignal | undefined,
): Promise<ReadDocuments> {
  const { readerCalibration } = archive
  const asked = about && (await readDocumentAskedAbout(question, about, archive, { maxSentences, signal }))
  const others = documents.map((each) =>
    overrides?.quote.has(each.document.id) ? { ...each, priority: FORCED_DOCUMENT_PRIORITY } : each,
  )
  const rest = { maxSentences: Math.max(0, maxSentences - (asked?.sentencesRead ?? 0)), signal }
  const read = await readSentences(retrieval.understanding.question, others, archive, rest)
  const own =
    about && asked && isRelevant(about, asked.sentences)
      ? rateSentences(asked.sentences, readerCalibration)
      : []
  return { own, others: rateSentences(read, readerCalibration) }
}

/** Priority of a document that the user chose to quote: higher than any search result (at most 1). */
const FORCED_DOCUMENT_PRIORITY = 2

function selectSentences(
  own: readonly RatedSentence[],
  others: readonly RatedSentence[],
  { retrieval, quotedBefore, overrides, parts = [] }: QuoteRequest,
  { readerCalibration }: Archive,
): RatedSentence[] {
  const { chronological, valueType } = expectedAnswer(retrieval.understanding)
  const isCourse = chronological && valueType === undefined
  const options = { readerCalibration, chronological: isCourse, ...(quotedBefore ? { quotedBefore } : {}) }
  const read = [...own, ...others]
  const chosenOfDocumentAskedAbout = chooseSentences(own, options)
  const chosen = [
    ...chosenOfDocumentAskedAbout,
    ...chooseSentences(others, { ...options, alreadyChosen: chosenOfDocumentAskedAbout }),
  ]
  const minPartRelevance = readerCalibration.quoted.worth * PART_RELEVANCE_SHARE
  for (const part of parts) {
    const isOfPart = ({ document, text }: RatedSentence) => bestPart(parts, document, text) === part
    if (chosen.some(isOfPart)) continue
    const own = read.filter(isOfPart)
    if (own.some(({ relevance }) => relevance >= minPartRelevance))
      chosen.push(...chooseSentences(own, { ...options, minRelevance: 1 }))
  }
  for (const id of overrides?.quote ?? []) {
    const own = read.filter(({ document }) => document.id === id)
    if (own.length > 0 && !own.some((sentence) => chosen.includes(sentence)))
      chosen.push(...chooseSentences(own, options))
  }
  return chosen
}

function areAllAnswersQuotedBefore(
  read: readonly RatedSentence[],
  { quotedBefore = new Set() }: QuoteRequest,
  { readerCalibration }: Archive,
): boolean {
  const answers = read.filter(({ relevance }) => relevance >= readerCalibration.quoted.worth)
  return answers.length > 0 && answers.every((sentence) => quotedBefore.has(sentenceKey(sentence)))
}

/** Share of the usual relevance threshold that the best sentence of a part needs to be quoted. */
const PART_RELEVANCE_SHARE = 0.5

export function quotedDocumentIds(groups: readonly QuotedGroup[]): string[] {
  return groups.flatMap(({ documents }) => documents.map(({ document }) => document.id))
}
