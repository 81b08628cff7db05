/** Points and stretches of time in words and figures: "25 June 1950", "spring 1963", "the early 1970s", "1966–68". */
import { type Day, earliestDay, isReducedDate, latestDay } from '../../corpus/reduced-date.ts'

const MONTHS = 'january|february|march|april|may|june|july|august|september|october|november|december'
const SHORT_MONTHS = 'jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec'
/** A month's name, short or long, as a pattern. */
export const MONTH = `(?:${MONTHS}|(?:${SHORT_MONTHS})\\.?)`
export const YEAR = '(?:19[0-9]{2}|20[0-2][0-9])'
const SEASON = '(?:spring|summer|autumn|fall|winter)'
const PART = '(?:early|mid|middle|late|beginning|start|end|first half|second half)'
const TENS = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties'
const DECADE = `(?:(?:19|20)?[0-9]0['’]?s|(?:${TENS}))`

/** One point or stretch of time, tried in this order. */
const ATOMS: readonly { pattern: string; read: (match: string) => Span | undefined }[] = [
  { pattern: `[0-9]{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? ${YEAR}`, read: readDay },
  { pattern: `${MONTH} [0-9]{1,2}(?:st|nd|rd|th)?,? ${YEAR}`, read: readDay },
  { pattern: `${YEAR}-[01][0-9](?:-[0-3][0-9])?`, read: readIso },
  { pattern: `[0-3]?[0-9]\\.[01]?[0-9]\\.${YEAR}`, read: (match) => dayOf(match.split('.')) },
  { pattern: `${YEAR}/[01]?[0-9]/[0-3]?[0-9]`, read: (match) => dayOf(match.split('/').reverse()) },
  { pattern: `[0-3]?[0-9]/[0-3]?[0-9]/${YEAR}`, read: readSlashed },
  { pattern: `(?:${PART} (?:of |in )?)?${MONTH} (?:of )?${YEAR}`, read: readMonth },
  { pattern: `(?:the )?${SEASON} (?:of )?${YEAR}`, read: readSeason },
  { pattern: `(?:the )?${PART}(?: of)?[- ](?:the )?${DECADE}`, read: readDecade },
  { pattern: `(?:the )?${DECADE}`, read: readDecade },
  { pattern: `(?:the )?${PART}(?: of| in)?[- ]${YEAR}`, read: readYear },
  { pattern: `${YEAR}[-–—/](?:${YEAR}|[0-9]{2})(?![0-9])`, read: readYears },
  {
    pattern: 'the turn of the (?:millennium|century)',
    read: () => ({ from: '1999-01-01', to: '2001-12-31' }),
  },
  { pattern: YEAR, read: readYear },
]

export interface Span {
  from: Day
  to: Day
}

/** Any of the expressions, as a pattern. */
export const TIME = ATOMS.map(({ pattern }) => pattern).join('|')

/** The days that an expression covers, or undefined where it is none or names a day that the calendar lacks. */
export function readTime(text: string): Span | undefined {
  for (const { pattern, read } of ATOMS)
    if (new RegExp(`^(?:${pattern})$`, 'i').test(text)) return read(text.toLowerCase())
  return undefined
}

function readDay(text: string): Span | undefined {
  const day = /\b([0-9]{1,2})(?:st|nd|rd|th)?\b/.exec(text)?.[1]?.padStart(2, '0')
  return spanOf(`${yearIn(text)}-${monthIn(text)}-${day}`)
}

/** Of figures in the order of day, month and year. */
function dayOf([day = '', month = '', year]: string[]): Span | undefined {
  return spanOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** "06/25/1950" and "25/06/1950"; where both can be, as in "06/07/1950", the month stands first. */
function readSlashed(text: string): Span | undefined {
  const [first = '', second = '', year = ''] = text.split('/')
  return dayOf([second, first, year]) ?? dayOf([first, second, year])
}

function readIso(text: string): Span | undefined {
  return spanOf(text)
}

function readMonth(text: string): Span | undefined {
  const span = spanOf(`${yearIn(text)}-${monthIn(text)}`)
  if (!span) return undefined
  const month = span.from.slice(0, 7)
  if (/^(?:early|beginning|start|first)/.test(text)) return { from: span.from, to: `${month}-12` }
  if (/^(?:mid)/.test(text)) return { from: `${month}-08`, to: `${month}-23` }
  return /^(?:late|end|second)/.test(text) ? { from: `${month}-18`, to: span.to } : span
}

function readSeason(text: string): Span | undefined {
  const year = Number(yearIn(text))
  if (/spring/.test(text)) return { from: `${year}-03-01`, to: `${year}-06-15` }
  if (/summer/.test(text)) return { from: `${year}-06-01`, to: `${year}-09-15` }
  if (/autumn|fall/.test(text)) return { from: `${year}-09-01`, to: `${year}-12-15` }
  // "The winter of 1950" begins in it; the first months of that year may be meant as well.
  return { from: `${year}-01-01`, to: `${year + 1}-03-15` }
}

function readYear(text: string): Span {
  const year = yearIn(text)
  const [from, to] = partOf(text, [
    ['01-01', '04-30'],
    ['04-15', '09-15'],
    ['09-01', '12-31'],
  ])
  return { from: `${year}-${from}`, to: `${year}-${to}` }
}

function readDecade(text: string): Span | undefined {
  const words = TENS.split('|')
  const named = words.findIndex((word) => text.includes(word))
  const digits = /((?:19|20)?)([0-9])0['’]?s/.exec(text)
  if (named < 0 && !digits) return undefined
  const decade = named >= 0 ? 1920 + named * 10 : Number(`${digits?.[1] || '19'}${digits?.[2]}0`)
  const [from, to] = partOf(text, [
    [0, 3],
    [3, 6],
    [6, 9],
  ])
  return { from: `${decade + Number(from ?? 0)}-01-01`, to: `${decade + Number(to ?? 9)}-12-31` }
}

/** The early, middle or late part of what is given in thirds; all of it where no part is named. */
function partOf<Value>(
  text: string,
  thirds: readonly [first: Pair<Value>, middle: Pair<Value>, last: Pair<Value>],
): Pair<Value> {
  if (/\b(?:early|beginning|start|first half)\b/.test(text)) return thirds[0]
  if (/\bmid/.test(text)) return thirds[1]
  if (/\b(?:late|end|second half)\b/.test(text)) return thirds[2]
  return [thirds[0][0], thirds[2][1]]
}
type Pair<Value> = readonly [Value, Value]

function readYears(text: string): Span | undefined {
  const [first = '', second = ''] = text.split(/[-–—/]/)
  const to = second.length === 2 ? `${first.slice(0, 2)}${second}` : second
  return first <= to ? { from: `${first}-01-01`, to: `${to}-12-31` } : undefined
}

function yearIn(text: string): string {
  return new RegExp(YEAR).exec(text)?.[0] ?? ''
}

function monthIn(text: string): string {
  const names = MONTHS.split('|').map((name) => name.slice(0, 3))
  const written = new RegExp(`\\b(${MONTHS}|${SHORT_MONTHS})`, 'i').exec(text)?.[1]?.slice(0, 3) ?? ''
  return String(names.indexOf(written.toLowerCase()) + 1).padStart(2, '0')
}

/** The days from the first that `from` can mean to the last that `to` can. */
export function spanOf(from: string, to = from): Span | undefined {
  return isReducedDate(from) && isReducedDate(to) ? { from: earliestDay(from), to: latestDay(to) } : undefined
}
