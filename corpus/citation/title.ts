/** A title as a citation prints it: the archive's words, with true quotation marks and no full stop at its end. */

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

/** Styles set their own stop after a title; "a.m." and "Jr." keep theirs, which belongs to the word. */
export function withoutLastStop(title: string): string {
  if (!title.endsWith('.') || ABBREVIATION.test(title)) return title
  return title.replace(/[.\s]+$/, '')
}

const ABBREVIATION = /(?:^|[\s(])(?:(?:\p{L}\.)+|Jr\.|Sr\.|Cdes?\.|etc\.)$/u
