/** The sources of one answer, under their heading: as cards, as a list by date, or as cards under a timeline. */
import { compareDates } from '../../corpus/reduced-date.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { describeShares } from './describe-shares.ts'
import { SourceCard } from './SourceCard.tsx'
import { SourceList } from './SourceList.tsx'
import { SourceTimeline } from './SourceTimeline.tsx'
import { useSourceView } from './source-view.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

export interface SourcesProps {
  answerId: string
  sources: readonly Source[]
  /** For each number, what the answer says with it. */
  claims: ReadonlyMap<number, readonly string[]>
  near: boolean
  /** How many paragraphs of the answer a language model wrote. */
  written: number
  /** The number of the card that was followed to. */
  selected: number | undefined
  toText: (n: number) => void
  /** Goes to a card, whichever view there was. */
  toCard: (n: number) => void
}

export const cardId = (answerId: string, n: number) => `source-${answerId}-${n}`

export function sourcesHeading(count: number, near: boolean): string {
  if (near) return 'Near, but not an answer'
  return count === 1 ? 'One source' : `${count} sources`
}

export function Sources({
  answerId,
  sources,
  claims,
  near,
  written,
  selected,
  toText,
  toCard,
}: SourcesProps) {
  const [chosen, choose] = useSourceView()
  // One source has no order and no time to span.
  const view = sources.length > 1 ? chosen : 'cards'
  const uncited = sources.filter(({ n }) => !claims.has(n))
  const lookedAt = uncited.filter((source) => source.lookedAt).length
  const ordered =
    view === 'cards'
      ? sources
      : [...sources].sort((a, b) => compareDates(a.document.date, b.document.date) || a.n - b.n)
  return (
    <>
      {!near && uncited.length > 0 && claims.size > 0 ? (
        <p className="px-4 pb-3 text-label text-soft column:px-6">
          {describeShares({ cited: claims.size, close: uncited.length - lookedAt, lookedAt }, written > 0)}
        </p>
      ) : null}
      {sources.length > 1 ? <ViewSwitch view={view} choose={choose} /> : null}
      {view === 'timeline' ? <SourceTimeline {...{ sources, near, selected, toCard }} /> : null}
      {view === 'list' ? (
        <SourceList sources={ordered} near={near} toCard={toCard} />
      ) : (
        <ol className="divide-y divide-rule border-rule border-t">
          {ordered.map((source) => (
            <li key={source.document.id}>
              <SourceCard
                source={source}
                elementId={cardId(answerId, source.n)}
                claims={claims.get(source.n) ?? []}
                near={near}
                selected={selected === source.n}
                toText={claims.has(source.n) ? () => toText(source.n) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
