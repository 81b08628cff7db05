/** The documents by year: a histogram to brush, two fields that do the same, and the counts as a table. */
import { lazy, Suspense, useState } from 'react'
import type { DocumentListResponse } from '../../server/api.ts'
import { FaultBoundary } from '../page/FaultBoundary.tsx'
import { type Choices, readYear } from './choices.ts'

const Histogram = lazy(() => import('./Histogram.tsx'))

interface YearsProps {
  choices: Choices
  years: DocumentListResponse['years'] | undefined
  choose: (next: Choices) => void
}

export function Years({ choices, years, choose }: YearsProps) {
  const { from, to } = choices
  const bound = (from: number | undefined, to: number | undefined) => {
    const turned = from !== undefined && to !== undefined && from > to
    choose({ ...choices, from: turned ? to : from, to: turned ? from : to, offset: 0 })
  }
  return (
    <section aria-label="Years" className="mt-5" data-screen-only>
      <div className="h-28" aria-hidden="true">
        {years && years.length > 0 ? (
          <FaultBoundary at="/documents">
            <Suspense fallback={null}>
              <Histogram years={years} from={from} to={to} brush={bound} />
            </Suspense>
          </FaultBoundary>
        ) : null}
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-label text-soft">
        <YearField
          key={`from ${from}`}
          label="From"
          year={from}
          standing={years?.at(0)?.year}
          set={(year) => bound(year, to)}
        />
        <YearField
          key={`to ${to}`}
          label="to"
          year={to}
          standing={years?.at(-1)?.year}
          set={(year) => bound(from, year)}
        />
        <details className="relative">
          <summary className="quiet cursor-pointer">Counts by year</summary>
          <CountTable years={years ?? []} />
        </details>
        <p className="min-w-64 flex-1">
          A document dated only to a month or a year is found by every period that it may lie in.
        </p>
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
  const [text, setText] = useState(year === undefined ? '' : String(year))
  const wrong = text.trim() !== '' && readYear(text) === undefined
  const take = () => {
    if (!wrong && readYear(text) !== year) set(readYear(text))
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
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
      {wrong ? <span role="alert">four digits, such as 1976</span> : null}
    </label>
  )
}

function CountTable({ years }: { years: DocumentListResponse['years'] }) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      aria-label="Counts by year"
      className="absolute z-20 max-h-72 overflow-y-auto rounded-leaf border border-rule bg-leaf px-4 py-2 shadow-leaf"
    >
      <table className="tabular text-label text-ink">
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
