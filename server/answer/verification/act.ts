/** An act that a text tells: who does what to whom. */
import type { Mention } from './mentions.ts'
import type { ReadWord } from './read-text.ts'

export interface Act {
  root: string
  /** Names of the meanings that the verb has, each with its side. */
  meanings: readonly string[]
  text: string
  agent: Mention | undefined
  patient: Mention | undefined
  form?: 'present' | 'past' | undefined
  /** Whether the verb has its meaning from its neighbours: "bring up". */
  phrase?: boolean
}

/** The meanings of what passes from one to another: what "learns from X" is the reverse of, and what a message does. */
export const GIVING = ['saying 0', 'sending 0', 'giving 0']
/** The root of the act that a letter's or a telegram's title tells: "X to Y". */
export const TRANSFER = 'from to'
/** Words between a name and its verb, or its noun, and the other name, at most. */
export const AFTER = 8

export function wordsBetween(words: readonly ReadWord[], from: number, to: number): number {
  return words.filter(({ start, end }) => start >= from && end <= to).length
}
