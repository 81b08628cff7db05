/** Understands a question: its names, periods, document types, makers and publishers, each with its span. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { Makers } from '../archive/makers.ts'
import { remainingContentStems, topicWordsOf } from './content-words.ts'
import { resolveFollowUp } from './follow-up.ts'
import { toLatinScript } from './latin-script.ts'
import { findPeriods } from './period.ts'
import { findRequestedMakers } from './requested-makers.ts'
import { findRequestedPublishers, findRequestedTypes, hardenTypesOfMakers } from './requested-types.ts'
import type { Understanding } from './understanding.ts'

/** The archive's knowledge of names, makers and publishers; an `Archive` has these fields. */
export interface ArchiveKnowledge {
  linker: NameLinker
  catalog: Pick<Catalog, 'publishers'>
  facts: { makers: Pick<Makers, 'officesNamedIn'> }
}

/** @param before the earlier questions of the conversation, oldest first */
export function understand(
  question: string,
  before: readonly string[],
  known: ArchiveKnowledge,
): Understanding {
  const own = understandAlone(question, known)
  const previous = before.at(-1)
  if (previous === undefined) return own
  return resolveFollowUp(question, own, () => understand(previous, before.slice(0, -1), known), known.linker)
}

/** An empty understanding: the question is searched for as typed. */
export function emptyUnderstanding(question: string): Understanding {
  return {
    question,
    unreadableWords: [],
    names: [],
    periods: [],
    types: [],
    makers: [],
    publishers: [],
    topicWords: [],
  }
}

/** Understands a question without its conversation. */
export function understandAlone(text: string, { linker, catalog, facts }: ArchiveKnowledge): Understanding {
  const names = linker.link(text)
  const periods = findPeriods(text, names)
  const { question, unreadableWords } = toLatinScript(text, names, periods)
  const makers = findRequestedMakers(text, names, facts.makers)
  const understood = {
    question: linker.withSpellingCorrected(question),
    unreadableWords,
    names,
    periods,
    types: hardenTypesOfMakers(findRequestedTypes(text), makers, text),
    makers,
    publishers: findRequestedPublishers(text, catalog.publishers),
    topicWords: topicWordsOf(text, [...names, ...periods]),
  }
  // "Documents of 1946" asks for nothing but the period, which is then a hard constraint.
  const bounded = asksBeyondPeriods(understood)
    ? periods
    : periods.map((period) => ({ ...period, hard: true }))
  return { ...understood, periods: bounded }
}

function asksBeyondPeriods(understanding: Understanding): boolean {
  return understanding.names.length > 0 || remainingContentStems(understanding).length > 0
}
