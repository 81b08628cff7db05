/** The makers, publishers and kinds of document that a question bounds itself to, and which documents are so. */
import { entityKey } from '../../corpus/names/entity.ts'
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { ArchiveFacts } from '../archive/archive.ts'
import type { AskedMaker } from '../understanding/asked-makers.ts'
import { beyondNames } from '../understanding/content-words.ts'
import { isOfKind } from '../understanding/kind.ts'
import type { Understanding } from '../understanding/understanding.ts'

type Provenance = Pick<Understanding, 'makers' | 'publishers' | 'types'>

/** Those that bind; the others are merely preferred. */
export function boundsOf({ makers, publishers, types }: Provenance): Provenance {
  const binds = ({ hard }: { hard: boolean }) => hard
  return { makers: makers.filter(binds), publishers: publishers.filter(binds), types: types.filter(binds) }
}

export function isBounded({ makers, publishers, types }: Provenance): boolean {
  return makers.length + publishers.length + types.length > 0
}

/** The documents by one of the makers, of one of the publishers and of one of the kinds, where any are asked for. */
export function numbersOf(
  { makers, publishers, types }: Provenance,
  facts: Pick<ArchiveFacts, 'documents' | 'makers'>,
): DocumentNumber[] {
  return facts.documents.flatMap((document, number) =>
    document &&
    (makers.length === 0 || makers.some(({ value }) => facts.makers.canBeBy(value, number))) &&
    (publishers.length === 0 || publishers.some(({ value }) => value === document.publisher)) &&
    (types.length === 0 || types.some(({ value }) => isOfKind(value, document)))
      ? [number]
      : [],
  )
}

/** Documents, best first, of which one must name what the question is about. */
const NAMING = 5

/**
 * Whether the best documents name one of those whom the question names besides the makers that it asks for: "Danish embassy
 * telegrams on the Pueblo" are not answered by one on smuggling. States are named by every other document.
 */
export function namesTheMatter(
  { names, makers }: Understanding,
  ranked: readonly { number: DocumentNumber }[],
  index: Pick<ArchiveIndex, 'documents'>,
): boolean {
  const matter = names
    .filter(({ start, end }) => !makers.some((maker) => maker.start <= start && end <= maker.end))
    .flatMap(({ entities }) => entities.filter(({ kind, subject }) => kind !== 'place' && !subject))
  if (matter.length === 0) return true
  return ranked
    .slice(0, NAMING)
    .some(({ number }) => matter.some((entity) => index.documents[number]?.entities.has(entityKey(entity))))
}

export const NO_BOUNDS: Provenance = { makers: [], publishers: [], types: [] }

/** What is left of the bounds where nothing meets them all, as many call a paper by another's kind; undefined for nothing. */
export function withoutKinds(bounds: Provenance): Provenance | undefined {
  const left = { ...bounds, types: [] }
  return bounds.types.length > 0 && isBounded(left) ? left : undefined
}

/** What the question asks besides its makers: who looks beyond the Danish embassy does not look for Denmark. */
export function withoutMakers(understanding: Understanding): Understanding {
  const makers = understanding.makers.filter(({ hard }) => hard)
  const isWithin = ({ start, end }: { start: number; end: number }) =>
    makers.some((maker) => maker.start <= start && end <= maker.end)
  const names = understanding.names.filter((name) => !isWithin(name))
  const question = makers.reduce((left, { text }) => left.replace(text, ' '), understanding.question)
  const rest = { ...understanding, question, names, makers: [] }
  return names.length > 0 || beyondNames(rest).length > 0 ? rest : understanding
}

/**
 * That no document is what was given up, in a sentence: "No document here that speaks to this was made by the Hungarian
 * embassy in Moscow; these are by others."
 * @param left the bounds that the search kept to.
 */
export function describeUnmet(bounds: Provenance, left: Provenance): string {
  const givenUp = left.makers.length > 0 ? [] : bounds.makers
  // Of people only what a title says is known: an ambassador may have signed what it calls the embassy's.
  const isPerson = ({ value }: AskedMaker) => value.people.length > 0
  const people = givenUp.filter(isPerson).map(({ name }) => name)
  const makers = givenUp.filter((maker) => !isPerson(maker)).map(({ name }) => name)
  const publishers = left.publishers.length > 0 ? [] : bounds.publishers.map(({ value }) => value)
  const kinds = bounds.types.map(({ value }) => `${/^[aeiou]/.test(value) ? 'an' : 'a'} ${value}`)
  const lacks = [
    ...(makers.length > 0 ? [`was made by ${anyOf(makers)}`] : []),
    ...(people.length > 0 ? [`has ${anyOf(people)} in its title`] : []),
    ...(publishers.length > 0 ? [`was published by ${anyOf(publishers.map((name) => `the ${name}`))}`] : []),
    ...(kinds.length > 0 ? [`is ${anyOf(kinds)}`] : []),
  ]
  const by = left.makers.length > 0 ? ` by ${anyOf(left.makers.map(({ name }) => name))}` : ''
  const others =
    givenUp.length > 0 ? 'by others' : publishers.length > 0 ? 'from elsewhere' : 'of other kinds'
  return `No document here${by} that speaks to this ${lacks.join(' and ')}; these are ${others}.`
}

function anyOf(names: readonly string[]): string {
  const all = [...new Set(names)]
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}
