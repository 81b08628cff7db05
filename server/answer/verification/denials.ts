/** What a sentence denies that its records tell, or tells that they deny: "refused" for "agreed", "did not ask" for "asked". */
import { LIGHT } from './meanings.ts'
import type { Objection } from './objection.ts'
import type { ReadWord } from './read-text.ts'

/** Words that carry a denial within them. */
const NEGATIVE = new Set(['accepting', 'succeeding', 'permitting', 'possible', 'enough', 'true', 'sure'])
/** Words that say what is not, or no longer. */
const PRIVATIVE =
  /^(?:only|unless|except|silen\w+|instead|replac\w+|avoid\w*|stop\w*|suspend\w*|drop\w*|abandon\w*|shelv\w*|cancel\w*|any|most|depriv\w+|rob\w*|los[et]\w*|little|few)$/

/** "Unusually allowed" was allowed. */
const DENIES_ITSELF = /^(?:un|non)/

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
  const recordDenies = near.some((word) => isNegative(word) || PRIVATIVE.test(word.word))
  return sentence.flatMap((word): Objection[] => {
    if (!word.content || deniesInOtherWords(word, sentence, near)) return []
    const isLight = LIGHT.has(word.root) && !word.phrase
    const finding = isLight
      ? judgeLight(word, near)
      : (judge(word, near, sentence) ?? judge(word, all, sentence))
    if (finding === 'agrees') return []
    // "Unexpected" tells how something was, and denies nothing that was told.
    const isDenial = word.denied && !DENIES_ITSELF.test(word.word)
    if (!finding && (!isDenial || recordDenies)) return []
    // Where the record denies something else in its own words, the two may well say the same.
    const open = word.denied && recordDenies
    const certain = finding === 'denied' && !open && judge(word, all, sentence) !== 'agrees'
    return [{ check: 'denial', text: word.written, certain }]
  })
}

/** Whether a word that is not denied stands in a clause that denies by another than the record does. */
function deniesInOtherWords(
  word: ReadWord,
  sentence: readonly ReadWord[],
  near: readonly ReadWord[],
): boolean {
  if (word.denied) return false
  const others = sentence.filter((other) => other !== word && other.clause === word.clause)
  // "Improbable" for "not likely"; "spoke only German" for "spoke no language but German"
  return (
    others.some((other) => isNegative(other)) ||
    (others.some(({ word }) => /^(?:only|sole|alone)$/.test(word)) &&
      near.some(({ word }) => /^(?:but|except|beyond)$/.test(word)))
  )
}

/** Meanings with sides that a word may have and still be the opposite of another. */
const MOST_SIDES = 2

/**
 * By the same word, else by words of the same meaning or its opposite; undefined where the record has none that is said
 * of the same thing.
 */
function judge(
  word: ReadWord,
  record: readonly ReadWord[],
  sentence: readonly ReadWord[],
): 'agrees' | 'denied' | 'opposite' | undefined {
  const sameRoot = record.filter(({ root }) => root === word.root)
  const agrees = (other: ReadWord, sign: number) =>
    (other.denied === word.denied) === sign > 0 ||
    // "Refused a summit" is "would have no summit".
    (word.denied &&
      sign > 0 &&
      other.fellows.some(
        (fellow) => fellow.start < other.start && isNegative(fellow) && !DENIES_ITSELF.test(fellow.word),
      ))
  const polar = word.meanings.filter(({ side }) => side !== 0)
  const matches = record.flatMap((other) =>
    other.meanings.flatMap(({ meaning, side }) => {
      const own = word.meanings.find((each) => each.meaning === meaning)
      return own ? [{ other, side, sign: own.side === side ? 1 : -1 }] : []
    }),
  )
  // Where the record takes a side, what it says without one does not count.
  const sided = matches.filter(({ side }) => side !== 0)
  const inClause = sided.filter(({ other }) => isOfTheSame(word, other, word.fellows))
  const alike =
    inClause.length > 0 ? inClause : sided.filter(({ other }) => isOfTheSame(word, other, sentence))
  const others = alike.length > 0 ? alike : sided.length > 0 ? sided : matches
  const isLight = LIGHT.has(word.root) && !word.phrase
  const agreeing = sameRoot.filter((other) => agrees(other, 1))
  if (agreeing.length > 0) {
    // The same word of something else does not outweigh the opposite of this.
    const contrary = alike.filter(({ other }) => other.root !== word.root)
    const outweighed =
      !isLight && contrary.length > 0 && !agreeing.some((other) => isOfTheSame(word, other, sentence))
    return outweighed && !contrary.some(({ other, sign }) => agrees(other, sign)) ? 'opposite' : 'agrees'
  }
  if (others.some(({ other, sign }) => agrees(other, sign)))
    return sameRoot.length === 0 ? 'agrees' : word.denied ? 'denied' : 'opposite'
  if (sameRoot.length > 0) return 'denied'
  // A meaning without sides ("saying") is too wide, and "put" and "hold" mean too much, for an opposite.
  if (alike.length === 0 || isLight) return undefined
  // A word of many meanings with sides ("return") is the opposite of too much.
  return word.denied ||
    alike.some(({ other }) => other.denied) ||
    polar.length <= MOST_SIDES ||
    polar.every(({ side }) => side === polar[0]?.side)
    ? 'opposite'
    : 'agrees'
}

/** "Ran them" and "never ran them": a verb that says little is compared only where it is said of the same thing. */
function judgeLight(word: ReadWord, near: readonly ReadWord[]): 'denied' | undefined {
  const same = near.filter(({ root }) => root === word.root)
  const isDenial = same.length > 0 && same.every(({ denied }) => denied !== word.denied)
  return isDenial && same.some((other) => isOfTheSame(word, other, word.fellows)) ? 'denied' : undefined
}

/** Whether two words stand with a third that both clauses have. */
function isOfTheSame(word: ReadWord, other: ReadWord, sentence: readonly ReadWord[]): boolean {
  return sentence.some(
    (fellow) =>
      fellow !== word &&
      fellow.content &&
      other.fellows.some(
        (each) =>
          each !== other &&
          (each.root === fellow.root ||
            each.meanings.some((a) => fellow.meanings.some((b) => a.meaning === b.meaning))),
      ),
  )
}
