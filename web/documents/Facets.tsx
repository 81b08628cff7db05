/** The facets beside the document list. */
import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import type { DocumentListResponse, FacetCount } from '../../server/contract/document-lists.ts'
import { type FacetName, facetNames } from '../../server/contract/facet-names.ts'
import { DEFAULT_FACET_VALUES, MAX_FACET_VALUES } from '../../server/contract/limits.ts'
import { explainError } from '../api.ts'
import { useFocusNeighbour } from '../page/use-focus-neighbour.ts'
import { documentsQuery } from '../queries.ts'
import { capitalized } from '../sources/provenance.ts'
import { FACET_LABELS, type ListChoices, listParams, withFacetValueToggled } from './list-choices.ts'

interface FacetsProps {
  choices: ListChoices
  facets: DocumentListResponse['facets'] | undefined
  choose: (next: ListChoices) => void
}

/** Facets that are open at first: the ones that users need most. */
const INITIALLY_OPEN_FACETS = new Set(['person', 'country', 'event'])

export function Facets({ choices, facets, choose }: FacetsProps) {
  return (
    <section aria-label="Facets" className="mt-3 border-rule border-b wide:mt-0">
      {facetNames.map((name) => (
        <Facet
          key={name}
          name={name}
          title={FACET_LABELS[name]}
          counts={facets?.[name]}
          initiallyOpen={INITIALLY_OPEN_FACETS.has(name) || choices.facets[name].length > 0}
          choices={choices}
          choose={choose}
        />
      ))}
    </section>
  )
}

interface FacetProps {
  name: FacetName
  title: string
  /** Undefined while it is being fetched. */
  counts: readonly FacetCount[] | undefined
  initiallyOpen: boolean
  choices: ListChoices
  choose: (next: ListChoices) => void
}

/** Number of values shown until "More" is pressed. */
const COLLAPSED_VALUES = 6
/** Maximum number of checkboxes drawn; the filter field finds the others. */
const MAX_DRAWN_VALUES = 150

/** One facet: its values as checkboxes, most documents first. "More" shows all values, with a filter field. */
function Facet({ name, title, counts = [], initiallyOpen, choices, choose }: FacetProps) {
  const [open, setOpen] = useState(initiallyOpen)
  const [expanded, setExpanded] = useState(false)
  const [text, setText] = useState('')
  const params = listParams(choices)
  for (const [key, value] of [
    ['facetLimit', String(MAX_FACET_VALUES)],
    ['limit', '1'],
    ['offset', '0'],
  ] as const)
    params.set(key, value)
  const { data, error } = useQuery({ ...documentsQuery(params), enabled: expanded })
  const listId = useId()
  const headingButton = useRef<HTMLButtonElement>(null)
  const fieldset = useFocusNeighbour<HTMLFieldSetElement>('input', headingButton)
  const chosen = choices.facets[name]
  const all = (expanded && data?.facets[name]) || counts
  const matching = all.filter(({ label, value }) => chosen.includes(value) || matchesFilter(label, text))
  const maxShown = expanded ? MAX_DRAWN_VALUES : COLLAPSED_VALUES
  const shown = matching.filter(({ value }, index) => index < maxShown || chosen.includes(value))
  const hasMore = counts.length > COLLAPSED_VALUES || counts.length >= DEFAULT_FACET_VALUES

  return (
    <div className="border-rule border-t py-1">
      <h2>
        <button
          ref={headingButton}
          type="button"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
          className="flex min-h-9 w-full items-center justify-between text-left font-strong text-label"
        >
          {title}
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" className={open ? 'rotate-180' : ''} />
        </button>
      </h2>
      <div id={listId} hidden={!open} className="pb-2">
        {expanded ? (
          <input
            type="search"
            value={text}
            aria-label={`Filter ${title.toLowerCase()}`}
            placeholder="Filter"
            className="mb-1 min-h-8 w-full rounded-chip border border-edge bg-leaf px-2 text-label placeholder:text-soft"
            onChange={(event) => setText(event.target.value)}
          />
        ) : null}
        {error && expanded ? <p className="text-label text-soft">{explainError(error)}</p> : null}
        <fieldset ref={fieldset} className={expanded ? 'max-h-72 overflow-y-auto' : ''}>
          <legend className="sr-only">{title}</legend>
          {shown.map((count) => (
            <FacetValue
              key={count.value}
              count={count}
              checked={chosen.includes(count.value)}
              toggle={() => choose(withFacetValueToggled(choices, name, count.value))}
            />
          ))}
          {shown.length === 0 ? (
            <p className="py-1 text-label text-soft">
              {text ? 'No such name here.' : 'None among these documents.'}
            </p>
          ) : null}
          {expanded && matching.length > shown.length ? (
            <p className="py-1 text-label text-soft">
              {matching.length - shown.length} more: filter by name.
            </p>
          ) : null}
        </fieldset>
        {hasMore ? (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setExpanded(!expanded)
              setText('')
            }}
          >
            {expanded ? 'Fewer' : 'More'}
            <span className="sr-only"> {title.toLowerCase()}</span>
          </button>
        ) : null}
      </div>
    </div>
  )
}

function FacetValue({
  count: { label, count },
  checked,
  toggle,
}: {
  count: FacetCount
  checked: boolean
  toggle: () => void
}) {
  return (
    <label className="flex min-h-7 cursor-pointer items-baseline gap-2 py-0.5 text-label leading-snug hover:text-ink">
      <input
        type="checkbox"
        checked={checked}
        onChange={toggle}
        className="relative top-0.5 size-3.5 shrink-0 accent-accent"
      />
      <span className={`min-w-0 flex-1 ${checked ? 'text-ink' : 'text-soft'}`}>{capitalized(label)}</span>
      <span className="tabular text-soft">
        {count}
        <span className="sr-only"> {count === 1 ? 'document' : 'documents'}</span>
      </span>
    </label>
  )
}

/** Whether each word of the filter is a prefix of a word of the label, ignoring case and accents. */
function matchesFilter(label: string, text: string): boolean {
  const words = (from: string) =>
    from
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
  const has = words(label)
  return words(text).every((word) => has.some((other) => other.startsWith(word)))
}
