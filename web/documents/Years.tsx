/** The documents by year: a histogram to brush, two fields that do the same, and the counts as a table. */
import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useId, useState } from 'react'
import type { DocumentListResponse } from '../../server/api.ts'
import { FaultBoundary } from '../page/FaultBoundary.tsx'
import { type Choices, readYear, within } from './choices.ts'
import { useFieldText } from './use-field-text.ts'
import { YearCounts } from './YearCounts.tsx'

const Histogram = lazy(() => import('./Histogram.tsx'))

interface YearsProps {
  choices: Choices
  /** Undefined while they are being fetched. */
  years: DocumentListResponse['years'] | undefined
  choose: (next: Choices) => void
}

export function Years({ choices, years, choose }: YearsProps) {
  const { from, to } = choices
  const [counting, setCounting] = useState(false)
  const countsId = useId()
  const bound = (from: number | undefined, to: number | undefined) => choose(within(choices, from, to))
  return (
    <section aria-label="Years" className="mt-5" data-screen-only>
      {years?.length === 0 ? null : (
        <div className="h-28" aria-hidden="true">
          {years ? (
            <FaultBoundary at="/documents">
              <Suspense fallback={null}>
                <Histogram years={years} from={from} to={to} brush={bound} />
              </Suspense>
            </FaultBoundary>
          ) : null}
        </div>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-soft">
        <YearField label="From" year={from} standing={years?.at(0)?.year} set={(year) => bound(year, to)} />
        <YearField label="to" year={to} standing={years?.at(-1)?.year} set={(year) => bound(from, year)} />
        <button
          type="button"
          className="quiet"
          aria-expanded={counting}
          aria-controls={countsId}
          onClick={() => setCounting(!counting)}
        >
          Counts by year
          <ChevronDown
            size={14}
            strokeWidth={1.75}
            aria-hidden="true"
            className={counting ? 'rotate-180' : ''}
          />
        </button>
        <p className="min-w-64 flex-1">
          A document dated only to a month or a year is found by every period that it may lie in.
        </p>
      </div>
      <div id={countsId} hidden={!counting}>
        {counting ? <YearCounts years={years ?? []} /> : null}
      </div>
    </section>
  )
}

interface YearFieldProps {
  label: string
  year: number | undefined
  /** What the field stands for while it is empty. */
  standing: number | undefined
  set: (year: number | undefined) => void
}

/** Takes effect with Enter or on leaving it. */
function YearField({ label, year, standing, set }: YearFieldProps) {
  const { text, write, asks } = useFieldText(inWords(year))
  const wrong = text.trim() !== '' && readYear(text) === undefined
  const take = () => {
    const read = readYear(text)
    if (wrong || read === year) return
    asks(inWords(read))
    write(inWords(read))
    set(read)
  }
  return (
    <label className="flex items-center gap-1.5">
      {label}
      <span className="sr-only"> year</span>
      <input
        inputMode="numeric"
        value={text}
        placeholder={standing === undefined ? '' : String(standing)}
        aria-invalid={wrong}
        size={5}
        className="tabular min-h-7 rounded-chip border border-edge bg-leaf px-1.5 text-ink placeholder:text-soft aria-invalid:border-accent"
        onChange={(event) => write(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      {wrong ? <span role="alert">a year such as 1976</span> : null}
    </label>
  )
}

function inWords(year: number | undefined): string {
  return year === undefined ? '' : String(year)
}
