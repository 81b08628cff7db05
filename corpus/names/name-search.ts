/**
 * Finds names while the user types: any script, any romanization, words in any order. Case, diacritics, hyphens and spaces
 * are ignored.
 */
import type { Entity } from './entity.ts'
import { nameTokens } from './name-tokens.ts'
import { koreanNameKey } from './romanization.ts'

/** Returns a function that gives the first name or alias of an entity that matches the typed text. Empty text matches all. */
export function nameFinder(typed: string): (entity: Pick<Entity, 'name' | 'aliases'>) => string | undefined {
  const words = nameWords(typed)
  const sound = koreanNameKey(words)
  const isIn = (name: string) => {
    if (words.length === 0) return typed.trim() === ''
    const others = nameWords(name)
    return (
      name.includes(typed.trim()) ||
      beginsWithin(others, words.join('')) ||
      words.every((word) => others.some((other) => other.startsWith(word))) ||
      (sound !== undefined && koreanNameKey(others) === sound)
    )
  }
  return ({ name, aliases }) => [name, ...aliases].find(isIn)
}

/** Whether the letters start at the beginning of a word and may continue into the next words: "ilsu" in "Kim Il Sung". */
function beginsWithin(words: readonly string[], letters: string): boolean {
  return words.some((_, position) => words.slice(position).join('').startsWith(letters))
}

function nameWords(text: string): string[] {
  return nameTokens(text).map(({ word }) => word)
}
