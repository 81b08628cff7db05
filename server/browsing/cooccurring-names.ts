/** Co-occurring names: the names in the same documents as a given one. */
import { type EntityKey, type EntityKind, entityKey } from '../../corpus/names/entity.ts'
import { type EntityKindPlural, pluralOfKind } from '../../corpus/names/plural-of-kind.ts'
import type { Archive } from '../archive/archive.ts'
import type { CooccurringName } from '../contract/names.ts'

const MAX_NAMES_PER_KIND = 10

/**
 * Sorted by the likelihood ratio, which favours neither the names in most documents (as counts do) nor those in a single one
 * (as plain ratios do). Names with one common document come after all others.
 */
export function cooccurringNames(
  key: EntityKey,
  archive: Archive,
): Record<EntityKindPlural, CooccurringName[]> {
  const { facts, index, linker } = archive
  const numbers = facts.documentsNaming(key)
  const both = new Map<EntityKey, number>()
  for (const number of numbers)
    for (const other of index.documents[number]?.entities ?? [])
      if (other !== key) both.set(other, (both.get(other) ?? 0) + 1)

  const total = index.documents.length
  const together = [...both].flatMap(([other, count]) => {
    const entity = linker.entity(other)
    const otherCount = facts.documentsNaming(other).length
    const expected = (numbers.length * otherCount) / total
    if (!entity) return []
    const ratio = likelihoodRatio(count, numbers.length, otherCount, total)
    return [
      { entity, count, expected, isRepeated: Number(count > 1), surprise: count < expected ? -ratio : ratio },
    ]
  })
  together.sort(
    (a, b) =>
      b.isRepeated - a.isRepeated ||
      b.surprise - a.surprise ||
      b.count - a.count ||
      (entityKey(a.entity) < entityKey(b.entity) ? -1 : 1),
  )
  const ofKind = (kind: EntityKind): CooccurringName[] =>
    together
      .filter(({ entity }) => entity.kind === kind)
      .slice(0, MAX_NAMES_PER_KIND)
      .map(({ entity: { id, name }, count, expected }) => ({
        id,
        name,
        count,
        expected: Math.round(expected * 10) / 10,
      }))
  return {
    [pluralOfKind.person]: ofKind('person'),
    [pluralOfKind.place]: ofKind('place'),
    [pluralOfKind.organization]: ofKind('organization'),
    [pluralOfKind.event]: ofKind('event'),
  }
}

/**
 * Dunning's G² for two names: T. Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19 (1993), 61–74.
 *
 * @param both number of documents that name both
 * @param one number that name the first
 * @param other number that name the second
 * @param total number of all documents
 */
export function likelihoodRatio(both: number, one: number, other: number, total: number): number {
  const cells = [
    { observed: both, expected: (one * other) / total },
    { observed: one - both, expected: (one * (total - other)) / total },
    { observed: other - both, expected: ((total - one) * other) / total },
    { observed: total - one - other + both, expected: ((total - one) * (total - other)) / total },
  ]
  // Empty cells add nothing: x ln x → 0 as x → 0.
  return cells.reduce(
    (sum, { observed, expected }) =>
      observed > 0 ? sum + 2 * observed * Math.log(observed / expected) : sum,
    0,
  )
}
