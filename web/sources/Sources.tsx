/** The sources of one answer: as cards, as a list by date, or as cards below a timeline. */
import { useId } from 'react'
import { compareDates } from '../../corpus/reduced-date.ts'
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { choiceOf } from '../conversation/chosen-documents.ts'
import { ChosenLine, OverruleButton, type Overruling } from './Overrule.tsx'
import { tellReading } from './reading-words.ts'
import { SourceCard } from './SourceCard.tsx'
import { SourceList } from './SourceList.tsx'
import { SourceTimeline } from './SourceTimeline.tsx'
import { type SourceView, sourceViews, useSourceView } from './source-view.ts'
import { useCardFocus } from './use-card-focus.ts'

export interface SourcesProps {
  answerId: string
  sources: readonly Source[]
  /** For each source number, the texts that cite it. */
  claims: ReadonlyMap<number, readonly string[]>
  outcome: Outcome | undefined
  /** The number of paragraphs that a language model wrote. */
  written: number
  /** True when the answer no longer streams. */
  complete: boolean
  /** True while the question is asked again and these are the previous answer's sources. */
  stale: boolean
  overruling: Overruling
  /** The number of the card that the user went to. */
  selected: number | undefined
  toText: (n: number) => void
  /** Goes to a card; switches to a view with cards if needed. */
  toCard: (n: number) => void
}

export const cardId = (answerId: string, n: number) => `source-${answerId}-${n}`

export function sourcesHeading(count: number, outcome: Outcome | undefined): string {
  if (outcome === 'nothing-found') return 'Near, but not an answer'
  if (outcome === 'near') return count === 1 ? 'The nearest source' : `The ${count} nearest sources`
  return count === 1 ? 'One source' : `${count} sources`
}

export function Sources(props: SourcesProps) {
  const { answerId, sources, claims, outcome, written, complete, stale, overruling } = props
  const { selected, toText, toCard } = props
  const [chosenView, choose] = useSourceView()
  const { part, keepFocusOn } = useCardFocus(complete && !stale)
  // The list and the timeline need at least two sources.
  const view = sources.length > 1 ? chosenView : 'cards'
  const nothingFound = outcome === 'nothing-found'
  const uncited = sources.filter(({ n }) => !claims.has(n))
  const lookedAt = uncited.filter((source) => source.lookedAt).length
  const ordered =
    view === 'cards'
      ? sources
      : [...sources].sort((a, b) => compareDates(a.document.date, b.document.date) || a.n - b.n)
  const tellReadingOf = ({ n, document: { id }, reading }: Source) =>
    tellReading({
      // The heading already says that all of them are near.
      reading: nothingFound ? undefined : reading,
      cited: claims.has(n),
      complete,
      written: written > 0,
      choice: choiceOf(overruling.chosen, id),
    })
  return (
    <div
      ref={part}
      tabIndex={-1}
      aria-busy={stale}
      className={`outline-none transition-opacity duration-150 ${stale ? 'opacity-60' : ''}`}
    >
      {!nothingFound && uncited.length > 0 && claims.size > 0 ? (
        <p className="px-4 pb-3 text-label text-soft column:px-6">
          {describeShares({ cited: claims.size, close: uncited.length - lookedAt, lookedAt }, written > 0)}
        </p>
      ) : null}
      <ChosenLine {...overruling} keepFocus={() => keepFocusOn(undefined)} />
      {sources.length > 1 ? <ViewSwitch view={view} choose={choose} /> : null}
      {view === 'timeline' ? (
        <SourceTimeline
          {...{ sources, selected, toCard }}
          cited={nothingFound ? undefined : new Set(claims.keys())}
        />
      ) : null}
      {view === 'list' ? (
        <SourceList {...{ claims, nothingFound, toCard, tellReadingOf }} sources={ordered} />
      ) : (
        <ol className="divide-y divide-rule border-rule border-t">
          {ordered.map((source) => (
            <li key={source.document.id}>
              <SourceCard
                source={source}
                elementId={cardId(answerId, source.n)}
                claims={claims.get(source.n) ?? []}
                nothingFound={nothingFound}
                reading={tellReadingOf(source)}
                overrule={
                  <OverruleButton
                    {...overruling}
                    document={source.document}
                    cited={claims.has(source.n)}
                    anyCited={claims.size > 0}
                    written={written > 0}
                    keepFocus={() => keepFocusOn(source.document.id)}
                  />
                }
                selected={selected === source.n}
                toText={claims.has(source.n) ? () => toText(source.n) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const NAMES: Readonly<Record<SourceView, string>> = { cards: 'Cards', list: 'By date', timeline: 'Timeline' }

/** Radio buttons, so that arrow keys switch the view. */
function ViewSwitch({ view, choose }: { view: SourceView; choose: (view: SourceView) => void }) {
  const name = useId()
  return (
    <fieldset className="flex gap-x-4 px-4 pb-3 text-label column:px-6" data-screen-only>
      <legend className="sr-only">Sources as</legend>
      {sourceViews.map((choice) => (
        <label
          key={choice}
          className="relative min-h-6 cursor-pointer rounded-chip py-0.5 text-soft decoration-1 underline-offset-[0.4em] hover:text-ink has-checked:text-ink has-checked:underline has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name={name}
            value={choice}
            checked={choice === view}
            onChange={() => choose(choice)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {NAMES[choice]}
        </label>
      ))}
    </fieldset>
  )
}

/** @example "2 cited in the answer, 3 more that are close to the question." */
export function describeShares(
  { cited, close, lookedAt }: { cited: number; close: number; lookedAt: number },
  written: boolean,
): string {
  const shares = [`${cited} ${written ? 'cited' : 'quoted'} in the answer`]
  if (close > 0) shares.push(`${close} more that ${close === 1 ? 'is' : 'are'} close to the question`)
  if (lookedAt > 0) shares.push(`${lookedAt} more that the model only looked at`)
  return `${shares.join(', ')}.`
}
