/**
 * How well answers made of quoted sentences answer. `wanted`: share of the quoted sentences that answer outright (grade 2);
 * `fitting`: grade 1 or 2; `found`: quoted sentences of grade 2 among those that there are, of at most eight; `parts`: share
 * of a question's parts that a quoted sentence of grade 2 speaks to; `dangling`: share quoted without a sentence that they
 * need; `told`: whether a question that the archive cannot answer is not called answered; `hedged`, `refused`: whether an
 * answerable one is called near, nothing found; `repeated`: share that an earlier turn quoted. A question that is answered
 * without a quotation counts 0.
 */
import type { outcomes } from '../../server/contract/chat-enums.ts'
import type { LabelledTurn } from './answer-questions.ts'

export const answerMeasures = [
  'wanted',
  'fitting',
  'found',
  'parts',
  'dangling',
  'told',
  'hedged',
  'refused',
  'repeated',
  'sentences',
] as const
export type AnswerMeasure = (typeof answerMeasures)[number]

/** A sentence of a document's summary. */
export interface QuotedSentence {
  document: string
  index: number
}

/** The sentences of grade 2 that an answer is expected to quote at most. */
const MAX_EXPECTED = 8

/** @param earlier what earlier turns of the conversation quoted; undefined for a first turn. */
export function scoreTurn(
  turn: LabelledTurn,
  quoted: readonly QuotedSentence[],
  outcome: (typeof outcomes)[number] | 'near' | undefined,
  earlier?: readonly QuotedSentence[],
): Partial<Record<AnswerMeasure, number>> {
  const repeated =
    earlier && quoted.length > 0
      ? { repeated: share(quoted, (sentence) => earlier.some((other) => isSame(other, sentence))) }
      : {}
  if (!turn.answerable) return { ...repeated, told: Number(outcome !== 'answered') }
  const ended = { refused: Number(outcome === 'nothing-found'), hedged: Number(outcome === 'near') }
  const label = (sentence: QuotedSentence) => turn.sentences.find((each) => isSame(each, sentence))
  const best = turn.sentences.filter(({ grade }) => grade === 2)
  if (best.length === 0) return { ...repeated, ...ended }
  const quotedBest = best.filter((each) => quoted.some((sentence) => isSame(each, sentence)))
  const parts = turn.parts ?? []
  const spoken = new Set(
    quotedBest.flatMap(({ part }) => (part !== undefined && parts.includes(part) ? [part] : [])),
  )
  const lacksNeeded = (sentence: QuotedSentence) =>
    label(sentence)?.needs.some((index) => !quoted.some((other) => isSame(other, { ...sentence, index }))) ??
    false
  return {
    ...repeated,
    ...ended,
    wanted: share(quoted, (sentence) => label(sentence)?.grade === 2),
    fitting: share(quoted, (sentence) => label(sentence) !== undefined),
    found: quotedBest.length / Math.min(MAX_EXPECTED, best.length),
    dangling: share(quoted, lacksNeeded),
    sentences: quoted.length,
    ...(parts.length > 1 ? { parts: spoken.size / parts.length } : {}),
  }
}

function isSame(a: QuotedSentence, b: QuotedSentence): boolean {
  return a.document === b.document && a.index === b.index
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length
}

/** The mean of a measure, with half the width of its 95 % interval (normal approximation); undefined where none has it. */
export function meanOf(
  scores: readonly Partial<Record<AnswerMeasure, number>>[],
  measure: AnswerMeasure,
): { mean: number; halfWidth: number; n: number } | undefined {
  const values = scores.flatMap((score) => score[measure] ?? [])
  if (values.length === 0) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance =
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
  return { mean, halfWidth: 1.96 * Math.sqrt(variance / values.length), n: values.length }
}
