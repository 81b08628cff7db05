/** Acts that a text tells by nouns: "X's proposal", "the guest of X", "a letter from X to Y", and titles. */
import { type Act, AFTER, GIVING, TRANSFER, wordsBetween } from './act.ts'
import { isIrregular, rootOf } from './meanings.ts'
import type { Mention, NamingText } from './mentions.ts'
import type { ReadWord } from './read-text.ts'

/** Words of a noun with what stands before it: "sole request". */
const LONGEST_NOUN = 3
export function* nounActs(read: NamingText, mentions: readonly Mention[]): Generator<Act> {
  yield* transfersOf(read.words, mentions)
  yield* addressesIn(read.text, mentions)
  yield* possessionsOf(read.words, mentions)
  yield* doingsOf(read, mentions)
}

/** "A letter from X to Y", and titles: "Telegram, X to Y". */
function* transfersOf(words: readonly ReadWord[], mentions: readonly Mention[]): Generator<Act> {
  for (const [index, from] of mentions.entries()) {
    const to = mentions[index + 1]
    if (!to || !/^(?:to|for)$/.test(to.preposition ?? '') || wordsBetween(words, from.end, to.start) > AFTER)
      continue
    const title =
      index === 0 &&
      from.preposition === undefined &&
      !words.some((word) => /^\p{Ll}.*ed$/u.test(word.written) && word.start < to.start)
    if (
      from.possessive
        ? hasMessage(words, from.end, to.start)
        : to.preposition === 'to' && (from.preposition === 'from' || title)
    )
      yield { root: TRANSFER, meanings: GIVING, text: 'from', agent: from, patient: to }
  }
}

/** "Telegram From the Commander in Chief (Bonesteel) to the Chairman of the Joint Chiefs (Wheeler)" */
function* addressesIn(title: string, mentions: readonly Mention[]): Generator<Act> {
  if (/[.!?]$/.test(title)) return
  const to = /\bfrom\b.+?(\) to )/i.exec(title)
  if (!to) return
  const border = to.index + to[0].length
  const people = [
    ...mentions.filter(({ keys }) => keys.some((key) => key.startsWith('person:'))),
    ...bracketed(title, mentions),
  ].sort((a, b) => a.start - b.start)
  const agent = people.findLast(({ end }) => end < border)
  const patient = people.find(({ start }) => start >= border)
  if (agent && patient) yield { root: TRANSFER, meanings: GIVING, text: 'from', agent, patient }
}

/** "(Miller)": who holds the office, though nobody knows the name. */
function bracketed(title: string, mentions: readonly Mention[]): Mention[] {
  return [...title.matchAll(/\((\p{Lu}[\p{L}-]+)\)/gu)].flatMap(({ index, 1: name = '' }) => {
    const [start, end] = [index + 1, index + 1 + name.length]
    if (mentions.some((mention) => mention.start < end && start < mention.end)) return []
    const keys = [`word:${rootOf(name.toLowerCase())}` as const]
    return [{ keys, start, end, preposition: undefined, possessive: false }]
  })
}

/** Whether a stretch of words names what passes from one to another: "X's personal message for Y". */
function hasMessage(words: readonly ReadWord[], from: number, to: number): boolean {
  return words.some(
    ({ start, end, meanings }) =>
      start >= from &&
      end <= to &&
      meanings.some(({ meaning }) => meaning === 'message' || meaning === 'promising'),
  )
}

/** "X's demands": an act by its noun. */
function* possessionsOf(words: readonly ReadWord[], mentions: readonly Mention[]): Generator<Act> {
  for (const mention of mentions.filter(({ possessive }) => possessive)) {
    const first = words.findIndex((word) => word.start >= mention.end)
    const run = words.slice(first, first + LONGEST_NOUN)
    const end = run.findIndex(
      ({ content, written, clause }) => !content || /^\p{Lu}/u.test(written) || clause !== run[0]?.clause,
    )
    const noun = run[(end < 0 ? run.length : end) - 1]
    if (noun) yield nominal(noun, mention)
  }
}

/** "The guest of X", "the proposal by X", as "X's guest". */
function* doingsOf({ text, words }: NamingText, mentions: readonly Mention[]): Generator<Act> {
  for (const mention of mentions) {
    const before = words.filter(({ end }) => end <= mention.start).slice(-6)
    const preposition = before.findLastIndex(({ word }) => word === 'of' || word === 'by')
    const noun = before[preposition - 1]
    const between = before.slice(preposition + 1)
    if (preposition < 1 || !noun?.content || /^\p{Lu}|ed$/u.test(noun.written) || isIrregular(noun.word))
      continue
    const joined = !/[:;,.()\d]/.test(text.slice(noun.end, mention.start))
    if (!joined || between.some(({ word, content }) => word !== 'the' && !content)) continue
    yield nominal(noun, mention)
  }
}

/** Who sent a message is who says what is in it. */
function nominal(noun: ReadWord, agent: Mention): Act {
  const means = (name: string) => noun.meanings.some(({ meaning }) => meaning === name)
  return {
    root: `of ${noun.root}`,
    meanings: [...(means('message') ? GIVING : []), ...(means('asking') ? ['asking 1'] : [])],
    text: noun.written,
    agent,
    patient: undefined,
  }
}
