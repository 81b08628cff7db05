/**
 * Adjectives of nationality, told from the names that Unicode's CLDR gives to the world's states and languages
 * (`Intl.DisplayNames`): "Bolivian" by Bolivia, "Spanish" by the language.
 */
import { foldWord } from './name-tokens.ts'

/** How English makes adjectives, and nouns for people, of the names of states. */
const ENDING = /^(?:[ie]?ans?|ns?|vians?|ese|ish|is?|ine|ic)$/

/** Letters of a state's name that its adjective may lack: Norw|ay, Portug|al. */
const MOST_DROPPED = 3
const LEAST_KEPT = 4

export interface Nationality {
  /** The state as CLDR names it; absent where only a language tells. */
  state?: string
}

/** The nationality that a folded word is an adjective of; undefined for any other word. */
export function nationalityOf(word: string): Nationality | undefined {
  let best: { name: string; kept: number } | undefined
  for (const { name, folded } of states()) {
    const most = Math.min(folded.length, word.length)
    let kept = 0
    while (kept < most && folded[kept] === word[kept]) kept += 1
    if (kept < LEAST_KEPT || folded.length - kept > MOST_DROPPED || kept === word.length) continue
    // "Nigerian" is of Nigeria, not of Niger.
    if (endsAsAdjective(word, kept) && kept > (best?.kept ?? 0)) best = { name, kept }
  }
  if (best) return { state: best.name }
  return languages().has(word) ? {} : undefined
}

/** Whether the rest of the word, with up to two letters that it shares with the name, is an ending. */
function endsAsAdjective(word: string, kept: number): boolean {
  return [kept, kept - 1, kept - 2].some((from) => from >= LEAST_KEPT && ENDING.test(word.slice(from)))
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

let allStates: { name: string; folded: string }[] | undefined
function states(): readonly { name: string; folded: string }[] {
  allStates ??= namesOf('region', (code) => code.toUpperCase()).map((name) => ({
    name,
    folded: foldWord(name),
  }))
  return allStates
}

let allLanguages: Set<string> | undefined
function languages(): ReadonlySet<string> {
  allLanguages ??= new Set(namesOf('language', (code) => code).map(foldWord))
  return allLanguages
}

/** The names of all codes of two letters that have one. */
function namesOf(type: 'region' | 'language', cased: (code: string) => string): string[] {
  const display = new Intl.DisplayNames('en', { type, fallback: 'none' })
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => display.of(cased(first + second)) ?? []))
}
