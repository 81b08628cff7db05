/**
 * Tells quotation marks from apostrophes. Records mix straight and curly marks, and ’ is used for both. Citation styles
 * change quotation marks, and put punctuation inside them, but must leave apostrophes alone.
 */

/** A quotation: offsets of its two marks, and the number of quotations around it. */
export interface Quotation {
  opens: number
  closes: number
  depth: number
}

/**
 * Converts marks to American typographic style: double curly marks, and single ones inside them.
 * @param depth number of quotation marks that will surround the text: 1 if a style adds its own
 */
export function withTypographicQuotationMarks(text: string, depth = 0): string {
  const signs = new Map<number, string>()
  for (const quotation of quotationsIn(text)) {
    const double = (quotation.depth + depth) % 2 === 0
    signs.set(quotation.opens, double ? '“' : '‘')
    signs.set(quotation.closes, double ? '”' : '’')
  }
  return text.replace(
    QUOTATION_MARK,
    (mark, at: number) => signs.get(at) ?? curlyMark(mark, matchesAt(OPENING_MARK, text, at)),
  )
}

/** Rewrites every mark that belongs to no quotation. */
export function replaceUnpairedMarks(text: string, rewrite: (mark: string) => string): string {
  const paired = new Set(quotationsIn(text).flatMap(({ opens, closes }) => [opens, closes]))
  return text.replace(QUOTATION_MARK, (mark, at: number) => (paired.has(at) ? mark : rewrite(mark)))
}

/** The closing quotation marks at the end of the text. The apostrophe of "the Workers’" is not one. */
export function trailingClosingMarks(text: string): string {
  const closes = new Set(quotationsIn(text).map((quotation) => quotation.closes))
  let from = text.length
  while (closes.has(from - 1)) from -= 1
  return text.slice(from)
}

/** All quotations of the text, in the order of their opening marks. */
export function quotationsIn(text: string): Quotation[] {
  const doubles = doubleQuotations(text)
  const pairs = [...doubles, ...singleQuotations(text, doubles)]
  return pairs
    .map((pair) => ({ ...pair, depth: pairs.filter((other) => encloses(other, pair.opens)).length }))
    .sort((a, b) => a.opens - b.opens)
}

type Pair = Omit<Quotation, 'depth'>

const QUOTATION_MARK = /["“”„'‘’]/g

/** An opening mark: before a word, and at the start of the text or after a separator. Several may open together. */
const OPENING_MARK = /(?<=(?:^|[\s([{<–—/-])["“„'‘]*)["“„'‘](?=["“„'‘]*[^\s,;:!?)\]}"“”„'‘’])/y

/** An apostrophe with a clipped word ("'em", "'s"), also after a bracket: "Director['s]". */
const CONTRACTION = /['‘](?:s|t|d|m|ll|re|ve|em)(?![\p{L}\p{N}])/uy

const CLOSING_SINGLE_MARK = /(?<=\S)['’](?![\p{L}\p{N}])/uy

/** The apostrophe of a plural possessive: "the Workers' Party". */
const POSSESSIVE_APOSTROPHE =
  /(?<=[^'’]s)['’](?=\s(?!(?:as|at|by|for|from|in|into|of|on|the|to|with)\s)[\p{L}\p{N}])/uy

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

const encloses = ({ opens, closes }: Pair, at: number) => opens < at && at < closes

function doubleQuotations(text: string): Pair[] {
  const pairs: Pair[] = []
  const open: number[] = []
  for (const { index } of text.matchAll(/["“”„]/g)) {
    if (matchesAt(OPENING_MARK, text, index)) open.push(index)
    else {
      const opens = open.pop()
      if (opens !== undefined) pairs.push({ opens, closes: index })
    }
  }
  return pairs
}

/**
 * A quotation closes at the first possible closing mark before the next quotation opens. A mark that may be a possessive
 * apostrophe closes it only if there is no other; then the last one does. Marks inside the same double quotation are
 * paired with each other.
 */
function singleQuotations(text: string, doubles: readonly Pair[]): Pair[] {
  // Inner pairs precede outer ones in `doubles`.
  const enclosingPair = (at: number) => doubles.findIndex((pair) => encloses(pair, at))
  const marks = [...text.matchAll(/['‘’]/g)].map(({ index }) => ({ at: index, pair: enclosingPair(index) }))
  const opens = (at: number) => matchesAt(OPENING_MARK, text, at) && !matchesAt(CONTRACTION, text, at)
  return marks.flatMap(({ at, pair: room }) => {
    if (!opens(at)) return []
    const later = marks.filter((mark) => mark.at > at && mark.pair === room).map((mark) => mark.at)
    const next = later.findIndex(opens)
    const ends = later
      .slice(0, next === -1 ? undefined : next)
      .filter((end) => matchesAt(CLOSING_SINGLE_MARK, text, end))
    const closes = ends.find((end) => !matchesAt(POSSESSIVE_APOSTROPHE, text, end)) ?? ends.at(-1)
    return closes === undefined ? [] : [{ opens: at, closes }]
  })
}

function curlyMark(mark: string, opening: boolean): string {
  if (mark === "'" || mark === '‘') return '’'
  if (mark !== '"') return mark
  return opening ? '“' : '”'
}
