/** Finds the sides of a comparison: joined names, names of one kind, or periods, where the question compares. */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import { describePeriod } from './describe-understanding.ts'
import type { Period } from './period.ts'
import type { Understanding } from './understanding.ts'

export interface ComparisonSide {
  /** Heading of its part of the answer. */
  label: string
  /** A side is a name or a period. */
  name?: LinkedName
  period?: Period
}

/** English words of comparison. "What did Mao and Stalin agree on?" has none: it asks for something shared. */
const COMPARES =
  /\b(?:compar\w+|contrast\w*|differ\w*|versus|vs|each(?! other)|both|respectively|alike|similar\w*|same|than|eye to eye|other hand)\b/i
/**
 * The text between two joined names: "the Soviets and the Americans", "to Mao or to Khrushchev". Expects single spaces; with
 * runs of spaces the pattern would backtrack quadratically.
 */
const BETWEEN_JOINED_NAMES = /^(?:['’]s?)?(?:, ?| ?,? ?(?:and|or|vs\.?|versus|with|but) )(?:\p{L}+ ){0,2}$/iu
const ALTERNATIVE = /\bor\b/i

const MAX_SIDES = 4

/**
 * At least two sides, or none.
 * @param text the question as typed; the spans of names and periods are offsets in it
 * @example 'Compare Soviet and Chinese views of the war' → [{ label: 'Soviet Union' }, { label: 'China' }]
 */
export function comparisonSides(
  text: string,
  { names, periods }: Pick<Understanding, 'names' | 'periods'>,
): ComparisonSide[] {
  const own = names.filter(({ start }) => start >= 0).sort((a, b) => a.start - b.start)
  const compares = COMPARES.test(text)
  const joined = longestJoinedRun(text, own)
  if (joined.length > 1 && (compares || areAlternatives(text, joined))) return sidesFromNames(joined)
  if (!compares) return []
  const ofOneKind = namesOfCommonestKind(own)
  if (ofOneKind.length > 1) return sidesFromNames(ofOneKind)
  const inText = periods.filter(({ start }) => start >= 0)
  return inText.length > 1
    ? inText.slice(0, MAX_SIDES).map((period) => ({ label: describePeriod(period), period }))
    : []
}

function sidesFromNames(names: readonly LinkedName[]): ComparisonSide[] {
  return names.slice(0, MAX_SIDES).map((name) => ({ label: name.entities[0]?.name ?? name.text, name }))
}

function longestJoinedRun(text: string, names: readonly LinkedName[]): LinkedName[] {
  let [best, run]: [LinkedName[], LinkedName[]] = [[], []]
  for (const name of names) {
    const before = run.at(-1)
    const isJoined =
      before !== undefined &&
      BETWEEN_JOINED_NAMES.test(text.slice(before.end, name.start).replace(/\s+/g, ' '))
    run = isJoined ? [...run, name] : [name]
    if (run.length > best.length) best = run
  }
  return distinctNames(best)
}

function areAlternatives(text: string, names: readonly LinkedName[]): boolean {
  const [first, second] = names
  return first !== undefined && second !== undefined && ALTERNATIVE.test(text.slice(first.end, second.start))
}

/** Names of the most frequent entity kind, without the subject of the whole archive. */
function namesOfCommonestKind(names: readonly LinkedName[]): LinkedName[] {
  const kinds = new Map<string, LinkedName[]>()
  for (const name of distinctNames(names)) {
    const [entity] = name.entities
    if (!entity || entity.subject) continue
    kinds.set(entity.kind, [...(kinds.get(entity.kind) ?? []), name])
  }
  return [...kinds.values()].reduce((most, some) => (some.length > most.length ? some : most), [])
}

function distinctNames(names: readonly LinkedName[]): LinkedName[] {
  return names.filter(
    (name, index) => names.findIndex(({ entities }) => entities[0] === name.entities[0]) === index,
  )
}
