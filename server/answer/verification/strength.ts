/** What a sentence denies, and how strongly it asserts, against the records: "refused" for "agreed", "had sent" for "is to send". */
import type { ReadWord } from './read-text.ts'

export interface StrengthFinding {
  text: string
  finding: 'denied' | 'denied elsewhere' | 'opposite' | 'not yet done' | 'not told' | 'absolute'
}

/** Words by which a claim leaves no rest; the record must have one of the same row. */
const ABSOLUTES = [
  'all every everyone everything entire entirely whole wholly fully full completely complete total totally altogether utterly both',
  'always forever permanently',
  'never nobody nothing none whatsoever',
  'already',
  'certain certainly definitely inevitably surely undoubtedly fail',
  'formal formally official officially',
  'only solely exclusively',
  'immediately once instantly',
].map((row) => new Set(row.split(' ')))

export function denials(sentence: readonly ReadWord[], record: readonly ReadWord[]): StrengthFinding[] {
  const found: StrengthFinding[] = []
  for (const word of sentence) {
    if (!word.content) continue
    const nearest = nearestMatches(word, record)
    if (!nearest) {
      if (word.denied) found.push({ text: word.written, finding: 'denied elsewhere' })
    } else if (!nearest.words.some((other) => (other.denied === word.denied) === nearest.same))
      found.push({ text: word.written, finding: nearest.same ? 'denied' : 'opposite' })
  }
  return found
}

/** The record's words by which a denial is judged: the same word, else one of its meaning, else one of the opposite. */
function nearestMatches(
  word: ReadWord,
  record: readonly ReadWord[],
): { words: ReadWord[]; same: boolean } | undefined {
  const root = record.filter((other) => other.root === word.root)
  if (root.length > 0) return { words: root, same: true }
  const meaning = record.filter((other) => shares(word, other, 1))
  if (meaning.length > 0) return { words: meaning, same: true }
  const [only, ...more] = word.meanings.filter(({ side }) => side !== 0)
  const opposite = only && more.length === 0 ? record.filter((other) => shares(word, other, -1)) : []
  return opposite.length > 0 ? { words: opposite, same: false } : undefined
}

function shares(a: ReadWord, b: ReadWord, sign: 1 | -1): boolean {
  return a.meanings.some(({ meaning, side }) =>
    b.meanings.some((other) => other.meaning === meaning && (sign > 0 ? other.side === side : side !== 0 && other.side === -side)),
  )
}

export function overstatements(sentence: readonly ReadWord[], record: readonly ReadWord[]): StrengthFinding[] {
  const found: StrengthFinding[] = []
  for (const word of sentence) {
    const row = ABSOLUTES.find((each) => each.has(word.word))
    if (row && !record.some((other) => row.has(other.word)))
      found.push({ text: word.written, finding: 'absolute' })
    if (word.mode !== 'done' || !word.content) continue
    const same = record.filter(
      (other) =>
        other.root === word.root ||
        word.meanings.some((a) => other.meanings.some((b) => a.meaning === b.meaning && a.side === b.side)),
    )
    if (same.length === 0) found.push({ text: word.written, finding: 'not told' })
    else if (same.every(({ mode }) => mode === 'open'))
      found.push({ text: word.written, finding: 'not yet done' })
  }
  return found
}
