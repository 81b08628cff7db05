/** The documents that mention a name, by year: as a small chart, a sentence, and a table that can be opened. */
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import type { NameResponse } from '../../server/contract/names.ts'
import type { NameKind } from './name-kinds.ts'

// Loaded lazily: the chart library is large, and the sentence and the table contain the same information.
const YearsChart = lazy(() => import('./YearsChart.tsx'))

export function DocumentsByYear({ nameKind, name }: { nameKind: NameKind; name: NameResponse }) {
  const counted = name.years.filter(({ count }) => count > 0)
  return (
    <section aria-labelledby="by-year" className="mt-8 min-w-0">
      <h2 id="by-year" className="font-strong text-label">
        Documents by year
      </h2>
      <figure>
        <div aria-hidden="true" className="mt-2 h-36" data-screen-only>
          <Suspense>
            <YearsChart years={name.years} />
          </Suspense>
        </div>
        <figcaption className="tabular mt-1 text-label text-soft">{peakYearSentence(name.years)}</figcaption>
      </figure>
      <details className="mt-1 text-label">
        <summary className="cursor-pointer py-1 text-soft hover:text-ink">The same as a table</summary>
        <table className="tabular mt-2 w-full max-w-[20rem] border-collapse text-left">
          <thead>
            <tr className="border-rule border-b text-soft">
              <th scope="col" className="py-1 font-normal">
                Year
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                Documents
              </th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ year, count }) => (
              <tr key={year} className="border-rule border-b">
                <th scope="row" className="font-normal">
                  <Link
                    to={`/documents?${new URLSearchParams({ [nameKind.facet]: name.id, from: `${year}`, to: `${year}` })}`}
                    className="link inline-block py-1"
                  >
                    {year}
                  </Link>
                </th>
                <td className="py-1 text-right">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-2 text-soft">A document dated only to a month or a year counts in that year.</p>
      </details>
    </section>
  )
}

/** "Most in 1968: 61 of 96. The years are those of the whole archive, 1945 to 2000." */
function peakYearSentence(years: NameResponse['years']): string {
  const total = years.reduce((sum, { count }) => sum + count, 0)
  const most = years.reduce((best, year) => (year.count > best.count ? year : best), { year: 0, count: 0 })
  const [first, last] = [years.at(0)?.year, years.at(-1)?.year]
  return `Most in ${most.year}: ${most.count} of ${total}. The years are those of the whole archive, ${first} to ${last}.`
}
