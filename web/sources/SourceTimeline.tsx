/**
 * The sources of one answer on a timeline. A dot is a day; a bar is a date known only to its month or year. Each number
 * above the line goes to its card. For screen readers it is a list of buttons in chronological order.
 */
import { useMemo, useState } from 'react'
import { compareDates, formatDate, precisionOf } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { numberClasses } from './SourceCard.tsx'
import {
  type Cluster,
  type DatedMark,
  layOutTimeline,
  MARK_WIDTH_PX,
  MAX_MARKS_PER_ROW,
} from './timeline-layout.ts'

interface SourceTimelineProps {
  /** One or more. */
  sources: readonly Source[]
  /** The numbers that the answer cites; `undefined` if there is no answer: then the sources have no numbers. */
  cited: ReadonlySet<number> | undefined
  selected: number | undefined
  goToCard: (n: number) => void
}

interface Mark {
  n: number
  date: Source['document']['date']
  title: string
}

export function SourceTimeline({ sources, cited, selected, goToCard }: SourceTimelineProps) {
  const marks = useMemo(
    () => sources.map(({ n, document: { date, title } }): Mark => ({ n, date, title })),
    [sources],
  )
  const { ticks, clusters, rows } = useMemo(() => layOutTimeline(marks), [marks])
  const [hovered, setHovered] = useState<number | undefined>()
  const shown = marks.find(({ n }) => n === (hovered ?? selected))
  return (
    <div className="border-rule border-t px-4 pt-4 pb-3 column:px-6">
      <div className="relative" style={{ height: rows * MARK_WIDTH_PX + 6 }}>
        {clusters.map((cluster) => (
          <Stem key={cluster.marks[0]?.item.n} {...cluster} />
        ))}
        <ol>
          {clusters.flatMap((cluster) =>
            cluster.marks.map(({ item }, index) => (
              <li key={item.n} className="absolute" style={markPosition(cluster, index)}>
                <button
                  type="button"
                  aria-label={`${cited ? `Source ${item.n}: ` : ''}${formatDate(item.date)}, ${item.title}`}
                  data-lit={item.n === shown?.n || undefined}
                  className={`tabular relative grid size-6 place-items-center focus-visible:z-1 rounded-chip bg-paper text-label hover:bg-wash data-lit:bg-wash ${numberClasses(cited?.has(item.n) ?? true)}`}
                  onClick={() => goToCard(item.n)}
                  onFocus={() => setHovered(item.n)}
                  onBlur={() => setHovered(undefined)}
                  onPointerEnter={() => setHovered(item.n)}
                  onPointerLeave={() => setHovered(undefined)}
                >
                  {cited ? item.n : <span className="size-2 rounded-full border border-accent" />}
                </button>
              </li>
            )),
          )}
        </ol>
      </div>
      <div aria-hidden="true" className="relative h-8 border-edge border-t">
        {clusters.flatMap(({ marks }) =>
          marks.map((mark) => (
            <DateOnLine
              key={mark.item.n}
              {...mark}
              highlighted={mark.item.n === shown?.n}
              cited={cited?.has(mark.item.n) ?? true}
            />
          )),
        )}
        {ticks.map(({ percent, label }) => (
          <span key={percent} className="absolute top-0 text-label text-soft" style={{ left: `${percent}%` }}>
            <span className="absolute top-0 h-1.5 border-edge border-l" />
            <span className={`absolute top-2 whitespace-nowrap ${labelShift(percent)}`}>{label}</span>
          </span>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 line-clamp-2 min-h-[2.7em] font-serif text-note leading-[1.35]">
        {shown ? (
          <>
            <span className="small-caps text-soft">{formatDate(shown.date)}</span> {shown.title}
          </>
        ) : (
          <span className="small-caps text-soft">{periodInWords(sources)}</span>
        )}
      </p>
    </div>
  )
}

/** A vertical line from a cluster down to the timeline. */
function Stem({ percent, rowsBelow }: Cluster<Mark>) {
  return (
    <span
      aria-hidden="true"
      className="absolute bottom-0 border-rule border-l"
      style={{ left: `${percent}%`, height: rowsBelow * MARK_WIDTH_PX + 6 }}
    />
  )
}

function DateOnLine({
  item,
  from,
  to,
  highlighted,
  cited,
}: DatedMark<Mark> & { highlighted: boolean; cited: boolean }) {
  const day = precisionOf(item.date) === 'day'
  const shape = day ? 'size-[7px] -translate-x-1/2 rounded-full' : 'h-[5px] min-w-[7px] rounded-full'
  return (
    <span
      className={`absolute -translate-y-1/2 ${cited ? 'bg-accent' : 'bg-soft'} ${shape} ${highlighted ? 'z-1 outline-2 outline-accent/40' : 'opacity-55'}`}
      style={day ? { left: `${(from + to) / 2}%` } : { left: `${from}%`, width: `${to - from}%` }}
    />
  )
}

/**
 * The CSS position of a mark: first row on top, centred on the cluster's date but within the line; see `clusterLeft`.
 */
function markPosition({ percent, columns, rows, rowsBelow }: Cluster<Mark>, index: number) {
  const width = columns * MARK_WIDTH_PX
  const row = rows - 1 - Math.floor(index / MAX_MARKS_PER_ROW)
  return {
    left: `calc(clamp(0px, ${percent}% - ${width / 2}px, 100% - ${width}px) + ${(index % MAX_MARKS_PER_ROW) * MARK_WIDTH_PX}px)`,
    bottom: (rowsBelow + row) * MARK_WIDTH_PX + 6,
  }
}

function periodInWords(sources: readonly Source[]): string {
  const dates = sources.map(({ document }) => document.date).sort(compareDates)
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return ''
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
}

/** Shifts the labels at both ends so that they stay within the line. */
function labelShift(percent: number): string {
  if (percent < 8) return ''
  return percent > 92 ? '-translate-x-full' : '-translate-x-1/2'
}
