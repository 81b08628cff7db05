/**
 * Decides how an answer ends: `answered`, `near` or `nothing-found`. These are all the reasons for which a question is not
 * answered, in their order:
 *
 * 1. The archive cannot answer it: `server/retrieval/answerability.ts` says so, with a reason, before anything is read.
 * 2. No sentence is relevant enough to be quoted (`reading/choose-sentences.ts`).
 * 3. What was read is too weak (`reading/confidence.ts`).
 * 4. The best sentences do not speak of a name that was asked about (`reading/unaddressed-name.ts`).
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Archive } from '../archive/archive.ts'
import type { Outcome } from '../contract/chat-enums.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { confidenceFeaturesOf, confidenceOf, summedEvidence } from './reading/confidence.ts'
import type { RatedSentence } from './reading/sentence-relevance.ts'
import { findUnaddressedName } from './reading/unaddressed-name.ts'
import type { UserOverrides } from './user-overrides.ts'

interface ReadSentences {
  /** Of the document that the question is about. */
  own: readonly RatedSentence[]
  /** All that were read, the own ones included. */
  read: readonly RatedSentence[]
  /** Those that are to be quoted. */
  chosen: readonly RatedSentence[]
  request: {
    /** As typed. */
    question: string
    retrieval: Retrieval
    overrides?: UserOverrides | undefined
    signal?: AbortSignal | undefined
  }
}

export interface DecidedOutcome {
  outcome: Outcome
  /** The name asked about of which the best sentences do not speak; the outcome is `near` then. */
  unaddressedName?: LinkedName
  /** Probability that the question is answered, 0..1. */
  confidence: number
}

export async function decideOutcome(sentences: ReadSentences, archive: Archive): Promise<DecidedOutcome> {
  const { read, request } = sentences
  const { question, retrieval, signal } = request
  const confidence = confidenceOf(confidenceFeaturesOf(retrieval, read, archive), archive.readerCalibration)
  const outcome = outcomeByThresholds(confidence, sentences, archive)
  if (outcome !== 'answered' || retrieval.answerability.matchesAllCriteria) return { outcome, confidence }
  const unaddressedName = await findUnaddressedName(question, retrieval.understanding, read, archive, signal)
  return unaddressedName ? { outcome: 'near', unaddressedName, confidence } : { outcome, confidence }
}

function outcomeByThresholds(
  confidence: number,
  { own, read, chosen, request: { retrieval, overrides } }: ReadSentences,
  { readerCalibration }: Archive,
): Outcome {
  const { answerable, matchesAllCriteria, likelihood } = retrieval.answerability
  const isForced = chosen.some(({ document }) => overrides?.quote.has(document.id))
  if (chosen.length === 0 || (!answerable && !isForced)) return 'nothing-found'
  // One sentence of the document asked about suffices: how much the archive has on the matter does not count.
  const isAnsweredByDocumentAskedAbout = own.some(
    ({ probability }) => probability >= readerCalibration.confidence.answered,
  )
  if (
    matchesAllCriteria ||
    isAnsweredByDocumentAskedAbout ||
    confidence >= readerCalibration.confidence.answered
  )
    return 'answered'
  const isNear =
    summedEvidence(read) >= readerCalibration.near.evidence || likelihood >= readerCalibration.near.likelihood
  return isNear || isForced ? 'near' : 'nothing-found'
}
