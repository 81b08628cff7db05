/**
 * Follow-ups: "and the Soviets?", "what about 1986", "who else was there" mean the question before with something
 * replaced. What the new question names replaces its like and whatever contradicts it; everything else is inherited.
 * A new topic inherits nothing.
 */
import type { LinkedName, NameLinker } from '../../corpus/names/name-linker.ts'
import { earliestDay, latestDay } from '../../corpus/reduced-date.ts'
import { lacksTopic } from './lacks-topic.ts'
import type { Period } from './period.ts'
import { namesEvent, type Own, refersBack } from './refers-back.ts'
import type { Understanding } from './understanding.ts'

/** How follow-ups begin that are no sentence of their own, or the whole of them. */
const CONTINUES =
  /^\s*(?:what|how) about\b|^\s*(?:who|what|where|when) else\b|^\s*(?:tell me more|more|go on|continue|any (?:others?|more))\b|^\s*(?:why|how|when|where|who|whom|which|what|how (?:so|many|much|long|often)|since when|until when|by whom|in what way|with what result|such as|for example|like (?:what|who))(?: not| exactly)?\s*\??\s*$/i
/** "What about …?" as other languages say it: "소련은?", "苏联呢？", "ソ連は？", «А СССР?» */
const CONTINUES_ELSEWHERE = /^\s*[^\s?？]+(?:은|는|呢|は)\s*[?？]\s*$|^\s*[аи](?:\s+[^\s?]+){1,3}\s*\?\s*$/iu
const JOINS = /^\s*(?:and|but|so|then|also|or)\b\s*/i
const WHOLE_QUESTION =
  /^(?:what|how|why|who|whom|whose|when|where|which|did|does|do|was|were|is|are|had|has)\b(?! (?:about|of)\b)/i
/** A question of this many words or fewer that begins like a follow-up or refers back is one. */
const SHORT = 14

/** @param text the question as it was put. @param own what is understood of it alone. */
export function inherit(
  text: string,
  own: Understanding,
  previous: () => Understanding,
  linker: NameLinker,
): Understanding {
  return isFollowUp({ ...own, text }) ? goOn({ ...own, text }, previous(), linker, { words: true }) : own
}

/** Words of the topic that are taken along at most: the latest ones. */
const MAX_TOPIC_WORDS = 8

/**
 * A question with what it takes along from the one before.
 * @param words whether the words of the topic are taken along, too, and not only names and periods
 */
export function goOn(
  { text = '', ...own }: Understanding & { text?: string },
  past: Understanding,
  linker: NameLinker,
  { words }: { words: boolean },
): Understanding {
  const asked = { ...own, text: text || own.question }
  const names = past.names.filter(
    (name) => !own.names.some((newer) => replaces(newer, name)) && !isLaterThan(name, own.periods),
  )
  const periods = own.periods.length === 0 && !contradictsPeriods(asked, past.periods) ? past.periods : []
  const topic = past.topic.filter((word) => !own.topic.includes(word))
  const along = [
    ...names.map((name) => linker.mend(name.text)),
    ...periods.map((period) => period.text),
    ...(words ? topic.slice(-MAX_TOPIC_WORDS) : []),
  ]
  return {
    ...own,
    question: along.length === 0 ? own.question : `${along.join(' ')}: ${own.question}`,
    unread: [...past.unread, ...own.unread],
    names: [...names.map(inherited), ...own.names],
    periods: own.periods.length > 0 ? own.periods : periods.map(inherited),
    types: own.types.length > 0 ? own.types : past.types.map(inherited),
    // "And the Poles?" after a question on Hungarian reports no longer asks for Hungarian ones.
    makers: own.makers.length > 0 || namesPlace(own) ? own.makers : past.makers.map(inherited),
    publishers: own.publishers.length > 0 ? own.publishers : past.publishers.map(inherited),
    topic: [...topic, ...own.topic].slice(-MAX_TOPIC_WORDS),
    follows: linker.mend(past.follows ?? past.question),
  }
}

/** What was asked for before stands nowhere in the question. */
function inherited<Found extends { start: number; end: number }>(found: Found): Found {
  return { ...found, start: -1, end: -1 }
}

function isFollowUp(own: Understanding & Own): boolean {
  const words = own.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words > SHORT) return false
  if (CONTINUES.test(own.text) || CONTINUES_ELSEWHERE.test(own.text)) return true
  if (refersBack(own) || lacksTopic(own) || isMerePeriod(own)) return true
  if (!JOINS.test(own.text)) return false
  // "But why did China enter the Korean War?" is joined on, and yet a topic of its own.
  return !(WHOLE_QUESTION.test(own.text.replace(JOINS, '')) && namesEvent(own))
}

/** "In 1986?", "after the axe murder?" */
function isMerePeriod({ text, periods: [period, another] }: Own): boolean {
  return (
    period !== undefined &&
    another === undefined &&
    /^(?:in|on|before|after|since|until|during|by|from|under|around|between)\b/i.test(period.text) &&
    !/[\p{L}\p{N}]/u.test(text.slice(0, period.start) + text.slice(period.end))
  )
}

/** A newer name takes the place of an older one of its kind: "and the Soviets?" after a question on the Chinese. */
function replaces(newer: LinkedName, older: LinkedName): boolean {
  if (newer.entities.some((entity) => older.entities.includes(entity))) return true
  const kinds = new Set(newer.entities.map(({ kind }) => kind))
  // What the whole archive is about is never what a question was turned away from.
  return !older.entities.some(({ subject }) => subject) && older.entities.some(({ kind }) => kinds.has(kind))
}

/** What comes before an event that is spoken of, whenever that was: "and about the Korean War?" */
const SPOKEN_OF = /(?<!\b(?:what|how) )\b(?:about|on|of|regarding|concerning|mention(?:ed)?) (?:the )?$/i

/**
 * Whether the question names an event of another time than the periods. Of an event before them somebody may have
 * spoken in them; of one after them nobody can have.
 */
function contradictsPeriods({ text, names }: Own, periods: readonly Period[]): boolean {
  return names.some((name) => {
    if (isLaterThan(name, periods)) return true
    const dated = eventsOf(name)
    if (dated.length === 0 || SPOKEN_OF.test(text.slice(0, name.start))) return false
    return periods.every(({ from }) => dated.every(({ to }) => from !== undefined && latestDay(to) < from))
  })
}

/** Whether a name is that of an event which had not begun when all of the periods were over. */
function isLaterThan(name: LinkedName, periods: readonly Period[]): boolean {
  const dated = eventsOf(name)
  if (dated.length === 0 || periods.length === 0) return false
  return periods.every(({ to }) => dated.every(({ from }) => to !== undefined && earliestDay(from) > to))
}

function eventsOf({ entities }: LinkedName) {
  return entities.flatMap(({ kind, period }) => (kind === 'event' && period ? [period] : []))
}

function namesPlace({ names }: Pick<Own, 'names'>): boolean {
  return names.some(({ entities }) => entities.some(({ kind }) => kind === 'place'))
}
