/**
 * The sources of one answer on a timeline. A dot is a day; a bar is a date known only to its month or year. Each number
 * above the line goes to its card. For screen readers it is a list of buttons in chronological order.
 */
import { useMemo, useState } from 'react'
import { compareDates, formatDate, precisionOf } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { numberLook } from './SourceCard.tsx'
import { type Cluster, type Dated, LONGEST_ROW, layOut, MARK } from './timeline-layout.ts'

interface SourceTimelineProps {
  /** One or more. */
  sources: readonly Source[]
  /** The numbers that the answer cites; `undefined` if there is no answer: then the sources have no numbers. */
  cited: ReadonlySet<number> | undefined
  selected: number | undefined
  toCard: (n: number) => void
}

interface Mark {
  n: number
  date: Source['document']['date']
  title: string
}

export function SourceTimeline({ sources, cited, selected, toCard }: SourceTimelineProps) {
  const marks = useMemo(
    () => sources.map(({ n, document: { date, title } }): Mark => ({ n, date, title })),
    [sources],
  )
  const { ticks, clusters, rows } = useMemo(() => layOut(marks), [marks])
  const [meant, setMeant] = useState<number | undefined>()
  const named = marks.find(({ n }) => n === (meant ?? selected))
  return (
    <div className="border-rule border-t px-4 pt-4 pb-3 column:px-6">
      <div className="relative" style={{ height: rows * MARK + 6 }}>
        {clusters.map((cluster) => (
          <Stem key={cluster.marks[0]?.item.n} {...cluster} />
        ))}
        <ol>
          {clusters.flatMap((cluster) =>
            cluster.marks.map(({ item }, index) => (
              <li key={item.n} className="absolute" style={placeOf(cluster, index)}>
                <button
                  type="button"
                  aria-label={`${cited ? `Source ${item.n}: ` : ''}${formatDate(item.date)}, ${item.title}`}
                  data-lit={item.n === named?.n || undefined}
                  className={`tabular relative grid size-6 place-items-center focus-visible:z-1 rounded-chip bg-paper text-label hover:bg-wash data-lit:bg-wash ${numberLook(cited?.has(item.n) ?? true)}`}
                  onClick={() => toCard(item.n)}
                  onFocus={() => setMeant(item.n)}
                  onBlur={() => setMeant(undefined)}
                  onPointerEnter={() => setMeant(item.n)}
                  onPointerLeave={() => setMeant(undefined)}
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
              lit={mark.item.n === named?.n}
              cited={cited?.has(mark.item.n) ?? true}
            />
          )),
        )}
        {ticks.map(({ at, label }) => (
          <span key={at} className="absolute top-0 text-label text-soft" style={{ left: `${at}%` }}>
            <span className="absolute top-0 h-1.5 border-edge border-l" />
            <span className={`absolute top-2 whitespace-nowrap ${shiftOf(at)}`}>{label}</span>
          </span>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 line-clamp-2 min-h-[2.7em] font-serif text-note leading-[1.35]">
        {named ? (
          <>
            <span className="small-caps text-soft">{formatDate(named.date)}</span> {named.title}
          </>
        ) : (
          <span className="small-caps text-soft">{periodOf(sources)}</span>
        )}
      </p>
    </div>
  )
}

/** A vertical line from a cluster down to the timeline. */
function Stem({ at, above }: Cluster<Mark>) {
  return (
    <span
      aria-hidden="true"
      className="absolute bottom-0 border-rule border-l"
      style={{ left: `${at}%`, height: above * MARK + 6 }}
    />
  )
}

function DateOnLine({ item, from, to, lit, cited }: Dated<Mark> & { lit: boolean; cited: boolean }) {
  const day = precisionOf(item.date) === 'day'
  const shape = day ? 'size-[7px] -translate-x-1/2 rounded-full' : 'h-[5px] min-w-[7px] rounded-full'
  return (
    <span
      className={`absolute -translate-y-1/2 ${cited ? 'bg-accent' : 'bg-soft'} ${shape} ${lit ? 'z-1 outline-2 outline-accent/40' : 'opacity-55'}`}
      style={day ? { left: `${(from + to) / 2}%` } : { left: `${from}%`, width: `${to - from}%` }}
    />
  )
}

/** The CSS position of a mark: first row on top, centred on the cluster's date but within the line; see `clusterLeft`. */
function placeOf({ at, columns, rows, above }: Cluster<Mark>, index: number) {
  const width = columns * MARK
  const row = rows - 1 - Math.floor(index / LONGEST_ROW)
  return {
    left: `calc(clamp(0px, ${at}% - ${width / 2}px, 100% - ${width}px) + ${(index % LONGEST_ROW) * MARK}px)`,
    bottom: (above + row) * MARK + 6,
  }
}

function periodOf(sources: readonly Source[]): string {
  const dates = sources.map(({ document }) => document.date).sort(compareDates)
  const [first, last] = [dates[0], dates.at(-1)]
  if (!first || !last) return ''
  return first === last ? formatDate(first) : `${formatDate(first)} to ${formatDate(last)}`
}

/** Shifts the labels at both ends so that they stay within the line. */
function shiftOf(at: number): string {
  if (at < 8) return ''
  return at > 92 ? '-translate-x-full' : '-translate-x-1/2'
}
