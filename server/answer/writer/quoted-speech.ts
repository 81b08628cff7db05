/** Quotations within a line: a stop inside of one ends no sentence of who quotes it. */

export interface Quotation {
  /** Where its opening mark stands. */
  start: number
  /** Behind its closing mark; infinite while that may still come. */
  end: number
}

/** What opens a quotation, and what closes it. */
const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
])
const MARKS = /["“”„«»‘’「」『』]/g
/** Longer than this a quotation is taken for one that was never closed. In characters. */
const LONGEST = 800

/**
 * The quotations of a line in order, none within another. What is not closed is none: a mark too many would else make one
 * sentence of all that follows.
 * @param breaks matches, with the flag `g`, what no quotation goes over
 * @param ended whether the line is whole
 */
export function quotationsIn(line: string, breaks: RegExp, ended: boolean): Quotation[] {
  const marks = [...line.matchAll(MARKS)]
    .map(({ 0: mark, index }) => ({ mark, index, opens: opens(line, index), closes: closes(line, index) }))
    // What the last one is, the next letter tells.
    .filter(({ index }) => ended || index < line.length - 1)
  const borders = [...line.matchAll(breaks)].map(({ index }) => index)

  const endOf = (first: (typeof marks)[number], position: number): number | undefined => {
    const limit = Math.min(first.index + LONGEST, borders.find((border) => border > first.index) ?? Infinity)
    for (let next = position + 1; next < marks.length; next += 1) {
      const { mark, index, opens, closes } = marks[next] ?? first
      if (index >= limit || (mark === first.mark && opens)) return undefined
      if (closes && CLOSING.get(first.mark)?.includes(mark)) return index + 1
    }
    return ended || limit <= line.length ? undefined : Infinity
  }

  const quotations: Quotation[] = []
  marks.forEach((mark, position) => {
    if (!mark.opens || mark.index < (quotations.at(-1)?.end ?? 0)) return
    const end = endOf(mark, position)
    if (end !== undefined) quotations.push({ start: mark.index, end })
  })
  return quotations
}

/** Straight marks, and “ which closes in German, are told by what stands around them. */
function opens(line: string, index: number): boolean {
  const [mark = '', before = ' ', after = ' '] = [line[index], line[index - 1], line[index + 1]]
  if (!CLOSING.has(mark)) return false
  const apart = /[\s(（[—–：:]/.test(before) && /\S/.test(after)
  return mark === '"' ? apart : mark === '“' ? apart || /[\p{Lo}，]/u.test(before) : true
}

/** Within a word ’ is an apostrophe. */
function closes(line: string, index: number): boolean {
  const mark = line[index]
  if (mark === '’') return !/[\p{L}\p{N}]/u.test(line[index + 1] ?? ' ')
  return !opens(line, index)
}
