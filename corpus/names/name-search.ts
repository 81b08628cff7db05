/**
 * Finds names by a part of them, as somebody types who looks for one in a list: any script, any romanization;
 * case, diacritics, hyphens and spaces do not count, and words may stand in any order.
 */
import type { Entity } from './entity.ts'
import { nameTokens } from './name-tokens.ts'
import { koreanNameKey } from './romanization.ts'

/** The first of an entity's names that has what was typed, or undefined. Nothing typed is found in every name. */
export function nameFinder(typed: string): (entity: Pick<Entity, 'name' | 'aliases'>) => string | undefined {
  const words = wordsOf(typed)
  const sound = koreanNameKey(words)
  const isIn = (name: string) => {
    if (words.length === 0) return typed.trim() === ''
    const others = wordsOf(name)
    return (
      name.includes(typed.trim()) ||
      beginsWithin(others, words.join('')) ||
      words.every((word) => others.some((other) => other.startsWith(word))) ||
      (sound !== undefined && koreanNameKey(others) === sound)
    )
  }
  return ({ name, aliases }) => [name, ...aliases].find(isIn)
}

/** Whether the letters stand at the beginning of one of the words and go on through the next ones: "ilsu". */
function beginsWithin(words: readonly string[], letters: string): boolean {
  return words.some((_, place) => words.slice(place).join('').startsWith(letters))
}

function wordsOf(text: string): string[] {
  return nameTokens(text).map(({ word }) => word)
}
