/**
 * The answer without a language model: the best sentences of the best documents' summaries, verbatim, each with its
 * citation. A pure function of what was retrieved.
 */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Calibration } from '../archive/calibration.ts'
import { isNearTwin } from '../retrieval/near-twin.ts'
import type { RankedDocument } from '../retrieval/retrieve.ts'
import type { ScoredSentence } from '../retrieval/sentences.ts'
import { antecedents } from './antecedents.ts'
import { describeDocument, openingLine } from './lead-in.ts'
import { MOST_CONTINUATIONS, MOST_DOCUMENTS, MOST_FROM_ONE, MOST_SENTENCES } from './length.ts'
import { type First, quoteFirst } from './quote-first.ts'

export interface Candidate extends Pick<RankedDocument, 'document' | 'score'> {
  sentences: readonly ScoredSentence[]
}

export interface Paragraph {
  document: ArchiveDocument
  leadIn: string
  /** Verbatim sentences of the document's summary, in its order; `index` is the position among them, from 0. */
  sentences: { index: number; text: string }[]
}

export interface ExtractiveAnswer {
  /** How many documents are quoted, from when to when, and that in words. */
  opening: { documents: number; from: ReducedDate; to: ReducedDate; text: string }
  paragraphs: Paragraph[]
}

type Quotation = Calibration['quotation']

/** Composes the answer; `undefined` where no candidate has a sentence to quote. */
export function extractAnswer(
  question: string,
  candidates: readonly Candidate[],
  shares: Quotation,
  first?: First,
  leadIn: (document: ArchiveDocument) => string = describeDocument,
): ExtractiveAnswer | undefined {
  const own = first ? quoteFirst(first, shares) : []
  const others = first?.whole ? [] : candidates.filter(({ document }) => document.id !== first?.document.id)
  const chosen = choose(others, shares, own)
  const quoted = others.filter(({ document }) => chosen.some((sentence) => sentence.document === document.id))
  const byDate = quoted.map(({ document }) => document).sort((a, b) => compareDates(a.date, b.date))
  const rest = asksForOneFact(question) ? quoted.map(({ document }) => document) : byDate
  const order = first && own.length > 0 ? [first.document, ...rest] : rest
  const dates = order.map(({ date }) => date).sort(compareDates)
  const [from, to] = [dates.at(0), dates.at(-1)]
  if (from === undefined || to === undefined) return undefined
  const text = openingLine(
    rest,
    first && { speaks: own.length > 0, hasSummary: first.document.summary !== null },
  )
  return {
    opening: { documents: order.length, from, to, text },
    paragraphs: order.map((document) => ({
      document,
      leadIn: leadIn(document),
      sentences: chosen
        .filter((sentence) => sentence.document === document.id)
        .sort((a, b) => a.ordinal - b.ordinal)
        .map(({ ordinal, text }) => ({ index: ordinal, text })),
    })),
  }
}

/** The sentences to quote: by closeness and rank, no near-twins, each understandable by itself; those of the first before. */
function choose(
  candidates: readonly Candidate[],
  { worthQuoting, closeEnough, rankWeight }: Quotation,
  first: readonly ScoredSentence[],
): ScoredSentence[] {
  const best = Math.max(0, ...candidates.map((candidate) => candidate.score))
  const valued = candidates
    .flatMap(({ score, sentences }) =>
      sentences.map((sentence) => ({
        sentence,
        siblings: sentences,
        value: sentence.score + (rankWeight * score) / (best || 1),
      })),
    )
    .sort((a, b) => b.value - a.value)
  const closest = Math.max(0, ...valued.map(({ sentence }) => sentence.score))
  const threshold = (valued[0]?.value ?? 0) * worthQuoting
  const chosen: ScoredSentence[] = [...first]
  for (const { sentence, siblings, value } of valued) {
    if (sentence.score < closest * closeEnough) continue
    if (value < threshold || chosen.length >= MOST_SENTENCES) break
    const group = [...antecedents(sentence, siblings), sentence].filter((member) => !chosen.includes(member))
    const documents = new Set([...chosen, sentence].map(({ document }) => document))
    const fromThis = chosen.filter(({ document }) => document === sentence.document).length
    if (documents.size > MOST_DOCUMENTS || fromThis + group.length > MOST_FROM_ONE) continue
    if (group.some((member) => chosen.some((other) => isNearTwin(member.text, other.text)))) continue
    chosen.push(...group)
  }
  return fillSingle(
    withContinuations(chosen, candidates),
    valued.map(({ sentence }) => sentence),
  )
}

/**
 * A summary's first sentence often only sets the scene ("Verbatim record of the morning session …"): where it would
 * stand alone, the sentence after it says what happened.
 */
function withContinuations(
  chosen: readonly ScoredSentence[],
  candidates: readonly Candidate[],
): ScoredSentence[] {
  const continued = [...chosen]
  for (const { document, sentences } of candidates) {
    const own = chosen.filter((sentence) => sentence.document === document.id)
    const next = own.length === 1 && own[0]?.ordinal === 0 && sentences.find(({ ordinal }) => ordinal === 1)
    const known = next && continued.some((other) => isNearTwin(next.text, other.text))
    if (next && !known && continued.length < MOST_SENTENCES + MOST_CONTINUATIONS) continued.push(next)
  }
  return continued
}

/** An answer from one document alone tells more of it: its closest sentences, up to the most that one may give. */
function fillSingle(chosen: ScoredSentence[], byValue: readonly ScoredSentence[]): ScoredSentence[] {
  const documents = new Set(chosen.map(({ document }) => document))
  const [only] = documents
  if (documents.size !== 1) return chosen
  const rest = byValue.filter((sentence) => sentence.document === only && !chosen.includes(sentence))
  return [...chosen, ...rest].slice(0, Math.max(chosen.length, MOST_FROM_ONE))
}

/** Whether the question wants one fact rather than a course of events: then the best document comes first. */
function asksForOneFact(question: string): boolean {
  return /^\s*(?:when|who|whom|whose|where|how (?:many|much|long|far|old)|which|is there|what (?:year|date|day|number))\b/i.test(
    question,
  )
}
