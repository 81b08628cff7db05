/**
 * Which marks of an archive's words quote, and which are apostrophes. The records mix straight marks with curly ones, and
 * one sign (’) stands for both; but a style sets its stops within the marks that quote, and changes these alone.
 */

/** A quotation: the places of its two marks, and how many others it lies in. */
export interface Quotation {
  opens: number
  closes: number
  depth: number
}

/**
 * The words with curly marks: double ones around what is quoted, single ones within these, as American print has it.
 * @param depth in how many quotations the words will stand: 1 where a style puts them in marks of its own.
 */
export function withTrueQuotationMarks(text: string, depth = 0): string {
  const signs = new Map<number, string>()
  for (const quotation of quotationsIn(text)) {
    const double = (quotation.depth + depth) % 2 === 0
    signs.set(quotation.opens, double ? '“' : '‘')
    signs.set(quotation.closes, double ? '”' : '’')
  }
  return text.replace(ANY_MARK, (mark, at: number) => signs.get(at) ?? curly(mark, isAt(OPENING, text, at)))
}

/** Every mark that no quotation has, rewritten; those of quotations stay. */
export function replaceLooseMarks(text: string, rewrite: (mark: string) => string): string {
  const paired = new Set(quotationsIn(text).flatMap(({ opens, closes }) => [opens, closes]))
  return text.replace(ANY_MARK, (mark, at: number) => (paired.has(at) ? mark : rewrite(mark)))
}

/** The marks at the very end that close quotations: none of "the Workers’". */
export function closingMarks(text: string): string {
  const closes = new Set(quotationsIn(text).map((quotation) => quotation.closes))
  let from = text.length
  while (closes.has(from - 1)) from -= 1
  return text.slice(from)
}

/** In the order in which they open. */
export function quotationsIn(text: string): Quotation[] {
  const doubles = doubleQuotations(text)
  const pairs = [...doubles, ...singleQuotations(text, doubles)]
  return pairs
    .map((pair) => ({ ...pair, depth: pairs.filter((other) => holds(other, pair.opens)).length }))
    .sort((a, b) => a.opens - b.opens)
}

type Pair = Omit<Quotation, 'depth'>

const ANY_MARK = /["“”„'‘’]/g

/** A mark opens before a word, at the beginning or behind what parts words; there, other marks may open with it. */
const OPENING = /(?<=(?:^|[\s([{<–—/-])["“„'‘]*)["“„'‘](?=["“„'‘]*[^\s,;:!?)\]}"“”„'‘’])/y

/** What is left of a word whose beginning the apostrophe stands for or which brackets cut off: "Director['s]". */
const CLIPPED = /['‘](?:s|t|d|m|ll|re|ve|em)(?![\p{L}\p{N}])/uy

const CLOSING_SINGLE = /(?<=\S)['’](?![\p{L}\p{N}])/uy

/** "the Workers' Party": behind a plural, and before a word that can be owned. */
const OWNING = /(?<=[^'’]s)['’](?=\s(?!(?:as|at|by|for|from|in|into|of|on|the|to|with)\s)[\p{L}\p{N}])/uy

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

const holds = ({ opens, closes }: Pair, at: number) => opens < at && at < closes

function doubleQuotations(text: string): Pair[] {
  const pairs: Pair[] = []
  const open: number[] = []
  for (const { index } of text.matchAll(/["“”„]/g)) {
    if (isAt(OPENING, text, index)) open.push(index)
    else {
      const opens = open.pop()
      if (opens !== undefined) pairs.push({ opens, closes: index })
    }
  }
  return pairs
}

/**
 * A quotation ends at the first mark that can end it before the next begins; at one that might be an apostrophe only
 * where there is no other, and at the last of these. Marks within double ones pair among themselves.
 */
function singleQuotations(text: string, doubles: readonly Pair[]): Pair[] {
  // Inner pairs come before those around them.
  const roomOf = (at: number) => doubles.findIndex((pair) => holds(pair, at))
  const marks = [...text.matchAll(/['‘’]/g)].map(({ index }) => ({ at: index, room: roomOf(index) }))
  const opens = (at: number) => isAt(OPENING, text, at) && !isAt(CLIPPED, text, at)
  return marks.flatMap(({ at, room }) => {
    if (!opens(at)) return []
    const later = marks.filter((mark) => mark.at > at && mark.room === room).map((mark) => mark.at)
    const next = later.findIndex(opens)
    const ends = later
      .slice(0, next === -1 ? undefined : next)
      .filter((end) => isAt(CLOSING_SINGLE, text, end))
    const closes = ends.find((end) => !isAt(OWNING, text, end)) ?? ends.at(-1)
    return closes === undefined ? [] : [{ opens: at, closes }]
  })
}

function curly(mark: string, opening: boolean): string {
  if (mark === "'" || mark === '‘') return '’'
  if (mark !== '"') return mark
  return opening ? '“' : '”'
}
