/**
 * Words that mean the same, or the opposite, in the language of diplomacy: "turned down" is "rejected" and the opposite
 * of "accepted". `meanings.json` groups them by meaning; a word may stand in several groups.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { foldedWords, stem } from '../../../corpus/lexicon.ts'

const words = z.string().transform((text) => text.split(' '))
const fileSchema = z.strictObject({
  /** Irregular forms and the word that they are forms of: "told:tell". */
  irregular: words,
  /** Words that share a stem with one of these, but not its meaning: "authorities" and "authorize". */
  unlike: words,
  meanings: z.array(z.strictObject({ meaning: z.string(), words, opposite: words.optional() })),
})

const file = fileSchema.parse(JSON.parse(readFileSync(new URL('./meanings.json', import.meta.url), 'utf8')))

const irregular = new Map(
  file.irregular.map((pair): [string, string] => {
    const [form = '', base = ''] = pair.split(':')
    return [form, base]
  }),
)

/** Whether a word's stem misleads. */
const unlike = new Set(file.unlike)

/** A meaning that a word has: `side` is −1 for the opposite, 0 where the meaning has none. */
export interface Meaning {
  meaning: string
  side: -1 | 0 | 1
}

/** Words that end as adverbs do and are none. */
const NO_ADVERBS = new Set(
  'family only early daily weekly monthly reply supply apply ally rally rely assembly likely unlikely italy july anomaly monopoly friendly costly deadly'.split(
    ' ',
  ),
)

/** The stem that the forms of a word share: "told" and "tells" are both "tell", "coldly" is "cold". */
export function rootOf(word: string): string {
  const base = irregular.get(word) ?? word
  return stem(NO_ADVERBS.has(base) ? base : base.replace(/(?<=\w{3})ily$/, 'y').replace(/(?<=\w{3})ly$/, ''))
}

/** Whether the word is an irregular form, as of a verb in the past ("told"). */
export function isIrregular(word: string): boolean {
  return irregular.has(word)
}

/** Whether a word has the form of a past tense. */
export function isPast(word: string): boolean {
  return (
    /ed$/.test(word) || (isIrregular(word) && !/^(?:better|best|worse|worst|less|least|further)$/.test(word))
  )
}

/** Roots of verbs that say little by themselves. */
export const LIGHT = new Set(
  'put go come see make act take get set have do be give keep let base work hold call run turn stand bring pass'.split(
    ' ',
  ),
)

/** Phrases by their first root, each with all its roots: "turn down". */
const phrases = new Map<string, { roots: readonly string[]; meaning: Meaning }[]>()

for (const { meaning, words, opposite } of file.meanings) {
  for (const word of words) addPhrase(word, { meaning, side: opposite ? 1 : 0 })
  for (const word of opposite ?? []) addPhrase(word, { meaning, side: -1 })
}

function addPhrase(written: string, meaning: Meaning): void {
  const roots = foldedWords(written.replaceAll('_', ' ')).map(rootOf)
  const [first] = roots
  const known = phrases.get(first ?? '') ?? []
  // "Accept" and "acceptable" have one root.
  const isKnown = known.some(
    (each) => each.meaning.meaning === meaning.meaning && each.roots.join() === roots.join(),
  )
  if (first !== undefined && !isKnown) phrases.set(first, [...known, { roots, meaning }])
}

/** Whether a folded word only looks like a form of a word with a meaning. */
export function misleads(word: string): boolean {
  return unlike.has(word)
}

/** The meanings that begin at a word, and how many words each takes. */
export function meaningsAt(roots: readonly string[], index: number): { meaning: Meaning; words: number }[] {
  const candidates = phrases.get(roots[index] ?? '') ?? []
  return candidates
    .filter((phrase) => phrase.roots.every((root, offset) => roots[index + offset] === root))
    .map((phrase) => ({ meaning: phrase.meaning, words: phrase.roots.length }))
}
