/**
 * The possible interpretations of a question in its conversation. `server/chat/choose-interpretation.ts` chooses the one
 * that the archive's sentences answer best.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Day } from '../../corpus/reduced-date.ts'
import { topicOf } from './content-words.ts'
import { goOn } from './follow-up.ts'
import type { Period } from './period.ts'
import { type Known, understand, understandAlone } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** A question with a pronoun is complete, so its names replace no earlier ones: "What did Kim tell him?" */
const PRONOUN = /\b(?:he|him|his|she|her|hers|they|them|their|it|its|this|that|these|those)\b/i

/** Names and words added from the conversation. */
const MAX_NAMES = 4
const MAX_WORDS = 8

/**
 * The likeliest first: the question alone or, for a follow-up, with the names and periods of the previous question; then
 * with the names and topic words of the whole conversation.
 */
export function readingsOf(question: string, before: readonly string[], known: Known): Understanding[] {
  const spelled = withNamedDeath(question, before, known)
  if (spelled !== undefined) return readingsOf(spelled, before, known).map(asInherited)
  const meant = understand(question, before, known)
  const previous = before.at(-1)
  if (previous === undefined) return [meant]
  const past = before.map((earlier) => understandAlone(earlier, known))
  const last = understand(previous, before.slice(0, -1), known)
  const own = understandAlone(question, known)
  if (meant.follows !== undefined && own.topic.length === 0 && !PRONOUN.test(question)) {
    // "And the Soviets?" is the previous question with one name replaced.
    return distinct([meant, goOn(own, last, known.linker, { words: false })])
  }
  const named = past.findLast(({ names }) => names.length > 0) ?? past.at(-1)
  const names = namesOf(named ? [named] : [], own)
  const all = namesOf(past.toReversed(), own).slice(0, MAX_NAMES)
  const periods = own.periods.length > 0 ? [] : (named?.periods ?? [])
  const words = past.flatMap(({ topic }) => topic).slice(-MAX_WORDS)
  const along = (text: string) => takingAlong(text, question, { own, last, known })
  return distinct([
    meant.follows === undefined ? meant : along([...names, ...periods.map(({ text }) => text)].join(', ')),
    along([...all, ...words].join(' ')),
  ])
}

const SOMEBODY_DIED = /\b(?:he|she) died\b|\b(?:his|her) death\b/i

/**
 * Replaces "he died" by the latest person of the conversation whose date of death is known.
 * @example 'What happened after he died?' after a question on Stalin → 'What happened after Joseph Stalin’s death?'
 */
function withNamedDeath(question: string, before: readonly string[], known: Known): string | undefined {
  if (!SOMEBODY_DIED.test(question)) return undefined
  const people = before
    .toReversed()
    .flatMap((earlier) => known.linker.link(earlier).flatMap(({ entities }) => entities))
  const dead = people.find(({ kind, died }) => kind === 'person' && died !== undefined)
  return dead && question.replace(SOMEBODY_DIED, `${dead.name}’s death`)
}

/** Names and periods that were found in other words than the question's own have no span in it. */
function asInherited(reading: Understanding): Understanding {
  const nowhere = <Item extends object>(item: Item) => ({ ...item, start: -1, end: -1 })
  return { ...reading, names: reading.names.map(nowhere), periods: reading.periods.map(nowhere) }
}

/** Understands "context: question" as one text; spans are given relative to the question. */
function takingAlong(
  context: string,
  question: string,
  { own, last, known }: { own: Understanding; last: Understanding; known: Known },
): Understanding {
  if (context === '') return own
  const prefix = `${context}: `
  const whole = understandAlone(prefix + question, known)
  const placed = <Item extends { start: number; end: number }>(item: Item): Item => {
    const isOwn = item.start >= prefix.length
    return {
      ...item,
      start: isOwn ? item.start - prefix.length : -1,
      end: isOwn ? item.end - prefix.length : -1,
    }
  }
  const { types, makers, publishers, follows } = goOn(own, last, known.linker, { words: false })
  return {
    ...whole,
    names: whole.names.map((name): LinkedName => placed(name)),
    periods: whole.periods.map((period): Period => placed(period)),
    ...{ types, makers, publishers },
    topic: topicOf(question, [...own.names, ...own.periods]),
    ...(follows === undefined ? {} : { follows }),
  }
}

/** The preferred names of the entities in earlier questions, without duplicates and without those in the question itself. */
function namesOf(past: readonly Understanding[], own: Understanding): string[] {
  const known = new Set(own.names.flatMap(({ entities }) => entities))
  const entities = past.flatMap(({ names }) => names.flatMap((name) => name.entities.slice(0, 1)))
  return [...new Set(entities.filter((entity) => !known.has(entity)).map(({ name }) => name))]
}

function distinct(readings: readonly Understanding[]): Understanding[] {
  return readings.filter(
    ({ question }, index) => readings.findIndex((other) => other.question === question) === index,
  )
}

/** "And then?", "what came next?" */
const LATER =
  /^\W*(?:and |so |but )?(?:what (?:happened|came|followed|was) )?(?:then|next|later|later on|afterwards?|after that|thereafter)\W*$/i

/** Whether a question asks for the events after those quoted before. */
export function asksForLater(question: string): boolean {
  return LATER.test(question)
}

/** The interpretation limited to the time from a day on. */
export function after(reading: Understanding, day: Day): Understanding {
  return { ...reading, periods: [{ from: day, hard: true, text: 'later', start: -1, end: -1 }] }
}
