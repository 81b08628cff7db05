/** Documents by year as bars. Dragging across bars selects a period, a click selects a year. */
import { useRef, useState } from 'react'
import { Bar, BarChart, Cell, ResponsiveContainer, Tooltip, XAxis } from 'recharts'
import type { DocumentListResponse } from '../../server/contract/document-lists.ts'

interface HistogramProps {
  years: DocumentListResponse['years']
  from: number | undefined
  to: number | undefined
  brush: (from: number, to: number) => void
}

/** Space left of the first bar and right of the last one. */
const MARGIN = 4

export default function Histogram({ years, from, to, brush }: HistogramProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [stroke, setStroke] = useState<{ begun: number; now: number } | undefined>()
  const first = years[0]?.year ?? 0
  const yearAt = (clientX: number) => {
    const { left, width } = frame.current?.getBoundingClientRect() ?? { left: 0, width: 1 }
    const share = (clientX - left - MARGIN) / Math.max(1, width - 2 * MARGIN)
    return first + Math.min(years.length - 1, Math.max(0, Math.floor(share * years.length)))
  }
  const [low, high] = stroke
    ? [Math.min(stroke.begun, stroke.now), Math.max(stroke.begun, stroke.now)]
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
        setStroke({ begun: year, now: year })
      }}
      onPointerMove={(event) => {
        if (stroke) setStroke({ ...stroke, now: yearAt(event.clientX) })
      }}
      onPointerUp={() => {
        if (!stroke) return
        setStroke(undefined)
        brush(low, high)
      }}
      onPointerCancel={() => setStroke(undefined)}
    >
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...years]}
          margin={{ top: 6, right: MARGIN, bottom: 0, left: MARGIN }}
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
            content={({ active, payload }) => <Count bar={active ? payload?.[0]?.payload : undefined} />}
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

function Count({ bar }: { bar: DocumentListResponse['years'][number] | undefined }) {
  if (!bar) return null
  return (
    <p className="tabular rounded-chip border border-rule bg-leaf px-2 py-1 text-ink text-label">
      {bar.year}: {bar.count} {bar.count === 1 ? 'document' : 'documents'}
    </p>
  )
}
