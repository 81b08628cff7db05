/** How near a sentence is to a record: by the model's vectors, and by its words weighed by rarity. */
import type { Lexicon } from '../../../corpus/lexicon.ts'
import { stem } from '../../../corpus/lexicon.ts'
import type { ReadWord } from './read-text.ts'
import type { ReadRecord } from './record.ts'

/** What a word counts when the record has another of the same meaning. */
const SAME_MEANING = 0.85

export interface Coverage {
  /** Share of the sentence's words, weighed by rarity, that the record carries. */
  whole: number
  /** The same of the clause of which it carries least. */
  least: number
  /** Weight of the longest run of words that the record does not carry, against the sentence's mean word. */
  gap: number
}

/** How much of a word the record's words carry, 0 to 1. */
export function carried(word: ReadWord, recordWords: readonly ReadWord[]): number {
  let best = 0
  for (const other of recordWords) {
    if (other.root === word.root) return 1
    if (sameMeaning(word, other)) best = SAME_MEANING
    else if (best < 0.7 && sharePrefix(word.root, other.root)) best = 0.7
  }
  return best
}

export function sameMeaning(a: ReadWord, b: ReadWord): boolean {
  return a.meanings.some(({ meaning }) => b.meanings.some((other) => other.meaning === meaning))
}

/** Words that one root bore in two ways that the stemmer does not see ("economy", "economic"; "Algeria", "Algerian"). */
function sharePrefix(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return length >= 5 && a.slice(0, 5) === b.slice(0, 5)
}

export function coverageOf(
  words: readonly ReadWord[],
  isChecked: (word: ReadWord) => boolean,
  recordWords: readonly ReadWord[],
  lexicon: Lexicon,
  clauseOf: (word: ReadWord) => number,
): Coverage {
  const content = words.filter((word) => word.content && !isChecked(word))
  const weighed = content.map((word) => ({
    word,
    weight: Math.min(6, lexicon.rarity(stem(word.word))),
    carried: carried(word, recordWords),
  }))
  const share = (list: typeof weighed) => {
    const total = list.reduce((sum, { weight }) => sum + weight, 0)
    return total === 0 ? 1 : list.reduce((sum, each) => sum + each.weight * each.carried, 0) / total
  }
  const clauses = new Map<number, typeof weighed>()
  for (const each of weighed) clauses.set(clauseOf(each.word), [...(clauses.get(clauseOf(each.word)) ?? []), each])
  const long = [...clauses.values()].filter((list) => list.length >= 3)
  let gap = 0
  let run = 0
  for (const each of weighed) {
    run = each.carried > 0 ? 0 : run + each.weight
    gap = Math.max(gap, run)
  }
  return { whole: share(weighed), least: Math.min(share(weighed), ...long.map(share)), gap }
}

export function closest(
  vector: Float32Array,
  records: readonly ReadRecord[],
): { similarity: number; record: number; sentence: number | undefined } {
  let best: { similarity: number; record: number; sentence: number | undefined } = { similarity: -1, record: 0, sentence: undefined }
  records.forEach(({ passages }, record) => {
    for (const passage of passages) {
      const similarity = dot(vector, passage.vector)
      if (similarity > best.similarity) best = { similarity, record, sentence: passage.sentence }
    }
  })
  return best
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}
