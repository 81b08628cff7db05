/** Splits text into tokens for comparing names: without case, diacritics, apostrophes, hyphens and the periods of "D.P.R.K.". */

export interface NameToken {
  /** Folded: "Ch'ŏl" → "chol", "Stalin's" → "stalin". */
  word: string
  /** As written in the text, without a possessive ending. */
  written: string
  start: number
  /** Exclusive, without a possessive ending. */
  end: number
}

const WORD = /(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+(?:['’ʼ‘`][\p{L}\p{M}]+)*/gu
const POSSESSIVE = /['’ʼ][sS]$/

export function nameTokens(text: string): NameToken[] {
  return [...text.matchAll(WORD)].map((match) => {
    const written = match[0].replace(POSSESSIVE, '')
    return { word: foldWord(written), written, start: match.index, end: match.index + written.length }
  })
}

/** A key that is equal for spellings that differ only in spaces, hyphens and marks. @example "Ch'ŏl-su" → "cholsu" */
export function nameKey(name: string): string {
  return nameTokens(name)
    .map(({ word }) => word)
    .join('')
}

/** Letters that Unicode normalization does not decompose into a base letter and a mark. */
const LETTERS_WITHOUT_DECOMPOSITION: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}.'’ʼ‘`]/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœı]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .normalize('NFC')
}
