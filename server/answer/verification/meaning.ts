/** How near a sentence is to its records: by the model's vectors, and by its words weighed by rarity. */
import type { Lexicon } from '../../../corpus/lexicon.ts'
import { stem } from '../../../corpus/lexicon.ts'
import type { ReadWord } from './read-text.ts'
import type { ReadRecord } from './record.ts'

export interface Coverage {
  /** Share of the sentence's words, weighed by rarity, that the records carry. */
  coverage: number
  /** Rarity of the longest run of words that they do not carry. */
  gap: number
}

export interface Nearness extends Coverage {
  /** Its words of meaning besides what is held to other checks: names, dates, numbers. */
  words: number
  /** Natural logarithm of all its words of meaning plus one: the fewer there are, the more its names alone make it near. */
  length: number
  /** Cosine, with the nearest passage of the records, of the clause that is farthest from any. */
  similarity: number
}

/**
 * By which it is decided whether a sentence is near enough. Without the length, 37 to 58 of 100 invented sentences of three
 * to ten words were supported. The whole sentence's cosine, the coverage and that of the least carried clause were tried with
 * them and changed little (tests/eval/verification*.jsonl, cross-validated).
 */
export const nearnessFeatures = ['similarity', 'gap', 'length'] as const satisfies (keyof Nearness)[]

/** What a word counts when the record has another of the same meaning, or another with the same beginning. */
const SAME_MEANING = 0.85
const SAME_BEGINNING = 0.7
const BEGINNING = 5
/** Rarity beyond which a word is just rare. */
const RAREST = 6

/** @param words those of the sentence that carry meaning and are held to no other check. */
export function coverageOf(
  words: readonly ReadWord[],
  recordWords: readonly ReadWord[],
  lexicon: Lexicon,
): Coverage {
  const roots = new Set(recordWords.map(({ root }) => root))
  const meanings = new Set(recordWords.flatMap((word) => word.meanings.map(({ meaning }) => meaning)))
  const beginnings = new Set(
    [...roots].filter(({ length }) => length >= BEGINNING).map((root) => root.slice(0, BEGINNING)),
  )
  const weighed = words.map((word) => ({
    weight: Math.min(RAREST, lexicon.rarity(stem(word.word))),
    carried: roots.has(word.root)
      ? 1
      : word.meanings.some(({ meaning }) => meanings.has(meaning))
        ? SAME_MEANING
        : beginnings.has(word.root.slice(0, BEGINNING))
          ? SAME_BEGINNING
          : 0,
  }))
  let [gap, run] = [0, 0]
  for (const { carried, weight } of weighed) {
    run = carried > 0 ? 0 : run + weight
    gap = Math.max(gap, run)
  }
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const sum = weighed.reduce((sum, { weight, carried }) => sum + weight * carried, 0)
  return { coverage: total === 0 ? 1 : sum / total, gap }
}

/** The passage of the records that is nearest; `sentence` −1 is the title. */
export function closest(
  vector: Float32Array,
  records: readonly ReadRecord[],
): { similarity: number; record: number; sentence: number } {
  let best = { similarity: -1, record: 0, sentence: -1 }
  records.forEach(({ passages }, record) => {
    for (const { vector: other, sentence } of passages) {
      const similarity = dot(vector, other)
      if (similarity > best.similarity) best = { similarity, record, sentence }
    }
  })
  return best
}

/** Sentences about as close as the closest, which carry the sentence, too. @param asClose how much farther they may be. */
export function aboutAsClose(
  vector: Float32Array | undefined,
  records: readonly ReadRecord[],
  best: number,
  asClose: number,
): { similarity: number; record: number; sentence: number }[] {
  if (!vector) return []
  return records.flatMap(({ passages }, record) =>
    passages
      .map(({ vector: other, sentence }) => ({ similarity: dot(vector, other), record, sentence }))
      .filter(({ similarity, sentence }) => sentence >= 0 && similarity >= best - asClose),
  )
}

/** Sentences that together carry a sentence are this many at most. */
const MOST_CARRYING = 3

/**
 * The sentences of the records that carry the words: first the one that carries most, then those that carry more of the
 * rest. `similarity` is the share of the words that a sentence adds.
 */
export function carrying(
  words: readonly ReadWord[],
  records: readonly ReadRecord[],
): { similarity: number; record: number; sentence: number }[] {
  const candidates = records.flatMap(({ sentences }, record) =>
    sentences.map(({ roots, meanings }, sentence) => {
      const carried = words.filter(
        (word) => roots.has(word.root) || word.meanings.some(({ meaning }) => meanings.has(meaning)),
      )
      return { record, sentence, carried }
    }),
  )
  const chosen: { similarity: number; record: number; sentence: number }[] = []
  let rest = new Set(words)
  while (chosen.length < MOST_CARRYING) {
    const added = candidates.map((each) => ({
      ...each,
      count: each.carried.filter((word) => rest.has(word)).length,
    }))
    const best = added.reduce<(typeof added)[number] | undefined>(
      (most, each) => (each.count > (most?.count ?? 0) ? each : most),
      undefined,
    )
    if (!best) break
    chosen.push({ record: best.record, sentence: best.sentence, similarity: best.count / words.length })
    const carried = new Set(best.carried)
    rest = new Set([...rest].filter((word) => !carried.has(word)))
  }
  return chosen
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}
