/** What a question asks: who and what it names, which period, which kind of document, each with the words that say so. */
import type { Catalog } from '../../corpus/catalog.ts'
import type { NameLinker } from '../../corpus/names/name-linker.ts'
import type { Makers } from '../archive/makers.ts'
import { findAskedMakers } from './asked-makers.ts'
import { beyondNames, topicOf } from './content-words.ts'
import { inherit } from './follow-up.ts'
import { inLatinLetters } from './in-latin-letters.ts'
import { bindWithMakers, findKinds, findPublishers } from './kind.ts'
import { findPeriods } from './period.ts'
import type { Understanding } from './understanding.ts'

/** What is known beforehand of names, makers and publishers; an `Archive` has it. */
export interface Known {
  linker: NameLinker
  catalog: Pick<Catalog, 'publishers'>
  facts: { makers: Pick<Makers, 'namedIn'> }
}

/** @param before the questions asked before in this conversation, oldest first. */
export function understand(question: string, before: readonly string[], known: Known): Understanding {
  const own = understandAlone(question, known)
  const previous = before.at(-1)
  if (previous === undefined) return own
  return inherit(question, own, () => understand(previous, before.slice(0, -1), known), known.linker)
}

/** The same question with nothing understood in it: what is searched for where understanding is switched off. */
export function notUnderstood(question: string): Understanding {
  return { question, unread: [], names: [], periods: [], types: [], makers: [], publishers: [], topic: [] }
}

export function understandAlone(text: string, { linker, catalog, facts }: Known): Understanding {
  const names = linker.link(text)
  const periods = findPeriods(text, names)
  const { question, unread } = inLatinLetters(text, names, periods)
  const makers = findAskedMakers(text, names, facts.makers)
  const understood = {
    question: linker.mend(question),
    unread,
    names,
    periods,
    types: bindWithMakers(findKinds(text), makers, text),
    makers,
    publishers: findPublishers(text, catalog.publishers),
    topic: topicOf(text, [...names, ...periods]),
  }
  // "Documents of 1946" asks for nothing but the period, and so is bounded by it.
  const bounded = asksForMore(understood) ? periods : periods.map((period) => ({ ...period, hard: true }))
  return { ...understood, periods: bounded }
}

function asksForMore(understanding: Understanding): boolean {
  return understanding.names.length > 0 || beyondNames(understanding).length > 0
}
