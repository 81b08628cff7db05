/** The arguments by which tools filter documents: names, a period, a kind of document. */
import { z } from 'zod'
import { documentTypes, reducedDateSchema } from '../../../corpus/document.ts'
import type { entityKinds } from '../../../corpus/names/entity.ts'
import { earliestDay, latestDay } from '../../../corpus/reduced-date.ts'
import type { Archive } from '../../archive/archive.ts'
import { entityKindOfFacet } from '../../archive/facets.ts'
import { type DocumentFilter, refinePeriodOrder } from '../../archive/filter.ts'
import type { FacetName } from '../../contract/facet-names.ts'

/** A string: zod cannot express a transformed date as a JSON schema for the model. */
const dateArgument = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD')

export const filterShape = {
  names: z
    .array(z.string().max(100))
    .max(5)
    .optional()
    .describe('People, countries, organizations or events, each of which the documents must name'),
  from: dateArgument.optional().describe('Earliest date: YYYY, YYYY-MM or YYYY-MM-DD'),
  to: dateArgument.optional().describe('Latest date: YYYY, YYYY-MM or YYYY-MM-DD'),
  kind: z.enum(documentTypes).optional().describe('The kind of document'),
}

export type FilterArguments = z.output<z.ZodObject<typeof filterShape>>

/** For `superRefine` of a schema with these arguments: rejects a period that ends before it begins. */
export function refineFilterPeriod(filterArguments: FilterArguments, context: z.RefinementCtx): void {
  refinePeriodOrder(parsePeriod(filterArguments), context)
}

/** The filter for these arguments. Names that the authority file does not contain are returned as `unknown` and do not filter. */
export function toDocumentFilter(filterArguments: FilterArguments, { linker }: Archive) {
  const { names = [], kind } = filterArguments
  const unknown: string[] = []
  const byFacet = new Map<FacetName, string[]>()
  for (const name of names) {
    const entity = linker.link(name)[0]?.entities[0]
    const facet = entity && facetOfEntityKind(entity.kind)
    if (entity && facet) byFacet.set(facet, [...(byFacet.get(facet) ?? []), entity.id])
    else unknown.push(name)
  }
  const filter: DocumentFilter = {
    ...Object.fromEntries(byFacet),
    ...parsePeriod(filterArguments),
    ...(kind ? { type: [kind] } : {}),
  }
  return { filter, unknown }
}

function parsePeriod({ from, to }: FilterArguments): Pick<DocumentFilter, 'from' | 'to'> {
  const [first, last] = [reducedDateSchema.safeParse(from), reducedDateSchema.safeParse(to)]
  return {
    ...(first.success ? { from: earliestDay(first.data) } : {}),
    ...(last.success ? { to: latestDay(last.data) } : {}),
  }
}

function facetOfEntityKind(kind: (typeof entityKinds)[number]): FacetName | undefined {
  return (Object.keys(entityKindOfFacet) as (keyof typeof entityKindOfFacet)[]).find(
    (facet) => entityKindOfFacet[facet] === kind,
  )
}

/**
 * The filter in a few words, for the user.
 * @example describeFilter({ names: ['Erich Honecker'], from: '1984', to: '1985', kind: 'telegram' })
 * // 'Erich Honecker, 1984 to 1985, telegram'
 */
export function describeFilter({ names = [], from, to, kind }: FilterArguments): string {
  const period =
    from && to ? (from === to ? from : `${from} to ${to}`) : from ? `from ${from}` : to && `until ${to}`
  return [...names, period, kind].filter(Boolean).join(', ')
}
