/** Recognizes initials and name suffixes. They are ignored, because titles and lists of people use them inconsistently. */
import type { NameToken } from '../../names/name-tokens.ts'

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** True for "A.M.", "V.", "Jr.", "III"; false for the "U" of "U Thant", which has no period. */
export function isInitials(text: string, { written, word, end }: NameToken): boolean {
  if (written.includes('.')) return true
  const isCapitalLetter = written.length === 1 && word !== written
  return (isCapitalLetter && text.charAt(end) === '.') || SUFFIXES.has(word)
}
