/**
 * Decides whether a sentence depends on the one before it, by a logistic model over its pronouns and names. Fitted to the
 * labelled answers (their field `needs`).
 */

import type { dependenceFeatures, ReaderCalibration } from '../../archive/reader-calibration.ts'
import { logisticProbability } from '../../archive/reader-calibration.ts'

export type DependenceFeatures = Record<(typeof dependenceFeatures)[number], number>

/** English pronouns by what they refer to. */
const PERSON_PRONOUNS = new Set(['he', 'him', 'his', 'she', 'her', 'hers'])
const GROUP_PRONOUNS = new Set(['they', 'them', 'their', 'theirs', 'both', 'neither', 'each'])
const THING_PRONOUNS = new Set(['it', 'its'])
const DEMONSTRATIVES = new Set([
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
const MAX_SUBJECT_WORDS = 6

export function isDependent(
  text: string,
  before: string,
  { leaning }: Pick<ReaderCalibration, 'leaning'>,
  ordinal: number,
): boolean {
  if (ordinal === 0) return false
  return logisticProbability(leaning, dependenceFeaturesOf(text, before, ordinal)) >= leaning.threshold
}

export function dependenceFeaturesOf(text: string, before: string, ordinal: number): DependenceFeatures {
  const written = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  const words = written.map((word) => word.toLowerCase())
  const subject = words.slice(0, MAX_SUBJECT_WORDS)
  const has = (list: readonly string[], among: ReadonlySet<string>) =>
    Number(list.some((word) => among.has(word)))
  const names = written.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length
  const [first = ''] = written
  return {
    second: Number(ordinal === 1),
    person: has(words, PERSON_PRONOUNS),
    personSubject: has(subject, PERSON_PRONOUNS),
    group: has(words, GROUP_PRONOUNS),
    groupSubject: has(subject, GROUP_PRONOUNS),
    thing: has(words, THING_PRONOUNS),
    thingSubject: has(subject, THING_PRONOUNS),
    pointing: has(words, DEMONSTRATIVES),
    names: Math.log(1 + names),
    nameless: Number(names === 0),
    opensWithKnownName: Number(first !== '' && before.includes(first)),
    opensWithThe: Number(words[0] === 'the'),
    words: Math.log(1 + words.length),
  }
}
