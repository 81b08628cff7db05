/** Initials and suffixes, which some titles and lists of people give with a name and others leave out. */
import type { NameToken } from '../../names/name-tokens.ts'

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** "A.M.", "V.", "Jr.", "III"; not the "U" of "U Thant", which has no stop. */
export function isInitials(text: string, { written, word, end }: NameToken): boolean {
  if (written.includes('.')) return true
  const isCapitalLetter = written.length === 1 && word !== written
  return (isCapitalLetter && text.charAt(end) === '.') || SUFFIXES.has(word)
}
