/** The cards of one answer, under their heading. */
import { flushSync } from 'react-dom'
import type { Source } from '../../server/chat/message.ts'
import { bringIntoView } from './bring-into-view.ts'
import { SourceCard } from './SourceCard.tsx'
import { SourceList } from './SourceList.tsx'
import { SourceTimeline } from './SourceTimeline.tsx'
import { showCards, useSourceView } from './source-view.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

export interface SourcesProps {
  answerId: string
  sources: readonly Source[]
  /** For each number, what the answer says with it. */
  claims: ReadonlyMap<number, readonly string[]>
  near: boolean
  /** The number of the card that was followed to. */
  selected: number | undefined
  toText: (n: number) => void
}

export const cardId = (answerId: string, n: number) => `source-${answerId}-${n}`

export function sourcesHeading(count: number, near: boolean): string {
  if (near) return 'Near, but not an answer'
  return count === 1 ? 'One source' : `${count} sources`
}

export function Sources({ answerId, sources, claims, near, selected, toText }: SourcesProps) {
  const [view, choose] = useSourceView()
  const uncited = sources.filter(({ n }) => !claims.has(n)).length
  const toCard = (n: number) => {
    // The cards must stand on the page before one can be focused.
    flushSync(showCards)
    const card = document.getElementById(cardId(answerId, n))
    card?.focus({ preventScroll: true })
    if (card) bringIntoView(card)
  }
  return (
    <>
      {sources.length > 1 ? <ViewSwitch view={view} choose={choose} /> : null}
      {!near && uncited > 0 && claims.size > 0 ? (
        <p className="px-4 pb-3 text-label text-soft column:px-6">
          {claims.size} quoted in the answer, {uncited} more that {uncited === 1 ? 'is' : 'are'} close to the
          question.
        </p>
      ) : null}
      {view === 'timeline' && sources.length > 1 ? (
        <SourceTimeline sources={sources} near={near} toCard={toCard} />
      ) : null}
      {view === 'list' && sources.length > 1 ? (
        <SourceList sources={sources} near={near} toCard={toCard} />
      ) : (
        <ol className="divide-y divide-rule border-rule border-t">
          {sources.map((source) => (
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
