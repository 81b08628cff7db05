/**
 * What a sentence denies, and how strongly it asserts, against the records: "refused" for "agreed", "had sent" for "is to
 * send", "every" for "some".
 */
import { isIrregular } from './meanings.ts'
import type { ReadWord } from './read-text.ts'
import type { Objection } from './signs.ts'

/** Words by which a claim leaves no rest; the record must have one of the same row. */
const ABSOLUTES = [
  'all every everyone everything entire entirely whole wholly fully full completely complete total totally altogether utterly both',
  'always forever permanently',
  'never nobody nothing none whatsoever',
  'already',
  'certain certainly definitely inevitably surely undoubtedly fail',
  'formal formally official officially',
  'solely exclusively',
  'immediately instantly',
].map((row) => new Set(row.split(' ')))

/** Words that carry a denial within them. */
const NEGATIVE = new Set(['accepting', 'succeeding', 'permitting', 'possible', 'enough', 'true', 'sure'])

function isNegative({ denied, meanings }: ReadWord): boolean {
  return denied || meanings.some(({ meaning, side }) => side === -1 && NEGATIVE.has(meaning))
}

/**
 * @param near words of the record's sentences that are nearest to the sentence: there a word must not be denied.
 * @param all words of the whole record.
 */
export function denials(
  sentence: readonly ReadWord[],
  near: readonly ReadWord[],
  all: readonly ReadWord[],
): Objection[] {
  const found: Objection[] = []
  const recordDenies = near.some(isNegative)
  for (const word of sentence) {
    if (!word.content) continue
    // A clause may deny by another word than the record does ("improbable").
    if (
      !word.denied &&
      sentence.some((other) => other !== word && other.clause === word.clause && isNegative(other))
    )
      continue
    const finding = judge(word, near) ?? judge(word, all)
    if (finding === 'agrees') continue
    const object = (certain: boolean) => found.push({ check: 'denial', text: word.written, certain })
    if (finding) object(finding === 'denied' && judge(word, all) !== 'agrees')
    else if (word.denied && !recordDenies) object(false)
  }
  return found
}

/** Meanings with sides that a word may have and still be the opposite of another. */
const MOST_SIDES = 2

/** By the same word, else by words of the same meaning or its opposite; undefined where the record has none. */
function judge(word: ReadWord, record: readonly ReadWord[]): 'agrees' | 'denied' | 'opposite' | undefined {
  const sameRoot = record.filter(({ root }) => root === word.root)
  const agrees = (other: ReadWord, sign: number) => (other.denied === word.denied) === sign > 0
  if (sameRoot.some((other) => agrees(other, 1))) return 'agrees'
  const polar = word.meanings.filter(({ side }) => side !== 0)
  const matches = record.flatMap((other) =>
    other.meanings.flatMap(({ meaning, side }) => {
      const own = word.meanings.find((each) => each.meaning === meaning)
      return own ? [{ other, side, sign: own.side === side ? 1 : -1 }] : []
    }),
  )
  // Where the record takes a side, what it says without one does not count.
  const sided = matches.filter(({ side }) => side !== 0)
  const others = sided.length > 0 ? sided : matches
  if (others.some(({ other, sign }) => agrees(other, sign)))
    return sameRoot.length === 0 ? 'agrees' : word.denied ? 'denied' : 'opposite'
  if (sameRoot.length > 0) return 'denied'
  if (others.length === 0) return undefined
  // A word of many meanings with sides ("return") is the opposite of too much.
  return word.denied || others.some(({ other }) => other.denied) || polar.length <= MOST_SIDES
    ? 'opposite'
    : 'agrees'
}

function sharesBeginning(a: ReadWord, b: ReadWord): boolean {
  return a.root.length >= 5 && b.root.startsWith(a.root.slice(0, 5))
}

/** Verbs that say little by themselves. */
const LIGHT = new Set(
  'put go come see make act take get set have do be give keep let leav base work'.split(' '),
)

function isPast(word: string): boolean {
  return /ed$/.test(word) || isIrregular(word)
}

/**
 * @param wellCarried whether the record carries the rest of the sentence: then a deed that it does not tell is too much,
 * and not another word for one.
 */
export function overstatements(
  sentence: readonly ReadWord[],
  near: readonly ReadWord[],
  all: readonly ReadWord[],
  wellCarried: boolean,
): Objection[] {
  const found: Objection[] = []
  for (const word of sentence) {
    const object = () => found.push({ check: 'strength', text: word.written, certain: false })
    const row = ABSOLUTES.find((each) => each.has(word.word))
    if (row && !near.some((other) => row.has(other.word))) object()
    if (word.mode !== 'done' || !word.content || LIGHT.has(word.root) || !isPast(word.word)) continue
    const nearRoot = near.filter(({ root }) => root === word.root)
    const sameRoot = nearRoot.length > 0 ? nearRoot : all.filter(({ root }) => root === word.root)
    const isSame = (other: ReadWord) =>
      word.meanings.some((a) => other.meanings.some((b) => a.meaning === b.meaning && a.side === b.side))
    const inNear = near.filter(isSame)
    const same = sameRoot.length > 0 ? sameRoot : inNear.length > 0 ? inNear : all.filter(isSame)
    if (same.length === 0 && (!wellCarried || all.some((other) => sharesBeginning(word, other)))) continue
    // What is told nowhere, or only as wished or feared, has not been done.
    if (same.every(({ mode }) => mode === 'open')) object()
  }
  return found
}
