/** The content words of a question, and those of them that its understood names, periods, types and makers do not cover. */
import { foldedWords, stem } from '../../corpus/lexicon.ts'
import { nameTokens } from '../../corpus/names/name-tokens.ts'
import type { Understanding } from './understanding.ts'

/** Stems of function words and of words that any question may have. */
const QUESTION_STOP_STEMS = new Set(
  `a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with
   what why how when who whom whose where which did does do were has had have could would should can may might me my i you your about
   tell show find give please any some anything something document source paper say said talk between from after before during under
   over through than while out up down get got make made go went come came take took think thought want one two three much many long
   early late mid he she his her him its our we us him them`
    .split(/\s+/)
    .map(stem),
)

/**
 * Stems without stopwords and years.
 * @example stems of "why did China enter the war in 1950" → those of "China", "enter", "war"
 */
export function contentStems(stems: Iterable<string>): string[] {
  return [...stems].filter((word) => !QUESTION_STOP_STEMS.has(word) && !/^(?:19|20)\d\d$|^\d0s?$/.test(word))
}

/** The content words of a question as written, outside of the understood spans. */
export function topicWordsOf(
  question: string,
  understood: readonly { start: number; end: number }[],
): string[] {
  return nameTokens(question)
    .filter(({ start }) => !understood.some((each) => each.start <= start && start < each.end))
    .filter(({ word }) => contentStems([stem(word)]).length > 0)
    .map(({ written }) => written)
}

/** Stems of words for the holdings of an archive, whatever they are about. */
const HOLDINGS_STEMS = new Set(
  'document paper source record file material item text archive holding list related relating concerning regarding available exist name mention'
    .split(' ')
    .map(stem),
)

/** The content stems that no name, period, type, maker or publisher covers, without words for holdings. */
export function remainingContentStems({
  question,
  unreadableWords,
  names,
  periods,
  types,
  makers,
  publishers,
}: Understanding): string[] {
  const understood = [...names, ...periods, ...types, ...makers, ...publishers].map(({ text }) => text)
  const entities = names.flatMap(({ entities }) => entities.map(({ name }) => name))
  const taken = new Set([...understood, ...entities].flatMap((text) => foldedWords(text).map(stem)))
  const left = contentStems(new Set(foldedWords(question).map(stem)))
  return [...left.filter((word) => !taken.has(word) && !HOLDINGS_STEMS.has(word)), ...unreadableWords]
}
