/** Numbers that belong to their neighbour: parts of one time, and those whose unit only the next one has. */

import type { NumberMention } from './number-mention.ts'
import { DAYS, SCALES } from './number-words.ts'

/** "An hour and twenty minutes" is one time. */
export function joinedTimes(text: string, found: readonly NumberMention[]): NumberMention[] {
  const joined: NumberMention[] = []
  for (const mention of found) {
    const last = joined.at(-1)
    const between = last ? text.slice(last.start, mention.start) : ''
    if (
      last?.unit === 'days' &&
      mention.unit === 'days' &&
      last.given !== mention.given &&
      mention.value < last.value &&
      /\p{L}+,? and $/u.test(between) &&
      !/[.;:]/.test(between)
    )
      joined[joined.length - 1] = {
        ...last,
        value: last.value + mention.value,
        end: mention.end,
        text: text.slice(last.start, mention.start) + mention.text,
      }
    else joined.push(mention)
  }
  return joined
}

/** In "two to six months", "a month or two" and "three or four hundred" the first number counts what the second does. */
export function withSharedUnits(text: string, found: readonly NumberMention[]): NumberMention[] {
  return found.map((mention, index) => {
    const next = found[index + 1]
    const last = found[index - 1]
    // "A month or two"
    if (
      last?.given &&
      !mention.unit &&
      mention.kind === 'count' &&
      /^ \p{L}+ or $/u.test(text.slice(last.end, mention.start))
    )
      return {
        ...mention,
        unit: 'days',
        given: last.given,
        value: mention.value * (DAYS[last.given] ?? 1),
      }
    if (!next || mention.unit || mention.kind !== 'count') return mention
    // "0.26 and 0.086 per cent"
    if (next.kind === 'share' && /^\s*(?:to|or|and|-|–)\s*$/.test(text.slice(mention.end, next.start)))
      return { ...mention, kind: 'share' }
    if (next.kind !== 'count') return mention
    const joint = text.slice(mention.end, next.start)
    if (!/^\s*(?:to|or|and|-|–|of the|of)\s*$/.test(joint)) return mention
    const scale = /(hundred|thousand|million|billion)\b/i.exec(next.text)?.[1]?.toLowerCase() ?? ''
    if (mention.value < (SCALES[scale] ?? 0))
      return { ...mention, value: mention.value * (SCALES[scale] ?? 1) }
    if (!next.unit || /of/.test(joint)) return mention
    const unit = /(\p{L}+)$/u.exec(next.text)?.[1]?.replace(/s$/, '') ?? ''
    return {
      ...mention,
      unit: next.unit,
      ...(next.given ? { given: next.given } : {}),
      value: mention.value * (DAYS[unit] ?? 1),
    }
  })
}
