/** Understands a question: its names, periods, document types, makers and publishers, each with its span. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { Makers } from '../archive/makers.ts'
import { findAskedMakers } from './requested-makers.ts'
import { beyondNames, topicOf } from './content-words.ts'
import { inherit } from './follow-up.ts'
import { inLatinLetters } from './latin-script.ts'
import { bindWithMakers, findKinds, findPublishers } from './requested-types.ts'
import { findPeriods } from './period.ts'
import type { Understanding } from './understanding.ts'

/** The archive's knowledge of names, makers and publishers; an `Archive` has these fields. */
export interface Known {
  linker: NameLinker
  catalog: Pick<Catalog, 'publishers'>
  facts: { makers: Pick<Makers, 'namedIn'> }
}

/** @param before the earlier questions of the conversation, oldest first */
export function understand(question: string, before: readonly string[], known: Known): Understanding {
  const own = understandAlone(question, known)
  const previous = before.at(-1)
  if (previous === undefined) return own
  return inherit(question, own, () => understand(previous, before.slice(0, -1), known), known.linker)
}

/** An empty understanding: the question is searched for as typed. */
export function notUnderstood(question: string): Understanding {
  return { question, unread: [], names: [], periods: [], types: [], makers: [], publishers: [], topic: [] }
}

/** Understands a question without its conversation. */
export function understandAlone(text: string, { linker, catalog, facts }: Known): Understanding {
  const names = linker.link(text)
  const periods = findPeriods(text, names)
  const { question, unread } = inLatinLetters(text, names, periods)
  const makers = findAskedMakers(text, names, facts.makers)
  const understood = {
    question: linker.withSpellingCorrected(question),
    unread,
    names,
    periods,
    types: bindWithMakers(findKinds(text), makers, text),
    makers,
    publishers: findPublishers(text, catalog.publishers),
    topic: topicOf(text, [...names, ...periods]),
  }
  // "Documents of 1946" asks for nothing but the period, which is then a hard constraint.
  const bounded = asksForMore(understood) ? periods : periods.map((period) => ({ ...period, hard: true }))
  return { ...understood, periods: bounded }
}

function asksForMore(understanding: Understanding): boolean {
  return understanding.names.length > 0 || beyondNames(understanding).length > 0
}
