/** What of the documents found answers the question: reads them, chooses what to quote, and says how sure that is. */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Archive } from '../archive/archive.ts'
import type { Outcome } from '../contract/chat-enums.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { askedForm } from '../understanding/asked.ts'
import { type AskedDocument, readAsked, speaks } from './reading/asked-document.ts'
import { chooseSentences, keyOf } from './reading/choose.ts'
import { confidenceOf, confidenceSignsOf, evidenceOf } from './reading/confidence.ts'
import { inGroups, type QuotedGroup } from './reading/group.ts'
import { nameBeside } from './reading/name-beside.ts'
import { type Part, partOf } from './reading/parts.ts'
import { type FoundDocument, readSentences } from './reading/read-sentences.ts'
import { type ValuedSentence, valued } from './reading/worth.ts'

/** What the person who asks decides against the model that reads the sentences. */
export interface Overruled {
  /** Documents that are quoted whatever their sentences are worth. */
  quote: ReadonlySet<string>
  leaveOut: ReadonlySet<string>
}

export interface QuoteRequest {
  /** As it was put. */
  question: string
  retrieval: Retrieval
  /** Best first. */
  documents: readonly FoundDocument[]
  /** The sides or the stretches of years that the answer is to tell of. */
  parts?: readonly Part[]
  /** The document that the question is about, with all its sentences: it is read first, and quoted first. */
  about?: AskedDocument | undefined
  /** Sentences that earlier answers quoted. */
  quotedBefore?: ReadonlySet<string>
  overruled?: Overruled
  /** Sentences to read at most. */
  most: number
  signal?: AbortSignal
}

export interface Quoted {
  outcome: Outcome
  /** A name of the question that the best sentences do not speak of; what is quoted is then merely near. */
  beside?: LinkedName
  /** None where nothing is quoted. */
  groups: QuotedGroup[]
  /** Whether what answers was quoted by earlier answers, so that what is left says less. */
  nothingNew: boolean
  /** Probability that the question is answered. */
  confidence: number
  /** All that was read. */
  read: readonly ValuedSentence[]
}

export async function quoteFrom(request: QuoteRequest, archive: Archive): Promise<Quoted> {
  const { retrieval, about, overruled, signal } = request
  // What cannot be answered is not read.
  if (!retrieval.answerability.answerable && !overruled?.quote.size) return NOTHING
  const documents = request.documents.filter(({ document }) => !overruled?.leaveOut.has(document.id))
  const { own, others } = await readAll({ ...request, documents }, archive, signal)
  const read = [...own, ...others]
  const chosen = choose(own, others, request, archive)
  const { understanding } = retrieval
  const confidence = confidenceOf(confidenceSignsOf(retrieval, read, archive), archive.answering)
  const likely = outcomeOf({ confidence, own, read, chosen, request }, archive)
  const isSure = likely !== 'answered' || retrieval.answerability.outright
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
  /** Of the document asked about; none where it does not speak to the question. */
  own: ValuedSentence[]
  others: ValuedSentence[]
}

/**
 * The document asked about is read for the question as it was put, the others for what it means in the conversation. Its
 * sentences are weighed against each other alone: that others say more of it does not matter.
 */
async function readAll(
  { question, retrieval, documents, about, overruled, most }: QuoteRequest,
  archive: Archive,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const { answering } = archive
  const asked = about && (await readAsked(question, about, archive, { most, signal }))
  const others = documents.map((each) =>
    overruled?.quote.has(each.document.id) ? { ...each, priority: READ_FIRST } : each,
  )
  const rest = { most: Math.max(0, most - (asked?.spent ?? 0)), signal }
  const read = await readSentences(retrieval.understanding.question, others, archive, rest)
  const own = about && asked && speaks(about, asked.sentences) ? valued(asked.sentences, answering) : []
  return { own, others: valued(read, answering) }
}

/** The priority of a document that is quoted whatever its sentences are worth: above all that a search gives. */
const READ_FIRST = 2

function choose(
  own: readonly ValuedSentence[],
  others: readonly ValuedSentence[],
  { retrieval, quotedBefore, overruled, parts = [] }: QuoteRequest,
  { answering }: Archive,
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
  { answering }: Archive,
): boolean {
  const answers = read.filter(({ worth }) => worth >= answering.quoted.worth)
  return answers.length > 0 && answers.every((sentence) => quotedBefore.has(keyOf(sentence)))
}

/** What the best sentence of a side must be worth to be quoted, as a share of what others must be. */
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
  { answering }: Archive,
): Outcome {
  const { answerable, outright, likelihood } = retrieval.answerability
  const isForced = chosen.some(({ document }) => overruled?.quote.has(document.id))
  if (chosen.length === 0 || (!answerable && !isForced)) return 'nothing-found'
  // One sentence of the document asked about suffices: how much the archive has on the matter does not count.
  const isToldByAsked = own.some(({ probability }) => probability >= answering.confidence.answered)
  if (outright || isToldByAsked || confidence >= answering.confidence.answered) return 'answered'
  const isNear = evidenceOf(read) >= answering.near.evidence || likelihood >= answering.near.likelihood
  return isNear || isForced ? 'near' : 'nothing-found'
}

/** The document ids that are quoted. */
export function quotedIds(groups: readonly QuotedGroup[]): string[] {
  return groups.flatMap(({ documents }) => documents.map(({ document }) => document.id))
}
