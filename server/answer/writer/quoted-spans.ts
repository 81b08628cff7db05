/** Finds quotations within a line: a full stop inside a quotation does not end the sentence around it. */

export interface QuotedSpan {
  /** Offset of its opening mark. */
  start: number
  /** Offset after its closing mark; infinite while that may still come. */
  end: number
}

/** Opening marks with the marks that can close them. */
const CLOSING_MARKS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
])
const QUOTATION_MARKS = /["“”„«»‘’「」『』]/g
/** A longer quotation is treated as one that was never closed. */
const MAX_QUOTATION_CHARACTERS = 800

/**
 * The outermost quotations of a line, in order. An unclosed one is ignored: otherwise a stray mark would join all that follows
 * into one sentence.
 * @param breaks matches, with the flag `g`, where a quotation ends at the latest
 * @param ended whether the line is complete
 */
export function quotedSpansIn(line: string, breaks: RegExp, ended: boolean): QuotedSpan[] {
  const marks = [...line.matchAll(QUOTATION_MARKS)]
    .map(({ 0: mark, index }) => ({ mark, index, opens: opens(line, index), closes: closes(line, index) }))
    // Whether the last mark opens or closes depends on the next character.
    .filter(({ index }) => ended || index < line.length - 1)
  const breakOffsets = [...line.matchAll(breaks)].map(({ index }) => index)

  const endOf = (first: (typeof marks)[number], position: number): number | undefined => {
    const limit = Math.min(
      first.index + MAX_QUOTATION_CHARACTERS,
      breakOffsets.find((border) => border > first.index) ?? Infinity,
    )
    for (let next = position + 1; next < marks.length; next += 1) {
      const { mark, index, opens, closes } = marks[next] ?? first
      if (index >= limit || (mark === first.mark && opens)) return undefined
      if (closes && CLOSING_MARKS.get(first.mark)?.includes(mark)) return index + 1
    }
    return ended || limit <= line.length ? undefined : Infinity
  }

  const quotations: QuotedSpan[] = []
  marks.forEach((mark, position) => {
    if (!mark.opens || mark.index < (quotations.at(-1)?.end ?? 0)) return
    const end = endOf(mark, position)
    if (end !== undefined) quotations.push({ start: mark.index, end })
  })
  return quotations
}

/** For straight marks, and for “ (which closes in German), the characters around the mark decide. */
function opens(line: string, index: number): boolean {
  const [mark = '', before = ' ', after = ' '] = [line[index], line[index - 1], line[index + 1]]
  if (!CLOSING_MARKS.has(mark)) return false
  const apart = /[\s(（[—–：:]/.test(before) && /\S/.test(after)
  return mark === '"' ? apart : mark === '“' ? apart || /[\p{Lo}，]/u.test(before) : true
}

/** Within a word, ’ is an apostrophe. */
function closes(line: string, index: number): boolean {
  const mark = line[index]
  if (mark === '’') return !/[\p{L}\p{N}]/u.test(line[index + 1] ?? ' ')
  return !opens(line, index)
}
