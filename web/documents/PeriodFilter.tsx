/** The period filter: a histogram by year to select from, two year fields, and the counts as a table. */
import { type FocusEvent, lazy, Suspense, useId, useRef, useState } from 'react'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'
import { DisclosureButton } from '../page/DisclosureButton.tsx'
import { ErrorBoundary } from '../page/ErrorBoundary.tsx'
import { type ListChoices, orderedPeriod, parseYear, withPeriod } from './list-choices.ts'
import { type AddressField, useAddressField } from './use-address-field.ts'

const Histogram = lazy(() => import('./Histogram.tsx'))

interface PeriodFilterProps {
  choices: ListChoices
  /** Undefined while they are being fetched. */
  years: DocumentListResponse['years'] | undefined
  choose: (next: ListChoices) => void
}

export function PeriodFilter({ choices, years, choose }: PeriodFilterProps) {
  const { from, to } = choices
  const [showsCounts, setShowsCounts] = useState(false)
  const countsId = useId()
  const setPeriod = (from: number | undefined, to: number | undefined) =>
    choose(withPeriod(choices, from, to))
  return (
    <section aria-label="Years" className="mt-5" data-screen-only>
      {years?.length === 0 ? null : (
        <div className="h-28" aria-hidden="true">
          {years ? (
            <ErrorBoundary address="/documents">
              <Suspense fallback={null}>
                <Histogram years={years} from={from} to={to} selectYears={setPeriod} />
              </Suspense>
            </ErrorBoundary>
          ) : null}
        </div>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-soft">
        <YearFields
          from={from}
          to={to}
          first={years?.at(0)?.year}
          last={years?.at(-1)?.year}
          set={setPeriod}
        />
        <DisclosureButton open={showsCounts} setOpen={setShowsCounts} controls={countsId}>
          Counts by year
        </DisclosureButton>
        <p className="min-w-64 flex-1">
          A document dated only to a month or a year is found by every period that it may lie in.
        </p>
      </div>
      <div id={countsId} hidden={!showsCounts}>
        {showsCounts ? <YearCounts years={years ?? []} /> : null}
      </div>
    </section>
  )
}

interface YearFieldsProps {
  from: number | undefined
  to: number | undefined
  /** The first and last year of the list, shown as placeholders of empty fields. */
  first: number | undefined
  last: number | undefined
  set: (from: number | undefined, to: number | undefined) => void
}

/**
 * Two fields for the first and the last year. They take effect with Enter or on leaving a field. Years in the wrong
 * order are swapped, but only with Enter or when both fields have lost the focus, since the user may still change the
 * other year.
 */
function YearFields({ from, to, first, last, set }: YearFieldsProps) {
  const start = useAddressField(yearText(from))
  const end = useAddressField(yearText(to))
  const fields = useRef<HTMLFieldSetElement>(null)

  const apply = (swap: boolean) => {
    if (isInvalidYear(start.text) || isInvalidYear(end.text)) return
    const written = { from: parseYear(start.text), to: parseYear(end.text) }
    const ordered = orderedPeriod(written.from, written.to)
    if (ordered.from !== written.from && !swap) return
    start.setText(yearText(ordered.from))
    end.setText(yearText(ordered.to))
    // `from` and `to` may be older than the last requested values.
    if (start.isRequested(yearText(ordered.from)) && end.isRequested(yearText(ordered.to))) return
    start.requestValue(yearText(ordered.from))
    end.requestValue(yearText(ordered.to))
    set(ordered.from, ordered.to)
  }
  const applyOnBlur = ({ relatedTarget }: FocusEvent) => {
    // When the window loses the focus, `relatedTarget` is null but the field stays the active element.
    const next = relatedTarget ?? document.activeElement
    apply(!(next instanceof Node && fields.current?.contains(next)))
  }

  return (
    <fieldset
      ref={fields}
      className="contents"
      onBlur={applyOnBlur}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply(true)
      }}
    >
      <legend className="sr-only">Period</legend>
      <YearField label="From" field={start} placeholderYear={first} />
      <YearField label="to" field={end} placeholderYear={last} />
    </fieldset>
  )
}

interface YearFieldProps {
  label: string
  field: AddressField
  /** Shown as placeholder while the field is empty. */
  placeholderYear: number | undefined
}

function YearField({ label, field: { text, setText }, placeholderYear }: YearFieldProps) {
  const invalid = isInvalidYear(text)
  return (
    <label className="flex items-center gap-1.5">
      {label}
      <span className="sr-only"> year</span>
      <input
        inputMode="numeric"
        value={text}
        placeholder={placeholderYear === undefined ? '' : String(placeholderYear)}
        aria-invalid={invalid}
        size={5}
        className="tabular min-h-7 rounded-chip border border-edge bg-leaf px-1.5 text-ink placeholder:text-soft aria-invalid:border-accent"
        onChange={(event) => setText(event.target.value)}
      />
      {invalid ? <span role="alert">a year such as 1976</span> : null}
    </label>
  )
}

function isInvalidYear(text: string): boolean {
  return text.trim() !== '' && parseYear(text) === undefined
}

function yearText(year: number | undefined): string {
  return year === undefined ? '' : String(year)
}

/** The histogram's counts as a table. */
function YearCounts({ years }: { years: DocumentListResponse['years'] }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label="Counts by year"
      className="mt-1 max-h-72 overflow-y-auto border-rule border-y py-2"
    >
      <table className="tabular text-label">
        <thead>
          <tr>
            <th className="pr-6 text-left font-strong">Year</th>
            <th className="text-right font-strong">Documents</th>
          </tr>
        </thead>
        <tbody>
          {years
            .filter(({ count }) => count > 0)
            .map(({ year, count }) => (
              <tr key={year}>
                <td className="pr-6">{year}</td>
                <td className="text-right">{count}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
