/** The sources of an answer on a small line of time; each number leads to its card. */
import { formatDate } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/chat/message.ts'
import { timelineOf } from './timeline.ts'

interface SourceTimelineProps {
  sources: readonly Source[]
  near: boolean
  toCard: (n: number) => void
}

/** Height of a row of marks, in rem: that of a number that a finger can hit. */
const ROW = 1.75
/** Numbers stand at least this share of the line apart, which on the narrowest one is their own width. */
const CLOSEST = 0.09

export function SourceTimeline({ sources, near, toCard }: SourceTimelineProps) {
  const { marks, rows, ticks } = timelineOf(sources, ({ document }) => document.date, CLOSEST)
  return (
    <div className="px-4 pt-2 pb-6 column:px-6">
      <ol className="relative" style={{ height: `${rows * ROW}rem` }}>
        {marks.map(({ item: { n, document }, at, width, row }) => (
          <li key={document.id} className="contents">
            {width > 0 ? (
              <span
                aria-hidden="true"
                className="absolute h-1 rounded-chip bg-rule"
                style={{
                  left: `${(at - width / 2) * 100}%`,
                  width: `${width * 100}%`,
                  bottom: `${row * ROW}rem`,
                }}
              />
            ) : null}
            <button
              type="button"
              title={`${formatDate(document.date)}: ${document.title}`}
              className="tabular absolute flex size-7 -translate-x-1/2 items-center justify-center rounded-chip font-strong text-accent text-label hover:bg-wash"
              style={{ left: `${at * 100}%`, bottom: `${row * ROW}rem` }}
              onClick={() => toCard(n)}
            >
              <span aria-hidden="true">{near ? '·' : n}</span>
              <span className="sr-only">
                {near ? '' : `Source ${n}, `}
                {formatDate(document.date)}: {document.title}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div aria-hidden="true" className="tabular relative h-6 border-edge border-t text-label text-soft">
        {ticks.map(({ at, label }) => (
          <span
            key={label}
            className="absolute -translate-x-1/2 whitespace-nowrap pt-1.5 before:absolute before:top-0 before:left-1/2 before:h-1.5 before:border-edge before:border-l"
            style={{ left: `${at * 100}%` }}
          >
            {label}
          </span>
        ))}
      </div>
    </div>
  )
}
