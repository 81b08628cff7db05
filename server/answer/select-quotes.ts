/** Reads the candidate documents with the answer reader, selects sentences to quote, and decides the outcome. */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Archive } from '../archive/archive.ts'
import type { Outcome } from '../contract/chat-enums.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { askedForm } from '../understanding/expected-answer.ts'
import { type AskedDocument, readAsked, speaks } from './reading/document-asked-about.ts'
import { chooseSentences, keyOf } from './reading/choose-sentences.ts'
import { confidenceOf, confidenceSignsOf, evidenceOf } from './reading/confidence.ts'
import { inGroups, type QuotedGroup } from './reading/group-quotes.ts'
import { nameBeside } from './reading/unaddressed-name.ts'
import { type Part, partOf } from './reading/answer-parts.ts'
import { type FoundDocument, readSentences } from './reading/read-sentences.ts'
import { type ValuedSentence, valued } from './reading/sentence-relevance.ts'

/** Decisions of the user that override the answer reader. */
export interface Overruled {
  /** Ids of documents that are quoted whatever their relevance. */
  quote: ReadonlySet<string>
  /** Ids of documents that are not quoted. */
  leaveOut: ReadonlySet<string>
}

export interface QuoteRequest {
  /** As typed. */
  question: string
  retrieval: Retrieval
  /** Best first. */
  documents: readonly FoundDocument[]
  /** The sides of a comparison or the ranges of years of a chronology. */
  parts?: readonly Part[]
  /** The document that the question is about, with all its sentences; it is read and quoted first. */
  about?: AskedDocument | undefined
  /** Keys (`sentenceKey`) of sentences that earlier answers quoted. */
  quotedBefore?: ReadonlySet<string>
  overruled?: Overruled
  most: number
  signal?: AbortSignal
}

export interface Quoted {
  outcome: Outcome
  /** A name of the question that the best sentences do not address; the outcome is then `near`. */
  beside?: LinkedName
  /** Empty where nothing is quoted. */
  groups: QuotedGroup[]
  /** True where earlier answers quoted every sentence that answers; the remaining ones are less relevant. */
  nothingNew: boolean
  /** Probability that the question is answered. */
  confidence: number
  /** All sentences that were read. */
  read: readonly ValuedSentence[]
}

export async function quoteFrom(request: QuoteRequest, archive: Archive): Promise<Quoted> {
  const { retrieval, about, overruled, signal } = request
  // A question that the archive cannot answer costs no reading.
  if (!retrieval.answerability.answerable && !overruled?.quote.size) return NOTHING
  const documents = request.documents.filter(({ document }) => !overruled?.leaveOut.has(document.id))
  const { own, others } = await readAll({ ...request, documents }, archive, signal)
  const read = [...own, ...others]
  const chosen = choose(own, others, request, archive)
  const { understanding } = retrieval
  const confidence = confidenceOf(confidenceSignsOf(retrieval, read, archive), archive.readerCalibration)
  const likely = outcomeOf({ confidence, own, read, chosen, request }, archive)
  const isSure = likely !== 'answered' || retrieval.answerability.matchesAllCriteria
  const beside = isSure ? undefined : await nameBeside(request.question, understanding, read, archive, signal)
  const outcome = beside ? 'near' : likely
  return {
    outcome,
    ...(beside ? { beside } : {}),
    nothingNew: saysNothingNew(read, request, archive),
    confidence,
    read,
    groups:
      outcome === 'nothing-found'
        ? []
        : inGroups(chosen, {
            ...askedForm(understanding),
            first: about?.document,
            parts: request.parts ?? [],
          }),
  }
}

const NOTHING: Quoted = { outcome: 'nothing-found', groups: [], nothingNew: false, confidence: 0, read: [] }

interface Read {
  /** Of the document asked about; empty where it is not relevant to the question. */
  own: ValuedSentence[]
  others: ValuedSentence[]
}

/**
 * Reads the document asked about with the question as typed, the others with the question as understood in the
 * conversation. The sentences of the document asked about are rated among themselves only, so that more relevant
 * documents do not push them out.
 */
async function readAll(
  { question, retrieval, documents, about, overruled, most }: QuoteRequest,
  archive: Archive,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const { readerCalibration: answering } = archive
  const asked = about && (await readAsked(question, about, archive, { most, signal }))
  const others = documents.map((each) =>
    overruled?.quote.has(each.document.id) ? { ...each, priority: READ_FIRST } : each,
  )
  const rest = { most: Math.max(0, most - (asked?.spent ?? 0)), signal }
  const read = await readSentences(retrieval.understanding.question, others, archive, rest)
  const own = about && asked && speaks(about, asked.sentences) ? valued(asked.sentences, answering) : []
  return { own, others: valued(read, answering) }
}

/** Priority of a document that the user chose to quote: higher than any search result (at most 1). */
const READ_FIRST = 2

function choose(
  own: readonly ValuedSentence[],
  others: readonly ValuedSentence[],
  { retrieval, quotedBefore, overruled, parts = [] }: QuoteRequest,
  { readerCalibration: answering }: Archive,
): ValuedSentence[] {
  const { course, value } = askedForm(retrieval.understanding)
  const isCourse = course && value === undefined
  const options = { answering, course: isCourse, ...(quotedBefore ? { quotedBefore } : {}) }
  const read = [...own, ...others]
  const ofAsked = chooseSentences(own, options)
  const chosen = [...ofAsked, ...chooseSentences(others, { ...options, already: ofAsked })]
  const least = answering.quoted.worth * OF_PART
  for (const part of parts) {
    const isOfPart = ({ document, text }: ValuedSentence) => partOf(parts, document, text) === part
    if (chosen.some(isOfPart)) continue
    const own = read.filter(isOfPart)
    if (own.some(({ worth }) => worth >= least))
      chosen.push(...chooseSentences(own, { ...options, least: 1 }))
  }
  for (const id of overruled?.quote ?? []) {
    const own = read.filter(({ document }) => document.id === id)
    if (own.length > 0 && !own.some((sentence) => chosen.includes(sentence)))
      chosen.push(...chooseSentences(own, options))
  }
  return chosen
}

function saysNothingNew(
  read: readonly ValuedSentence[],
  { quotedBefore = new Set() }: QuoteRequest,
  { readerCalibration: answering }: Archive,
): boolean {
  const answers = read.filter(({ worth }) => worth >= answering.quoted.worth)
  return answers.length > 0 && answers.every((sentence) => quotedBefore.has(keyOf(sentence)))
}

/** Share of the usual relevance threshold that the best sentence of a part needs to be quoted. */
const OF_PART = 0.5

function outcomeOf(
  {
    confidence,
    own,
    read,
    chosen,
    request: { retrieval, overruled },
  }: {
    confidence: number
    /** Of the document asked about. */
    own: readonly ValuedSentence[]
    read: readonly ValuedSentence[]
    chosen: readonly ValuedSentence[]
    request: QuoteRequest
  },
  { readerCalibration: answering }: Archive,
): Outcome {
  const { answerable, matchesAllCriteria: outright, likelihood } = retrieval.answerability
  const isForced = chosen.some(({ document }) => overruled?.quote.has(document.id))
  if (chosen.length === 0 || (!answerable && !isForced)) return 'nothing-found'
  // One sentence of the document asked about suffices: how much the archive has on the matter does not count.
  const isToldByAsked = own.some(({ probability }) => probability >= answering.confidence.answered)
  if (outright || isToldByAsked || confidence >= answering.confidence.answered) return 'answered'
  const isNear = evidenceOf(read) >= answering.near.evidence || likelihood >= answering.near.likelihood
  return isNear || isForced ? 'near' : 'nothing-found'
}

export function quotedIds(groups: readonly QuotedGroup[]): string[] {
  return groups.flatMap(({ documents }) => documents.map(({ document }) => document.id))
}
