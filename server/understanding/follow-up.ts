/**
 * Follow-ups: "and the Soviets?", "what about 1986", "who else was there" mean the question before with something
 * replaced. What the new question names replaces its like; everything else is inherited. A new topic inherits nothing.
 */
import type { Entity } from '../../corpus/names/entity.ts'
import type { LinkedName, NameLinker } from '../../corpus/names/name-linker.ts'
import type { Understanding } from './understand.ts'

/** How follow-ups begin. */
const CONTINUES =
  /^\s*(?:and|but|so|then|also|or)\b|^\s*(?:what|how) about\b|^\s*(?:who|what|where|when) else\b|^\s*(?:why|how so|since when|until when|by whom|in what way|with what result|such as|for example|like (?:what|who))\s*\??\s*$|^\s*(?:tell me more|more|go on|continue|any (?:others?|more))\b/i
/** Words that stand for something said before. */
const REFERS =
  /\b(?:he|him|his|she|her|hers|they|them|their|it|its|this|these|those|there|then|that (?:time|year|meeting|talk|visit|war|document)|the (?:same|latter|former|meeting|talks?|visit|document|crisis|incident)|at the time|before that|after that|afterwards|later)\b/i
/** A question of this many words or fewer that begins like a follow-up or refers back is one. */
const SHORT = 14

export function inherit(
  own: Understanding,
  previous: () => Understanding,
  linker: NameLinker,
): Understanding {
  if (!isFollowUp(own)) return own
  const past = previous()
  const kept = past.names.filter((name) => !own.names.some((newer) => replaces(newer, name)))
  const topic = withoutReplaced(past, own)
  const question = `${topic} ${own.question}`.trim()
  return {
    ...own,
    question,
    names: [...kept.map((name) => ({ ...name, start: -1, end: -1 })), ...own.names],
    periods:
      own.periods.length > 0
        ? own.periods
        : past.periods.map((period) => ({ ...period, start: -1, end: -1 })),
    types: own.types.length > 0 ? own.types : past.types,
    // "And the Poles?" after a question on Hungarian reports no longer asks for Hungarian ones.
    makers: own.makers.length > 0 || namesPlace(own) ? own.makers : past.makers,
    publishers: own.publishers.length > 0 ? own.publishers : past.publishers,
    follows: linker.mend(past.follows ?? past.question),
  }
}

function isFollowUp({ question, names }: Understanding): boolean {
  const words = question.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words > SHORT) return false
  if (CONTINUES.test(question)) return true
  // "What did he say about Vietnam?" leans on somebody named before, unless it names its own antecedent.
  const ownAntecedent = names.some(
    ({ entities, start }) => start < question.search(REFERS) && entities.some(isActor),
  )
  return REFERS.test(question) && !ownAntecedent
}

function isActor({ kind }: Entity): boolean {
  return kind === 'person' || kind === 'place' || kind === 'organization'
}

/** A newer name takes the place of an older one of its kind: "and the Soviets?" after a question on the Chinese. */
function replaces(newer: LinkedName, older: LinkedName): boolean {
  if (newer.entities.some((entity) => older.entities.includes(entity))) return true
  const kinds = new Set(newer.entities.map(({ kind }) => kind))
  // What the whole archive is about is never what a question was turned away from.
  return !older.entities.some(({ subject }) => subject) && older.entities.some(({ kind }) => kinds.has(kind))
}

function namesPlace({ names }: Understanding): boolean {
  return names.some(({ entities }) => entities.some(({ kind }) => kind === 'place'))
}

/** The question before, without the names and periods that the new one replaces. */
function withoutReplaced(past: Understanding, own: Understanding): string {
  const gone = [
    ...past.names.filter((name) => own.names.some((newer) => replaces(newer, name))).map(({ text }) => text),
    ...(own.periods.length > 0 ? past.periods.map(({ text }) => text) : []),
  ]
  return gone.reduce((text, words) => text.replace(words, ''), past.question).replace(/\s+/g, ' ')
}
