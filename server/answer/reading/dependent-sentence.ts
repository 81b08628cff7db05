/**
 * Decides whether a sentence depends on the one before it, by a logistic model over its pronouns and names. Fitted to the
 * labelled answers (their field `needs`).
 */

import type { ReaderCalibration, dependenceFeatures } from '../../archive/answering.ts'
import { logisticProbability } from '../../archive/answering.ts'

export type LeaningSigns = Record<(typeof dependenceFeatures)[number], number>

/** English pronouns by what they refer to. */
const PERSON = new Set(['he', 'him', 'his', 'she', 'her', 'hers'])
const GROUP = new Set(['they', 'them', 'their', 'theirs', 'both', 'neither', 'each'])
const THING = new Set(['it', 'its'])
const POINTING = new Set([
  'this',
  'these',
  'those',
  'such',
  'there',
  'then',
  'latter',
  'former',
  'same',
  'other',
  'others',
])

/** The subject of a sentence is expected within its first words. */
const SUBJECT_WORDS = 6

export function leans(
  text: string,
  before: string,
  { leaning }: Pick<ReaderCalibration, 'leaning'>,
  ordinal: number,
): boolean {
  if (ordinal === 0) return false
  return logisticProbability(leaning, leaningSignsOf(text, before, ordinal)) >= leaning.threshold
}

export function leaningSignsOf(text: string, before: string, ordinal: number): LeaningSigns {
  const written = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  const words = written.map((word) => word.toLowerCase())
  const subject = words.slice(0, SUBJECT_WORDS)
  const has = (list: readonly string[], among: ReadonlySet<string>) =>
    Number(list.some((word) => among.has(word)))
  const names = written.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length
  const [first = ''] = written
  return {
    second: Number(ordinal === 1),
    person: has(words, PERSON),
    personSubject: has(subject, PERSON),
    group: has(words, GROUP),
    groupSubject: has(subject, GROUP),
    thing: has(words, THING),
    thingSubject: has(subject, THING),
    pointing: has(words, POINTING),
    names: Math.log(1 + names),
    nameless: Number(names === 0),
    opensWithKnownName: Number(first !== '' && before.includes(first)),
    opensWithThe: Number(words[0] === 'the'),
    words: Math.log(1 + words.length),
  }
}
