/**
 * Removes characters that XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets). A single one, even escaped, makes a
 * Word file unreadable, and pasted text contains them: U+000B is PowerPoint's line break.
 */
export function xmlText(text: string): string {
  return text.replace(/[\v\f]/g, ' ').replace(FORBIDDEN, '')
}

/** Control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
