/** Splits a title into parts: recognizes names, drops articles and initials, blanks quotations. */
import { quotationsIn } from '../../citation/quotation-marks.ts'
import { nameTokens } from '../../names/name-tokens.ts'
import type { Gazetteer } from '../gazetteer.ts'
import { isInitials } from './initials.ts'
import type { ListedPeople } from './listed-people.ts'
import { isMark, startsWithCapital, type TitlePart } from './title-part.ts'

/** Words without meaning for the parser; "s" comes from "Director['s]". */
const IGNORED_WORDS = new Set([
  'the',
  'a',
  'an',
  'comrade',
  'cde',
  'cdes',
  'sir',
  'mr',
  's',
  'c',
  'no',
  'nos',
])

/** Abbreviation → the words that patterns use. */
const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['cc', ['central', 'committee']],
  ['mfa', ['foreign', 'ministry']],
])

/** Mark in the title → mark in parts. Square brackets become round ones: "Filippov [Stalin]". */
const PUNCTUATION: ReadonlyMap<string, string> = new Map([
  ...[...',:;()"/'].map((mark) => [mark, mark] as const),
  ['[', '('],
  [']', ')'],
])

/**
 * @param text the record's title, or other text about it in the same style
 * @param people the record's list of people
 * @param listed the record's countries, which resolve shared names ("Korea")
 */
export function splitTitle(
  text: string,
  people: readonly string[],
  listed: ReadonlySet<string>,
  gazetteer: Gazetteer,
  listedPeople: ListedPeople,
): readonly TitlePart[] {
  const title = withoutQuotations(text)
  const tokens = nameTokens(title).filter(
    (token) => !isInitials(title, token) || gazetteer.nameAt([token], 0, listed) !== undefined,
  )
  const parts: TitlePart[] = []
  let done = 0
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index]
    if (!token) break
    const isName = startsWithCapital(token.written)
    const personMatch = isName ? listedPeople.personAt(people, tokens, index) : undefined
    const named = isName && !personMatch ? gazetteer.nameAt(tokens, index, listed) : undefined
    const words = personMatch?.words ?? named?.words ?? 1
    const last = tokens[index + words - 1]?.end ?? token.end
    const { start, end } = words > 1 ? withAdjoiningBrackets(title, token.start, last) : token
    const written = text.slice(start, end)
    addMarks(parts, title, done, start)
    if (personMatch) {
      const short = personMatch.short ?? written.replace(/[[\]]/g, '')
      parts.push({ kind: 'person', person: { ...personMatch.person, short }, text: written, start, end })
    } else if (named) parts.push({ kind: 'name', ...named.thing, text: written, start, end })
    else if (isDigit(token.word)) parts.push({ kind: 'number', text: written, start, end })
    else if (!IGNORED_WORDS.has(token.word))
      for (const word of ABBREVIATIONS.get(token.word) ?? [token.word])
        parts.push({ kind: 'word', word, text: written, start, end })
    index += words
    done = end
  }
  addMarks(parts, title, done, title.length)
  return withoutBracketedAsides(parts)
}

/** Replaces each quotation by `"` and spaces of the same length. */
function withoutQuotations(title: string): string {
  if (!/["“”„'‘]/.test(title)) return title
  let text = title
  for (const { opens, closes } of quotationsIn(title))
    text = `${text.slice(0, opens)}"${' '.repeat(closes - opens)}${text.slice(closes + 1)}`
  return text
}

/** Includes brackets that begin or end inside a name: "VKP(b)", "[Socialist Federal] Republic [of Yugoslavia]". */
function withAdjoiningBrackets(text: string, start: number, end: number): { start: number; end: number } {
  const brackets = text.slice(start, end).match(/[()[\]]/g)
  if (!brackets) return { start, end }
  const opens = (bracket: string | undefined) => bracket === '(' || bracket === '['
  return {
    start: opens(brackets[0]) || !opens(text.charAt(start - 1)) ? start : start - 1,
    end: opens(brackets.at(-1)) && /[)\]]/.test(text.charAt(end)) ? end + 1 : end,
  }
}

function addMarks(parts: TitlePart[], text: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const written = text.charAt(at)
    const mark = PUNCTUATION.get(written)
    // Skip a repeated comma: ", Jr.," becomes ",," without the suffix.
    if (mark && !(mark === ',' && isMark(parts.at(-1), ',')))
      parts.push({ kind: 'mark', mark, text: written, start: at, end: at + 1 })
  }
}

const isDigit = (word: string) => word.charAt(0) >= '0' && word.charAt(0) <= '9'

/** Removes brackets around a name ("[of Yugoslavia]"), and acronyms in brackets ("(IOC)") completely. */
function withoutBracketedAsides(parts: readonly TitlePart[]): readonly TitlePart[] {
  if (!parts.some((part) => isMark(part, '('))) return parts
  const isAside = (part: TitlePart | undefined) =>
    part?.kind === 'name' || (part?.kind === 'word' && /^\p{Lu}{2,}$/u.test(part.text))
  const kept: TitlePart[] = []
  for (let at = 0; at < parts.length; at += 1) {
    const [part, aside, close] = parts.slice(at, at + 3)
    if (part && isMark(part, '(') && isAside(aside) && isMark(close, ')')) {
      if (aside?.kind === 'name') kept.push(aside)
      at += 2
    } else if (part) kept.push(part)
  }
  return kept
}
