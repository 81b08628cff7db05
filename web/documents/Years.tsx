/** The documents by year: a histogram to brush, two fields that do the same, and the counts as a table. */
import { lazy, Suspense, useId, useState } from 'react'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'
import { DisclosureButton } from '../page/DisclosureButton.tsx'
import { FaultBoundary } from '../page/FaultBoundary.tsx'
import { type Choices, within } from './choices.ts'
import { YearCounts } from './YearCounts.tsx'
import { YearFields } from './YearFields.tsx'

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
        <YearFields from={from} to={to} first={years?.at(0)?.year} last={years?.at(-1)?.year} set={bound} />
        <DisclosureButton open={counting} setOpen={setCounting} controls={countsId}>
          Counts by year
        </DisclosureButton>
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
