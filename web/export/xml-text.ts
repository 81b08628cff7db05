/**
 * Text as XML 1.0 can hold it (https://www.w3.org/TR/xml/#charsets). One forbidden character, even escaped, makes a whole
 * Word file unreadable, and readers paste them: U+000B is a line break of PowerPoint's.
 */
export function xmlText(text: string): string {
  return text.replace(/[\v\f]/g, ' ').replace(FORBIDDEN, '')
}

/** Control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
