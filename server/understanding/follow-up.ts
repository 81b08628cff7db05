/**
 * Resolves follow-ups ("and the Soviets?", "what about 1986", "who else was there") against the previous question.
 * A new name or period replaces the old one of its kind and any that contradicts it; the rest is inherited. A question
 * with a topic of its own inherits nothing.
 */
import type { LinkedName, NameLinker } from '../../corpus/names/name-linker.ts'
import { earliestDay, latestDay } from '../../corpus/reduced-date.ts'
import { lacksTopic } from './lacks-topic.ts'
import type { Period } from './period.ts'
import { namesEvent, refersBack, type UnderstoodAlone } from './refers-back.ts'
import type { Understanding } from './understanding.ts'

/** Incomplete sentences that continue the previous question: their beginning, or all of them. */
const CONTINUATION =
  /^\s*(?:what|how) about\b|^\s*(?:who|what|where|when) else\b|^\s*(?:tell me more|more|go on|continue|any (?:others?|more))\b|^\s*(?:why|how|when|where|who|whom|which|what|how (?:so|many|much|long|often)|since when|until when|by whom|in what way|with what result|such as|for example|like (?:what|who))(?: not| exactly)?\s*\??\s*$/i
/** "What about …?" in other languages: "소련은?", "苏联呢？", "ソ連は？", «А СССР?» */
const CONTINUATION_IN_OTHER_LANGUAGES =
  /^\s*[^\s?？]+(?:은|는|呢|は)\s*[?？]\s*$|^\s*[аи](?:\s+[^\s?]+){1,3}\s*\?\s*$/iu
const LEADING_CONJUNCTION = /^\s*(?:and|but|so|then|also|or)\b\s*/i
const COMPLETE_QUESTION_START =
  /^(?:what|how|why|who|whom|whose|when|where|which|did|does|do|was|were|is|are|had|has)\b(?! (?:about|of)\b)/i
/** Only a question of at most this many words can be a follow-up. */
const MAX_FOLLOW_UP_WORDS = 14

/**
 * The understanding of a question in its conversation.
 * @param text the question as typed
 * @param own the understanding of the question without the conversation
 * @example "And the Soviets?" after "How did China react to the axe murder?" keeps the axe murder and replaces China
 */
export function resolveFollowUp(
  text: string,
  own: Understanding,
  previous: () => Understanding,
  linker: NameLinker,
): Understanding {
  return isFollowUp({ ...own, text })
    ? inheritContext({ ...own, text }, previous(), linker, { words: true })
    : own
}

/** The latest ones are kept. */
const MAX_INHERITED_TOPIC_WORDS = 8

/**
 * Adds the names and periods of the previous question to a question.
 * @param words whether to inherit the topic words, too
 */
export function inheritContext(
  { text = '', ...own }: Understanding & { text?: string },
  previous: Understanding,
  linker: NameLinker,
  { words }: { words: boolean },
): Understanding {
  const asked = { ...own, text: text || own.question }
  const names = previous.names.filter(
    (name) => !own.names.some((newer) => replaces(newer, name)) && !isLaterThan(name, own.periods),
  )
  const periods =
    own.periods.length === 0 && !contradictsPeriods(asked, previous.periods) ? previous.periods : []
  const inheritedTopicWords = previous.topicWords.filter((word) => !own.topicWords.includes(word))
  const inheritedText = [
    ...names.map((name) => linker.withSpellingCorrected(name.text)),
    ...periods.map((period) => period.text),
    ...(words ? inheritedTopicWords.slice(-MAX_INHERITED_TOPIC_WORDS) : []),
  ]
  return {
    ...own,
    question: inheritedText.length === 0 ? own.question : `${inheritedText.join(' ')}: ${own.question}`,
    unreadableWords: [...previous.unreadableWords, ...own.unreadableWords],
    names: [...names.map(withoutSpan), ...own.names],
    periods: own.periods.length > 0 ? own.periods : periods.map(withoutSpan),
    types: own.types.length > 0 ? own.types : previous.types.map(withoutSpan),
    // "And the Poles?" after a question on Hungarian reports no longer asks for Hungarian ones.
    makers: own.makers.length > 0 || namesPlace(own) ? own.makers : previous.makers.map(withoutSpan),
    publishers: own.publishers.length > 0 ? own.publishers : previous.publishers.map(withoutSpan),
    topicWords: [...inheritedTopicWords, ...own.topicWords].slice(-MAX_INHERITED_TOPIC_WORDS),
    follows: linker.withSpellingCorrected(previous.follows ?? previous.question),
  }
}

/** An inherited item has no span in the question: start and end are -1. */
function withoutSpan<Found extends { start: number; end: number }>(found: Found): Found {
  return { ...found, start: -1, end: -1 }
}

function isFollowUp(own: Understanding & UnderstoodAlone): boolean {
  const words = own.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words > MAX_FOLLOW_UP_WORDS) return false
  if (CONTINUATION.test(own.text) || CONTINUATION_IN_OTHER_LANGUAGES.test(own.text)) return true
  if (refersBack(own) || lacksTopic(own) || isOnlyAPeriod(own)) return true
  if (!LEADING_CONJUNCTION.test(own.text)) return false
  // "But why did China enter the Korean War?" begins with a conjunction, but has a topic of its own.
  return !(COMPLETE_QUESTION_START.test(own.text.replace(LEADING_CONJUNCTION, '')) && namesEvent(own))
}

/** "In 1986?", "after the axe murder?" */
function isOnlyAPeriod({ text, periods: [period, another] }: UnderstoodAlone): boolean {
  return (
    period !== undefined &&
    another === undefined &&
    /^(?:in|on|before|after|since|until|during|by|from|under|around|between)\b/i.test(period.text) &&
    !/[\p{L}\p{N}]/u.test(text.slice(0, period.start) + text.slice(period.end))
  )
}

/** A newer name replaces an older one of its kind: "and the Soviets?" after a question on the Chinese. */
function replaces(newer: LinkedName, older: LinkedName): boolean {
  if (newer.entities.some((entity) => older.entities.includes(entity))) return true
  const kinds = new Set(newer.entities.map(({ kind }) => kind))
  // The subject of the whole archive (North Korea) is never replaced.
  return !older.entities.some(({ subject }) => subject) && older.entities.some(({ kind }) => kinds.has(kind))
}

/** Stands before an event that people speak about, also in later periods: "and about the Korean War?" */
const SUBJECT_PREPOSITION =
  /(?<!\b(?:what|how) )\b(?:about|on|of|regarding|concerning|mention(?:ed)?) (?:the )?$/i

/**
 * Whether the question names an event outside of the periods. An earlier event may be spoken about within them; a later
 * event may not.
 */
function contradictsPeriods({ text, names }: UnderstoodAlone, periods: readonly Period[]): boolean {
  return names.some((name) => {
    if (isLaterThan(name, periods)) return true
    const dated = eventPeriodsOf(name)
    if (dated.length === 0 || SUBJECT_PREPOSITION.test(text.slice(0, name.start))) return false
    return periods.every(({ from }) => dated.every(({ to }) => from !== undefined && latestDay(to) < from))
  })
}

/** Whether the name is an event that started after the end of every period. */
function isLaterThan(name: LinkedName, periods: readonly Period[]): boolean {
  const dated = eventPeriodsOf(name)
  if (dated.length === 0 || periods.length === 0) return false
  return periods.every(({ to }) => dated.every(({ from }) => to !== undefined && earliestDay(from) > to))
}

function eventPeriodsOf({ entities }: LinkedName) {
  return entities.flatMap(({ kind, period }) => (kind === 'event' && period ? [period] : []))
}

function namesPlace({ names }: Pick<UnderstoodAlone, 'names'>): boolean {
  return names.some(({ entities }) => entities.some(({ kind }) => kind === 'place'))
}
