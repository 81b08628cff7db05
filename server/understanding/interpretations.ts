/**
 * The possible interpretations of a question in its conversation. `server/chat/choose-interpretation.ts` chooses the one
 * that the archive's sentences answer best.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Day } from '../../corpus/reduced-date.ts'
import { topicWordsOf } from './content-words.ts'
import { inheritContext } from './follow-up.ts'
import type { Period } from './period.ts'
import { type ArchiveKnowledge, understand, understandAlone } from './understand.ts'
import type { Understanding } from './understanding.ts'

/** A question with a pronoun is complete, so its names replace no earlier ones: "What did Kim tell him?" */
const ANY_PRONOUN = /\b(?:he|him|his|she|her|hers|they|them|their|it|its|this|that|these|those)\b/i

/** Names and words added from the conversation. */
const MAX_CONTEXT_NAMES = 4
const MAX_CONTEXT_WORDS = 8

/**
 * The likeliest first: the question alone or, for a follow-up, with the names and periods of the previous question; then
 * with the names and topic words of the whole conversation.
 */
export function interpretationsOf(
  question: string,
  before: readonly string[],
  known: ArchiveKnowledge,
): Understanding[] {
  const withDeathNamed = nameTheDead(question, before, known)
  if (withDeathNamed !== undefined) return interpretationsOf(withDeathNamed, before, known).map(withoutSpans)
  const mainInterpretation = understand(question, before, known)
  const previous = before.at(-1)
  if (previous === undefined) return [mainInterpretation]
  const past = before.map((earlier) => understandAlone(earlier, known))
  const last = understand(previous, before.slice(0, -1), known)
  const own = understandAlone(question, known)
  if (
    mainInterpretation.follows !== undefined &&
    own.topicWords.length === 0 &&
    !ANY_PRONOUN.test(question)
  ) {
    // "And the Soviets?" is the previous question with one name replaced.
    return distinctByQuestion([mainInterpretation, inheritContext(own, last, known.linker, { words: false })])
  }
  const named = past.findLast(({ names }) => names.length > 0) ?? past.at(-1)
  const names = newNamesIn(named ? [named] : [], own)
  const all = newNamesIn(past.toReversed(), own).slice(0, MAX_CONTEXT_NAMES)
  const periods = own.periods.length > 0 ? [] : (named?.periods ?? [])
  const words = past.flatMap(({ topicWords }) => topicWords).slice(-MAX_CONTEXT_WORDS)
  const withContext = (text: string) => understandWithContext(text, question, { own, last, known })
  return distinctByQuestion([
    mainInterpretation.follows === undefined
      ? mainInterpretation
      : withContext([...names, ...periods.map(({ text }) => text)].join(', ')),
    withContext([...all, ...words].join(' ')),
  ])
}

const DEATH_OF_PRONOUN = /\b(?:he|she) died\b|\b(?:his|her) death\b/i

/**
 * Replaces "he died" by the latest person of the conversation whose date of death is known.
 * @example 'What happened after he died?' after a question on Stalin → 'What happened after Joseph Stalin’s death?'
 */
function nameTheDead(
  question: string,
  before: readonly string[],
  known: ArchiveKnowledge,
): string | undefined {
  if (!DEATH_OF_PRONOUN.test(question)) return undefined
  const people = before
    .toReversed()
    .flatMap((earlier) => known.linker.link(earlier).flatMap(({ entities }) => entities))
  const dead = people.find(({ kind, died }) => kind === 'person' && died !== undefined)
  return dead && question.replace(DEATH_OF_PRONOUN, `${dead.name}’s death`)
}

/** Names and periods that were found in other words than the question's own have no span in it. */
function withoutSpans(interpretation: Understanding): Understanding {
  const nowhere = <Item extends object>(item: Item) => ({ ...item, start: -1, end: -1 })
  return {
    ...interpretation,
    names: interpretation.names.map(nowhere),
    periods: interpretation.periods.map(nowhere),
  }
}

/** Understands "context: question" as one text; spans are given relative to the question. */
function understandWithContext(
  context: string,
  question: string,
  { own, last, known }: { own: Understanding; last: Understanding; known: ArchiveKnowledge },
): Understanding {
  if (context === '') return own
  const prefix = `${context}: `
  const whole = understandAlone(prefix + question, known)
  const relativeToQuestion = <Item extends { start: number; end: number }>(item: Item): Item => {
    const isOwn = item.start >= prefix.length
    return {
      ...item,
      start: isOwn ? item.start - prefix.length : -1,
      end: isOwn ? item.end - prefix.length : -1,
    }
  }
  const { types, makers, publishers, follows } = inheritContext(own, last, known.linker, { words: false })
  return {
    ...whole,
    names: whole.names.map((name): LinkedName => relativeToQuestion(name)),
    periods: whole.periods.map((period): Period => relativeToQuestion(period)),
    ...{ types, makers, publishers },
    topicWords: topicWordsOf(question, [...own.names, ...own.periods]),
    ...(follows === undefined ? {} : { follows }),
  }
}

/** The preferred names of the entities in earlier questions, without duplicates and without those in the question itself. */
function newNamesIn(past: readonly Understanding[], own: Understanding): string[] {
  const known = new Set(own.names.flatMap(({ entities }) => entities))
  const entities = past.flatMap(({ names }) => names.flatMap((name) => name.entities.slice(0, 1)))
  return [...new Set(entities.filter((entity) => !known.has(entity)).map(({ name }) => name))]
}

function distinctByQuestion(interpretations: readonly Understanding[]): Understanding[] {
  return interpretations.filter(
    ({ question }, index) => interpretations.findIndex((other) => other.question === question) === index,
  )
}

/** "And then?", "what came next?" */
const WHAT_CAME_NEXT =
  /^\W*(?:and |so |but )?(?:what (?:happened|came|followed|was) )?(?:then|next|later|later on|afterwards?|after that|thereafter)\W*$/i

/** Whether a question asks for the events after those quoted before. */
export function asksWhatCameNext(question: string): boolean {
  return WHAT_CAME_NEXT.test(question)
}

/** The interpretation limited to the time from a day on. */
export function boundedAfter(interpretation: Understanding, day: Day): Understanding {
  return { ...interpretation, periods: [{ from: day, hard: true, text: 'later', start: -1, end: -1 }] }
}
