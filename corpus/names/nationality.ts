/**
 * Recognizes adjectives of nationality from the CLDR names of all states and languages (`Intl.DisplayNames`): "Bolivian"
 * from Bolivia, "Spanish" from the language.
 */
import { foldWord } from './name-tokens.ts'

/** Endings of English adjectives, and nouns for people, that are formed from names of states. */
const ADJECTIVE_ENDING = /^(?:[ie]?ans?|ns?|vians?|ese|ish|is?|ine|ic)$/

/** How many letters of a state's name its adjective may drop (Norw|ay, Portug|al), and how many it must keep. */
const MAX_DROPPED_LETTERS = 3
const MIN_KEPT_LETTERS = 4

export interface Nationality {
  /** CLDR name of the state; absent if the word matches only a language. */
  state?: string
}

/** The nationality of a folded adjective; undefined for other words. @example "bolivian" → { state: "Bolivia" } */
export function nationalityOf(word: string): Nationality | undefined {
  let best: { name: string; kept: number } | undefined
  for (const { name, folded } of states()) {
    const most = Math.min(folded.length, word.length)
    let kept = 0
    while (kept < most && folded[kept] === word[kept]) kept += 1
    if (kept < MIN_KEPT_LETTERS || folded.length - kept > MAX_DROPPED_LETTERS || kept === word.length)
      continue
    // The longest match wins: "Nigerian" belongs to Nigeria, not to Niger.
    if (endsAsAdjective(word, kept) && kept > (best?.kept ?? 0)) best = { name, kept }
  }
  if (best) return { state: best.name }
  return languages().has(word) ? {} : undefined
}

/** Whether the rest of the word is an ending. The ending may overlap with up to two letters of the name. */
function endsAsAdjective(word: string, kept: number): boolean {
  return [kept, kept - 1, kept - 2].some(
    (from) => from >= MIN_KEPT_LETTERS && ADJECTIVE_ENDING.test(word.slice(from)),
  )
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

let allStates: { name: string; folded: string }[] | undefined
function states(): readonly { name: string; folded: string }[] {
  allStates ??= displayNamesOf('region', (code) => code.toUpperCase()).map((name) => ({
    name,
    folded: foldWord(name),
  }))
  return allStates
}

let allLanguages: Set<string> | undefined
function languages(): ReadonlySet<string> {
  allLanguages ??= new Set(displayNamesOf('language', (code) => code).map(foldWord))
  return allLanguages
}

/** CLDR names of all two-letter codes that have one. */
function displayNamesOf(type: 'region' | 'language', cased: (code: string) => string): string[] {
  const display = new Intl.DisplayNames('en', { type, fallback: 'none' })
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => display.of(cased(first + second)) ?? []))
}
