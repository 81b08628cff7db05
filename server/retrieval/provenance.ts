/** Provenance: the makers, publishers and kinds of document that a question asks for, and the documents that have them. */
import { entityKey } from '../../corpus/names/entity.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { ArchiveFacts } from '../archive/archive.ts'
import { remainingContentStems } from '../understanding/content-words.ts'
import type { RequestedMaker } from '../understanding/requested-makers.ts'
import { isOfDocumentType } from '../understanding/requested-types.ts'
import type { Understanding } from '../understanding/understanding.ts'

type ProvenanceCriteria = Pick<Understanding, 'makers' | 'publishers' | 'types'>

/** The required criteria. The others only raise a document's score. */
export function requiredProvenance({ makers, publishers, types }: ProvenanceCriteria): ProvenanceCriteria {
  const binds = ({ hard }: { hard: boolean }) => hard
  return { makers: makers.filter(binds), publishers: publishers.filter(binds), types: types.filter(binds) }
}

export function hasCriteria({ makers, publishers, types }: ProvenanceCriteria): boolean {
  return makers.length + publishers.length + types.length > 0
}

/** Documents by one of the makers, from one of the publishers and of one of the kinds. An empty list does not restrict. */
export function documentsMatchingProvenance(
  { makers, publishers, types }: ProvenanceCriteria,
  facts: Pick<ArchiveFacts, 'documents' | 'makers'>,
): DocumentNumber[] {
  return facts.documents.flatMap((document, number) =>
    document &&
    (makers.length === 0 || makers.some(({ value }) => facts.makers.canBeBy(value, number))) &&
    (publishers.length === 0 || publishers.some(({ value }) => value === document.publisher)) &&
    (types.length === 0 || types.some(({ value }) => isOfDocumentType(value, document)))
      ? [number]
      : [],
  )
}

/** One of this many top documents must name what the question is about. */
const MAX_DOCUMENTS_CHECKED_FOR_TOPIC = 5

/**
 * Whether one of the best documents names something that the question names apart from its makers. "Danish embassy
 * telegrams on the Pueblo" is not answered by a Danish telegram on smuggling. States are ignored: every second document
 * names one.
 */
export function namesTopic(
  { names, makers }: Understanding,
  ranked: readonly { number: DocumentNumber }[],
  index: Pick<ArchiveIndex, 'documents'>,
): boolean {
  const topicEntities = names
    .filter(({ start, end }) => !makers.some((maker) => maker.start <= start && end <= maker.end))
    .flatMap(({ entities }) => entities.filter(({ kind, subject }) => kind !== 'place' && !subject))
  if (topicEntities.length === 0) return true
  return ranked
    .slice(0, MAX_DOCUMENTS_CHECKED_FOR_TOPIC)
    .some(({ number }) =>
      topicEntities.some((entity) => index.documents[number]?.entities.has(entityKey(entity))),
    )
}

export const NO_CRITERIA: ProvenanceCriteria = { makers: [], publishers: [], types: [] }

/** The criteria without document types, which users often confuse; undefined if there were no types or nothing else remains. */
export function withoutDocumentTypes(bounds: ProvenanceCriteria): ProvenanceCriteria | undefined {
  const left = { ...bounds, types: [] }
  return bounds.types.length > 0 && hasCriteria(left) ? left : undefined
}

/** The question without its required makers. A search beyond the Danish embassy should not look for Denmark. */
export function withoutRequiredMakers(understanding: Understanding): Understanding {
  const makers = understanding.makers.filter(({ hard }) => hard)
  const isWithin = ({ start, end }: { start: number; end: number }) =>
    makers.some((maker) => maker.start <= start && end <= maker.end)
  const names = understanding.names.filter((name) => !isWithin(name))
  const question = makers.reduce((left, { text }) => left.replace(text, ' '), understanding.question)
  const rest = { ...understanding, question, names, makers: [] }
  return names.length > 0 || remainingContentStems(rest).length > 0 ? rest : understanding
}

/**
 * A sentence on the criteria that the search dropped.
 * @param left the criteria that the search kept
 * @example "No document here that speaks to this was made by the Hungarian embassy in Moscow; these are by others."
 */
export function describeUnmetCriteria(bounds: ProvenanceCriteria, left: ProvenanceCriteria): string {
  const givenUp = left.makers.length > 0 ? [] : bounds.makers
  // People are known from titles only. An ambassador may have signed a paper whose title names just the embassy.
  const isPerson = ({ value }: RequestedMaker) => value.people.length > 0
  const people = givenUp.filter(isPerson).map(({ name }) => name)
  const makers = givenUp.filter((maker) => !isPerson(maker)).map(({ name }) => name)
  const publishers = left.publishers.length > 0 ? [] : bounds.publishers.map(({ value }) => value)
  const kinds = bounds.types.map(({ value }) => `${/^[aeiou]/.test(value) ? 'an' : 'a'} ${value}`)
  const lacks = [
    ...(makers.length > 0 ? [`was made by ${joinedWithOr(makers)}`] : []),
    ...(people.length > 0 ? [`has ${joinedWithOr(people)} in its title`] : []),
    ...(publishers.length > 0
      ? [`was published by ${joinedWithOr(publishers.map((name) => `the ${name}`))}`]
      : []),
    ...(kinds.length > 0 ? [`is ${joinedWithOr(kinds)}`] : []),
  ]
  const by = left.makers.length > 0 ? ` by ${joinedWithOr(left.makers.map(({ name }) => name))}` : ''
  const others =
    givenUp.length > 0 ? 'by others' : publishers.length > 0 ? 'from elsewhere' : 'of other kinds'
  return `No document here${by} that speaks to this ${lacks.join(' and ')}; these are ${others}.`
}

function joinedWithOr(names: readonly string[]): string {
  const all = [...new Set(names)]
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}
