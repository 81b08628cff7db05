/** The bounds that tools share: names, a period, a kind of document. */
import { z } from 'zod'
import { documentTypes, reducedDateSchema } from '../../../corpus/document.ts'
import type { entityKinds } from '../../../corpus/names/entity.ts'
import { earliestDay, latestDay } from '../../../corpus/reduced-date.ts'
import type { Archive } from '../../archive/archive.ts'
import { entityKindOfFacet } from '../../archive/facets.ts'
import { type DocumentFilter, refinePeriodOrder } from '../../archive/filter.ts'
import type { FacetName } from '../../contract/facet-names.ts'

/** A string, since a transformed date has no JSON schema that a model could be shown. */
const day = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
  .describe('YYYY, YYYY-MM or YYYY-MM-DD')

export const boundsShape = {
  names: z
    .array(z.string().max(100))
    .max(5)
    .optional()
    .describe('People, countries, organizations or events, each of which the documents must name'),
  from: day.optional().describe('Earliest date: YYYY, YYYY-MM or YYYY-MM-DD'),
  to: day.optional().describe('Latest date: YYYY, YYYY-MM or YYYY-MM-DD'),
  kind: z.enum(documentTypes).optional().describe('The kind of document'),
}

export type Bounds = z.output<z.ZodObject<typeof boundsShape>>

/** For `superRefine`, of a schema with these bounds. */
export function boundsInOrder(bounds: Bounds, context: z.RefinementCtx): void {
  refinePeriodOrder(periodFrom(bounds), context)
}

/** The bounds as a filter; names that the authority file lacks bound nothing and are answered as `unknown`. */
export function filterFrom(bounds: Bounds, { linker }: Archive) {
  const { names = [], kind } = bounds
  const unknown: string[] = []
  const byFacet = new Map<FacetName, string[]>()
  for (const name of names) {
    const entity = linker.link(name)[0]?.entities[0]
    const facet = entity && facetOf(entity.kind)
    if (entity && facet) byFacet.set(facet, [...(byFacet.get(facet) ?? []), entity.id])
    else unknown.push(name)
  }
  const filter: DocumentFilter = {
    ...Object.fromEntries(byFacet),
    ...periodFrom(bounds),
    ...(kind ? { type: [kind] } : {}),
  }
  return { filter, unknown }
}

function periodFrom({ from, to }: Bounds): Pick<DocumentFilter, 'from' | 'to'> {
  const [first, last] = [reducedDateSchema.safeParse(from), reducedDateSchema.safeParse(to)]
  return {
    ...(first.success ? { from: earliestDay(first.data) } : {}),
    ...(last.success ? { to: latestDay(last.data) } : {}),
  }
}

function facetOf(kind: (typeof entityKinds)[number]): FacetName | undefined {
  return (Object.keys(entityKindOfFacet) as (keyof typeof entityKindOfFacet)[]).find(
    (facet) => entityKindOfFacet[facet] === kind,
  )
}

/** The bounds in a few words: "Erich Honecker, 1984 to 1985, telegrams". */
export function describeBounds({ names = [], from, to, kind }: Bounds): string {
  const period =
    from && to ? (from === to ? from : `${from} to ${to}`) : from ? `from ${from}` : to && `until ${to}`
  return [...names, period, kind].filter(Boolean).join(', ')
}
