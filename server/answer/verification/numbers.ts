/** The numbers of a sentence and of a record, in figures and words, with the unit that they count. */

import { joinedTimes, withSharedUnits } from './joint-numbers.ts'
import type { NumberMention } from './number-mention.ts'
import { DAYS, readNumberWords, SCALES } from './number-words.ts'

const UNITS = /^(?:percent|kilomet\w+|km|mile\w*|met(?:er|re)s?|tons?|tonnes?|dollars?|rubles?|pages?)$/

const TOKEN = /\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th)?%?|[\p{L}]+/gu
const ROUGH = /\b(?:some|about|around|nearly|almost|roughly|approximately|over|more than|circa|up to)\s+$/i

/** "An hour and a half" */
const AND_A_HALF = /^ and a half\b/i
/** Or "an hour and forty minutes" */
const AND_PART = /^ and (?:a half|[\p{L}\d-]+ (?:minutes|hours|days|weeks|months))(?!\p{L})/iu
/** Before "a month" these make it a length; elsewhere it may be a rate ("300 people a day"). */
const MEASURES = /\b(?:for|in|within|after|about|only|than|nearly|almost|over|lasted|last|some|to|or)\s+$/i

/** "Or two" after "a month" */
const OR_MORE = /^ or (?:two|so)\b/i

interface Token {
  text: string
  start: number
  end: number
}

/** @param skip stretches of the text that hold dates. */
export function findNumbers(
  text: string,
  skip: readonly { start: number; end: number }[] = [],
): NumberMention[] {
  const tokens = [...text.matchAll(TOKEN)]
    .map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !skip.some((each) => start < each.end && each.start < end))
  const words = tokens.map(({ text }) => text.toLowerCase())
  const found: NumberMention[] = []
  for (let index = 0; index < tokens.length; ) {
    const read = readNumber(text, tokens, words, index)
    if (!read) {
      index += 1
      continue
    }
    found.push(read.mention)
    index = read.next
  }
  return withSharedUnits(text, joinedTimes(text, found))
}

function readNumber(
  text: string,
  tokens: readonly Token[],
  words: readonly string[],
  index: number,
): { mention: NumberMention; next: number } | undefined {
  const first = tokens[index]
  if (!first || isPartOfName(text, first)) return undefined
  const at = (offset: number) => words[offset] ?? ''
  let next = index
  let value: number | undefined
  let kind: NumberMention['kind'] = 'count'
  const figure = /^(\d[\d,]*(?:\.\d+)?)(st|nd|rd|th)?(%)?$/.exec(first.text)
  const article = /^an?$/.test(at(index))
  if (figure) {
    value = Number(figure[1]?.replaceAll(',', ''))
    if (figure[2]) kind = 'ordinal'
    if (figure[3]) kind = 'share'
    next += 1
  } else {
    const written = readNumberWords(words, index)
    if (written) ({ value, kind, next } = written)
    else if (at(index) === 'half' && at(index + 1) === 'a' && at(index + 2) === 'dozen') {
      value = 0.5
      next += 2
    } else if (
      at(index) === 'half' &&
      (at(index + 1) in DAYS || (/^an?$/.test(at(index + 1)) && at(index + 2) in DAYS))
    ) {
      value = 0.5
      next += at(index + 1) in DAYS ? 1 : 2
    } else if (article && at(index + 1) in DAYS && isMeasure(text, first, tokens[index + 1])) {
      value = 1
      next += 1
    } else if (article && (at(index + 1) === 'dozen' || at(index + 1) in SCALES)) {
      value = 1
      next += 1
    } else if (
      at(index) === 'fortnight' ||
      (at(index) in DAYS && !/^an?$/.test(at(index - 1)) && AND_A_HALF.test(text.slice(first.end)))
    )
      value = 1
    else if (
      article &&
      readNumberWords(words, index + 1)?.kind === 'ordinal' &&
      !/^first|^second/.test(at(index + 1))
    ) {
      const share = readNumberWords(words, index + 1)
      // "a fifth of the prisoners", but "a third session".
      if (!share || !/^(?:of|the)$/.test(at(share.next))) return undefined
      ;({ value, next } = share)
      value = 100 / value
      kind = 'share'
    }
  }
  if (value === undefined) return undefined
  if (kind === 'count' && /^(?:half|third|fourth|quarter|fifth|tenth)s$/.test(at(next))) {
    const part = { halfs: 2, thirds: 3, fourths: 4, quarters: 4, fifths: 5, tenths: 10 }[at(next)] ?? 1
    value = (100 * value) / part
    kind = 'share'
    next += 1
  }
  while (kind === 'count' && at(next) in SCALES) {
    value *= SCALES[at(next)] ?? 1
    next += 1
  }
  if (kind === 'count' && /^dozens?$/.test(at(next))) {
    value *= 12
    next += 1
  }
  if (/^percent$/.test(at(next)) || (at(next) === 'per' && at(next + 1) === 'cent')) {
    kind = 'share'
    next += at(next) === 'per' ? 2 : 1
  }
  const unit = kind === 'count' ? unitAt(at, next) : undefined
  const end = tokens[Math.max(index, next - 1)]?.end ?? first.end
  const written = text.slice(first.start, unit ? (tokens[next]?.end ?? end) : end)
  if (unit && text[tokens[next]?.end ?? end] === '-') return undefined
  const rough = ROUGH.test(text.slice(Math.max(0, first.start - 16), first.start))
  const days = unit === undefined ? undefined : DAYS[unit]
  if (days !== undefined && unit !== undefined)
    return {
      mention: {
        text: written,
        start: first.start,
        end,
        value: (value + Number(AND_A_HALF.test(text.slice(tokens[next]?.end ?? end))) / 2) * days,
        kind,
        unit: 'days',
        given: unit,
        rough,
      },
      next: Math.max(next, index + 1),
    }
  return {
    mention: {
      text: written,
      start: first.start,
      end,
      value,
      kind,
      ...(unit ? { unit } : {}),
      rough,
    },
    next: Math.max(next, index + 1),
  }
}

/** Whether "a month" is a length of time here. */
function isMeasure(text: string, article: Token, unit: Token | undefined): boolean {
  const after = unit ? text.slice(unit.end) : ''
  return MEASURES.test(text.slice(0, article.start)) || AND_PART.test(after) || OR_MORE.test(after)
}

function unitAt(at: (offset: number) => string, next: number): string | undefined {
  for (const word of [at(next), at(next + 1)]) {
    const singular = word.replace(/s$/, '')
    if (singular in DAYS) return singular
    if (UNITS.test(word)) return word === 'km' ? 'kil' : word.slice(0, 3)
    // "two more months", but not "two of the months".
    if (word !== 'more' && word !== 'full' && word !== 'whole') break
  }
  return undefined
}

/** Figures joined to letters name a thing ("EC-121", "B-52", "F-16"); the check of names reads those. */
function isPartOfName(text: string, { start, end }: Token): boolean {
  return /[\p{L}]-?$/u.test(text.slice(start - 2, start)) && /^\d/.test(text.slice(start, end))
}

/** Rounded numbers may differ by a tenth; lengths of time in other units by a seventh, since months are not weeks. */
const ROUNDING = 0.1
const TIME_ROUNDING = 0.14

export function isSameNumber(a: NumberMention, b: NumberMention): boolean {
  // Who turns sixty has a sixtieth birthday.
  if (a.kind !== b.kind)
    return a.kind !== 'share' && b.kind !== 'share' && a.value === b.value && a.value >= 10
  if (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit) return false
  const difference = Math.abs(a.value - b.value) / Math.max(a.value, b.value, 1e-9)
  if (a.unit === 'days' && b.unit === 'days' && a.given !== b.given) return difference <= TIME_ROUNDING
  if (a.unit === 'days' && b.unit === 'days')
    return difference < 1e-6 || ((a.rough || b.rough) && difference <= TIME_ROUNDING)
  if (a.unit === 'days' || b.unit === 'days') return false
  return difference === 0 || ((a.rough || b.rough) && a.value >= 20 && difference <= ROUNDING)
}
