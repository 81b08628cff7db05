/** Documents that cannot be about the event asked about: written years before it and not naming it. */
import { entityKey } from '../../corpus/names/entity.ts'
import { yearOf } from '../../corpus/reduced-date.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Archive } from '../archive/archive.ts'
import type { Understanding } from '../understanding/understanding.ts'

/** Documents written within this many years before an event may be about its causes. */
const PRELUDE_YEARS = 5

export function documentsLongBeforeEvents(
  { names, periods }: Understanding,
  { facts, index }: Pick<Archive, 'facts' | 'index'>,
): ReadonlySet<DocumentNumber> {
  const events = names.flatMap(({ entities }) =>
    entities.flatMap((entity) =>
      entity.kind === 'event' && entity.period
        ? [{ key: entityKey(entity), from: yearOf(entity.period.from) }]
        : [],
    ),
  )
  // If the question states a period, that period filters the documents.
  const [first] = events.map(({ from }) => from).sort((a, b) => a - b)
  if (first === undefined || periods.length > 0) return new Set()
  return new Set(
    facts.documents.flatMap((document, number) => {
      if (!document || yearOf(document.date) >= first - PRELUDE_YEARS) return []
      const entities = index.documents[number]?.entities
      return events.some(({ key }) => entities?.has(key)) ? [] : [number]
    }),
  )
}
