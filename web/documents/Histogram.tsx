/** Documents by year as bars. Dragging across bars selects a period, a click selects a year. */
import { useRef, useState } from 'react'
import { Bar, BarChart, Cell, ResponsiveContainer, Tooltip, XAxis } from 'recharts'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'

interface HistogramProps {
  years: DocumentListResponse['years']
  from: number | undefined
  to: number | undefined
  selectYears: (from: number, to: number) => void
}

/** Space left of the first bar and right of the last one. */
const MARGIN_PX = 4

export default function Histogram({ years, from, to, selectYears }: HistogramProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{ startYear: number; currentYear: number } | undefined>()
  const first = years[0]?.year ?? 0
  const yearAt = (clientX: number) => {
    const { left, width } = frame.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    const share = (clientX - left - MARGIN_PX) / Math.max(1, width - 2 * MARGIN_PX)
    return first + Math.min(years.length - 1, Math.max(0, Math.floor(share * years.length)))
  }
  const [low, high] = drag
    ? [Math.min(drag.startYear, drag.currentYear), Math.max(drag.startYear, drag.currentYear)]
    : [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY]

  return (
    <div
      ref={frame}
      data-histogram
      className="h-full cursor-crosshair touch-pan-y select-none"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const year = yearAt(event.clientX)
        setDrag({ startYear: year, currentYear: year })
      }}
      onPointerMove={(event) => {
        if (drag) setDrag({ ...drag, currentYear: yearAt(event.clientX) })
      }}
      onPointerUp={() => {
        if (!drag) return
        setDrag(undefined)
        selectYears(low, high)
      }}
      onPointerCancel={() => setDrag(undefined)}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...years]}
          margin={{ top: 6, right: MARGIN_PX, bottom: 0, left: MARGIN_PX }}
          barCategoryGap={1}
          maxBarSize={40}
          accessibilityLayer={false}
        >
          <XAxis
            dataKey="year"
            tickLine={false}
            axisLine={{ stroke: 'var(--color-rule)' }}
            tick={{ fill: 'var(--color-soft)', fontSize: 12 }}
            minTickGap={24}
            height={22}
          />
          <Tooltip
            cursor={{ fill: 'var(--color-wash)' }}
            isAnimationActive={false}
            content={({ active, payload }) => <BarTooltip bar={active ? payload?.[0]?.payload : undefined} />}
          />
          <Bar
            dataKey="count"
            isAnimationActive={false}
            minPointSize={(count) => (Number(count) > 0 ? 2 : 0)}
          >
            {years.map(({ year }) => (
              <Cell
                key={year}
                fill={year >= low && year <= high ? 'var(--color-stroke)' : 'var(--color-rule)'}
              />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

function BarTooltip({ bar }: { bar: DocumentListResponse['years'][number] | undefined }) {
  if (!bar) return null
  return (
    <p className="tabular rounded-chip border border-rule bg-leaf px-2 py-1 text-ink text-label">
      {bar.year}: {bar.count} {bar.count === 1 ? 'document' : 'documents'}
    </p>
  )
}
