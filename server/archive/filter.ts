/** Filters that a request sets explicitly. They restrict every search. */
import type { z } from 'zod'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type Day, overlapsPeriod } from '../../corpus/reduced-date.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import { type FacetName, facetNames } from '../contract/facet-names.ts'
import type { ArchiveFacts } from './archive.ts'

/** A document matches if, for every facet given, it has at least one of the values. Names may be given in any spelling. */
export interface DocumentFilter extends Partial<Readonly<Record<FacetName, readonly string[]>>> {
  /** Keeps documents whose date can lie between these days, both included. */
  from?: Day | undefined
  to?: Day | undefined
}

/** For zod's `superRefine`: rejects a period that ends before it begins. */
export function refinePeriodOrder(
  { from, to }: Pick<DocumentFilter, 'from' | 'to'>,
  context: z.RefinementCtx,
): void {
  if (from === undefined || to === undefined || from <= to) return
  context.addIssue({ code: 'custom', path: ['to'], message: 'must not lie before from' })
}

/** The numbers of the documents that match the filter; undefined if the filter is empty. */
export function documentsMatchingFilter(
  filter: DocumentFilter,
  facts: ArchiveFacts,
): DocumentNumber[] | undefined {
  const conditions = filterConditions(filter, facts)
  if (conditions.length === 0) return undefined
  return facts.documents.flatMap((document, number) =>
    document && conditions.every((matches) => matches(document, number)) ? [number] : [],
  )
}

type FilterCondition = (document: ArchiveDocument, number: DocumentNumber) => boolean

function filterConditions(filter: DocumentFilter, { facets }: ArchiveFacts): FilterCondition[] {
  const { from, to } = filter
  const conditions: FilterCondition[] = []
  if (from !== undefined || to !== undefined) conditions.push(({ date }) => overlapsPeriod(date, from, to))
  for (const name of facetNames) {
    const wanted = filter[name] ?? []
    if (wanted.length === 0) continue
    const { resolve: resolveValue, values } = facets[name]
    const wantedValues = new Set(wanted.map(resolveValue))
    conditions.push((_, number) => values[number]?.some((value) => wantedValues.has(value)) ?? false)
  }
  return conditions
}
