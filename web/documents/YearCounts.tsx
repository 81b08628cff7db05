/** The counts that the histogram draws, as a table. */
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'

export function YearCounts({ years }: { years: DocumentListResponse['years'] }) {
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
