/** The names that occur together with one, in the same documents. */
import { type EntityKey, type EntityKind, entityKey } from '../../corpus/names/entity.ts'
import { type Plural, plural } from '../../corpus/names/plural.ts'
import type { Archive } from '../archive/archive.ts'
import type { NameTogether } from '../contract/names.ts'

/** Names told of each kind. */
const MOST = 10

/**
 * Ordered by how little chance explains it, which favours neither the names that stand in every document (as counts
 * do) nor those that stand in one (as ratios do). What happened just once comes after all that happened again.
 */
export function namesTogetherWith(key: EntityKey, archive: Archive): Record<Plural, NameTogether[]> {
  const { facts, index, linker } = archive
  const numbers = facts.naming(key)
  const both = new Map<EntityKey, number>()
  for (const number of numbers)
    for (const other of index.documents[number]?.entities ?? [])
      if (other !== key) both.set(other, (both.get(other) ?? 0) + 1)

  const total = index.documents.length
  const together = [...both].flatMap(([other, count]) => {
    const entity = linker.entity(other)
    const bearing = facts.naming(other).length
    const expected = (numbers.length * bearing) / total
    if (!entity) return []
    const ratio = likelihoodRatio(count, numbers.length, bearing, total)
    return [
      { entity, count, expected, again: Number(count > 1), surprise: count < expected ? -ratio : ratio },
    ]
  })
  together.sort(
    (a, b) =>
      b.again - a.again ||
      b.surprise - a.surprise ||
      b.count - a.count ||
      (entityKey(a.entity) < entityKey(b.entity) ? -1 : 1),
  )
  const ofKind = (kind: EntityKind): NameTogether[] =>
    together
      .filter(({ entity }) => entity.kind === kind)
      .slice(0, MOST)
      .map(({ entity: { id, name }, count, expected }) => ({
        id,
        name,
        count,
        expected: Math.round(expected * 10) / 10,
      }))
  return {
    [plural.person]: ofKind('person'),
    [plural.place]: ofKind('place'),
    [plural.organization]: ofKind('organization'),
    [plural.event]: ofKind('event'),
  }
}

/**
 * Dunning's G² for two names: T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19 (1993), 61–74.
 *
 * @param both documents that name both; @param one, @param other those that name each; @param total all documents.
 */
export function likelihoodRatio(both: number, one: number, other: number, total: number): number {
  const cells = [
    { observed: both, expected: (one * other) / total },
    { observed: one - both, expected: (one * (total - other)) / total },
    { observed: other - both, expected: ((total - one) * other) / total },
    { observed: total - one - other + both, expected: ((total - one) * (total - other)) / total },
  ]
  // What was never observed adds nothing: x ln x goes to 0 with x.
  return cells.reduce(
    (sum, { observed, expected }) =>
      observed > 0 ? sum + 2 * observed * Math.log(observed / expected) : sum,
    0,
  )
}
