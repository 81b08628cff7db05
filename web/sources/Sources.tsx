/** The cards of one answer, under their heading. */
import type { Source } from '../../server/chat/message.ts'
import { SourceCard } from './SourceCard.tsx'

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
  const uncited = sources.filter(({ n }) => !claims.has(n)).length
  return (
    <>
      {!near && uncited > 0 && claims.size > 0 ? (
        <p className="px-4 pb-3 text-label text-soft column:px-6">
          {claims.size} quoted in the answer, {uncited} more that {uncited === 1 ? 'is' : 'are'} close to the
          question.
        </p>
      ) : null}
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
    </>
  )
}
