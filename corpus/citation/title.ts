/** An archive's words as a citation prints them: with true quotation marks and no stop at their end. */

/**
 * Straight marks are made curly by their place, because some titles mix both ("Meeting in Budapest,”) and a style
 * turns only pairs into the inner marks that it wants.
 */
export function withTrueQuotationMarks(text: string): string {
  return text
    .replace(/(^|[\s([{<“‘–—/-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{<“–—/])'(?=\S)/g, '$1‘')
    .replaceAll("'", '’')
}

/** Styles set their own stop after each part; "a.m." and "Jr." keep theirs, which belongs to the word. */
export function withoutLastStop(text: string): string {
  return ABBREVIATION.test(text) ? text : text.replace(/[.,;:\s]+$/, '')
}

const ABBREVIATION = /(?:^|[\s(.])(?:\p{L}|Jr|Sr|Cdes?|etc)\.$/u
