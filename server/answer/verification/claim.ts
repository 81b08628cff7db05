/** A sentence as the checks read it: once, whatever records it is held to. */
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import { splitClauses } from './clauses.ts'
import { type DateMention, findDates } from './dates.ts'
import type { NumberMention } from './number-mention.ts'
import { findNumbers } from './numbers.ts'
import { type ReadWord, readText } from './read-text.ts'
import type { Knowledge } from './record.ts'

export interface Mentions {
  text: string
  dates: readonly DateMention[]
  numbers: readonly NumberMention[]
  names: readonly LinkedName[]
  words: readonly ReadWord[]
}

export interface Claim extends Mentions {
  /** Whether it is English, so that a capital means a name. */
  english: boolean
  /** Of its clauses, L2-normalized. */
  vectors: readonly Float32Array[]
}

export async function readClaim(text: string, knowledge: Knowledge): Promise<Claim> {
  const mentions = readMentions(text, knowledge)
  return {
    ...mentions,
    english: isEnglish(mentions.words, knowledge.vocabulary),
    vectors: await knowledge.embed(splitClauses(text)),
  }
}

/** What it dates, counts and names, which is all that a part of a sentence is held to. */
export function readMentions(text: string, { linker }: Pick<Knowledge, 'linker'>): Mentions {
  const dates = findDates(text)
  return { text, dates, numbers: findNumbers(text, dates), names: linker.link(text), words: readText(text) }
}

/** Share of a sentence's words in lower case that the catalog writes, too, if it is in the catalog's language. */
const SAME_LANGUAGE = 0.5
const OTHER_SCRIPT = /[^\p{sc=Latin}\p{sc=Common}\p{sc=Inherited}]/u

function isEnglish(words: readonly ReadWord[], vocabulary: ReadonlySet<string>): boolean {
  const small = words.filter(({ written }) => /^\p{Ll}{2}/u.test(written))
  const known = small.filter(({ word, content }) => !content || vocabulary.has(word))
  // Korean and Chinese have no small letters at all.
  if (small.length === 0 && words.some(({ written }) => OTHER_SCRIPT.test(written))) return false
  return known.length >= small.length * SAME_LANGUAGE
}
