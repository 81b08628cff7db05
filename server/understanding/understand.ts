/** What a question asks: who and what it names, which period, which kind of document, each with the words that say so. */
import type { DocumentType } from '../../corpus/document.ts'
import type { EntityKey } from '../../corpus/names/entity.ts'
import type { LinkedName, NameLinker } from '../../corpus/names/name-linker.ts'
import { inherit } from './follow-up.ts'
import { type Asked, findKinds, findMakers, findPublishers } from './kind.ts'
import { findPeriods, type Period } from './period.ts'

export interface Understanding {
  /** The question as it is searched for: slips in names mended; a follow-up with what it inherits. */
  question: string
  names: LinkedName[]
  periods: Period[]
  types: Asked<DocumentType>[]
  makers: Asked<EntityKey>[]
  publishers: Asked<string>[]
  /** The question of the conversation that this one goes on from. */
  follows?: string
}

/** @param before the questions asked before in this conversation, oldest first. */
export function understand(question: string, before: readonly string[], linker: NameLinker): Understanding {
  const own = understandAlone(question, linker)
  const previous = before.at(-1)
  if (previous === undefined) return own
  return inherit(question, own, () => understand(previous, before.slice(0, -1), linker), linker)
}

/** The same question with nothing understood in it: what is searched for where understanding is switched off. */
export function notUnderstood(question: string): Understanding {
  return { question, names: [], periods: [], types: [], makers: [], publishers: [] }
}

export function understandAlone(question: string, linker: NameLinker): Understanding {
  const names = linker.link(question)
  return {
    question: linker.mend(question),
    names,
    periods: findPeriods(question, names),
    types: findKinds(question),
    makers: findMakers(question, names),
    publishers: findPublishers(question),
  }
}
