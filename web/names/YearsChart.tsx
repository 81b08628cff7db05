/** A bar chart of documents by year. The same information is beside it as a sentence and as a table. */
import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { NameResponse } from '../../server/contract/names.ts'

export default function YearsChart({ years }: { years: NameResponse['years'] }) {
  const tick = { fill: 'var(--color-soft)', fontSize: 12, fontFamily: 'var(--font-sans)' }
  const line = { stroke: 'var(--color-rule)' }
  const decades = years.map(({ year }) => year).filter((year) => year % 10 === 0)
  return (
    <ResponsiveContainer width="100%" height="100%" minWidth={0}>
      <BarChart
        data={years}
        accessibilityLayer={false}
        margin={{ top: 4, right: 18, bottom: 0, left: 0 }}
        barCategoryGap={1}
      >
        <XAxis
          dataKey="year"
          ticks={decades}
          interval={0}
          tick={tick}
          axisLine={line}
          tickLine={line}
          height={22}
        />
        <YAxis width={28} allowDecimals={false} tickCount={3} tick={tick} axisLine={false} tickLine={false} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-wash)' }}
          content={({ active, payload, label }) =>
            active ? (
              <p className="tabular rounded-chip border border-rule bg-leaf px-2 py-1 text-label text-ink">
                {label}: {Number(payload[0]?.value ?? 0)}
              </p>
            ) : null
          }
        />
        <Bar
          dataKey="count"
          fill="var(--color-stroke)"
          isAnimationActive={false}
          minPointSize={(value) => (Number(value) > 0 ? 2 : 0)}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
