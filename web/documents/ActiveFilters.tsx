/** The active filters of the document list as chips, each with a button to remove it. */
import { X } from 'lucide-react'
import type { RefObject } from 'react'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'
import { type FacetName, facetNames } from '../../server/contract/facet-names.ts'
import { useFocusNeighbour } from '../page/use-focus-neighbour.ts'
import { capitalized } from '../sources/provenance.ts'
import {
  FACET_LABELS,
  hasFilters,
  type ListChoices,
  withFacetValueToggled,
  withoutFilters,
} from './list-choices.ts'

interface ActiveFiltersProps {
  choices: ListChoices
  facets: DocumentListResponse['facets'] | undefined
  choose: (next: ListChoices) => void
  /** Gets the focus when no filter is left. */
  list: RefObject<HTMLElement | null>
}

export function ActiveFilters({ choices, facets, choose, list }: ActiveFiltersProps) {
  const container = useFocusNeighbour<HTMLDivElement>('li button', list)
  const label = (name: FacetName, value: string) =>
    facets?.[name]?.find((count) => count.value === value)?.label ?? value
  if (!hasFilters(choices)) return null
  return (
    <div ref={container} className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-1.5 text-label">
      <h2 className="sr-only">Narrowed to</h2>
      <ul className="contents">
        {choices.from !== undefined || choices.to !== undefined ? (
          <FilterChip
            name="Years"
            value={periodInWords(choices)}
            remove={() => choose({ ...choices, from: undefined, to: undefined, offset: 0 })}
          />
        ) : null}
        {facetNames.flatMap((name) =>
          choices.facets[name].map((value) => (
            <FilterChip
              key={`${name} ${value}`}
              name={FACET_LABELS[name]}
              value={capitalized(label(name, value))}
              remove={() => choose(withFacetValueToggled(choices, name, value))}
            />
          )),
        )}
      </ul>
      <button type="button" className="quiet ml-1" onClick={() => choose(withoutFilters(choices))}>
        Clear all
      </button>
    </div>
  )
}

function FilterChip({ name, value, remove }: { name: string; value: string; remove: () => void }) {
  return (
    <li className="flex">
      <button
        type="button"
        onClick={remove}
        className="flex min-h-7 items-center gap-1.5 rounded-chip border border-edge px-2 text-left hover:border-ink"
      >
        <span className="sr-only">Remove {name}: </span>
        {value}
        <X size={13} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      </button>
    </li>
  )
}

function periodInWords({ from, to }: Pick<ListChoices, 'from' | 'to'>): string {
  if (from === undefined) return `until ${to}`
  if (to === undefined) return `from ${from}`
  return from === to ? String(from) : `${from} to ${to}`
}
