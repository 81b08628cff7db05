/**
 * Questions that are only a list of criteria: names, periods, kinds, makers or publishers ("김일성", "documents before
 * 1946"). Similarity does not tell whether such a question is answered; a document that meets all criteria does.
 */
import { entityKey } from '../../corpus/names/entity.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Archive } from '../archive/archive.ts'
import { remainingContentStems } from '../understanding/content-words.ts'
import { isOfDocumentType } from '../understanding/requested-types.ts'
import type { Understanding } from '../understanding/understanding.ts'
import { isInAnyPeriod } from './signals.ts'

/** True if the question consists only of criteria and one of the documents meets all of them. */
export function matchesAllCriteria(
  understanding: Understanding,
  numbers: readonly DocumentNumber[],
  { facts, index }: Archive,
): boolean {
  const { names, periods, types, makers, publishers } = understanding
  const asked = names.length + periods.length + types.length + makers.length + publishers.length
  if (asked === 0 || remainingContentStems(understanding).length > 0) return false
  return numbers.some((number) => {
    const document = facts.documents[number]
    const entities = index.documents[number]?.entities
    if (!document || !entities) return false
    return (
      names.every((name) => name.entities.some((entity) => entities.has(entityKey(entity)))) &&
      (periods.length === 0 || isInAnyPeriod(document, periods)) &&
      (types.length === 0 || types.some(({ value }) => isOfDocumentType(value, document))) &&
      (makers.length === 0 || makers.some(({ value }) => facts.makers.canBeBy(value, number))) &&
      (publishers.length === 0 || publishers.some(({ value }) => value === document.publisher))
    )
  })
}
