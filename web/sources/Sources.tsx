/** The sources of one answer: as cards, as a list by date, or as cards below a timeline. */
import { useId } from 'react'
import { compareDates } from '../../corpus/reduced-date.ts'
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { documentChoiceOf } from '../conversation/chosen-documents.ts'
import { readingInWords } from './reading-in-words.ts'
import { SourceCard } from './SourceCard.tsx'
import { SourceList } from './SourceList.tsx'
import { ChosenDocumentsLine, OverrideButton, type SourceOverride } from './SourceOverride.tsx'
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
  modelParagraphCount: number
  /** True when the answer no longer streams. */
  complete: boolean
  /** True while the question is asked again and these are the previous answer's sources. */
  stale: boolean
  sourceOverride: SourceOverride
  /** The number of the card that the user went to. */
  selected: number | undefined
  goToText: (n: number) => void
  /** Goes to a card; switches to a view with cards if needed. */
  goToCard: (n: number) => void
}

export const cardId = (answerId: string, n: number) => `source-${answerId}-${n}`

export function sourcesHeading(count: number, outcome: Outcome | undefined): string {
  if (outcome === 'nothing-found') return 'Near, but not an answer'
  if (outcome === 'near') return count === 1 ? 'The nearest source' : `The ${count} nearest sources`
  return count === 1 ? 'One source' : `${count} sources`
}

export function Sources(props: SourcesProps) {
  const { answerId, sources, claims, outcome, modelParagraphCount, complete, stale, sourceOverride } = props
  const { selected, goToText, goToCard } = props
  const [chosenView, choose] = useSourceView()
  const { container, keepFocusOn } = useCardFocus(complete && !stale)
  // The list and the timeline need at least two sources.
  const view = sources.length > 1 ? chosenView : 'cards'
  const nothingFound = outcome === 'nothing-found'
  const writtenByModel = modelParagraphCount > 0
  const uncited = sources.filter(({ n }) => !claims.has(n))
  const lookedAt = uncited.filter((source) => source.lookedAt).length
  const ordered =
    view === 'cards'
      ? sources
      : [...sources].sort((a, b) => compareDates(a.document.date, b.document.date) || a.n - b.n)
  const readingInWordsOf = ({ n, document: { id }, reading }: Source) =>
    readingInWords({
      // The heading already says that all of them are near.
      reading: nothingFound ? undefined : reading,
      cited: claims.has(n),
      complete,
      writtenByModel,
      choice: documentChoiceOf(sourceOverride.chosen, id),
    })
  return (
    <div
      ref={container}
      tabIndex={-1}
      aria-busy={stale}
      className={`outline-none transition-opacity duration-150 ${stale ? 'opacity-60' : ''}`}
    >
      {!nothingFound && uncited.length > 0 && claims.size > 0 ? (
        <p className="px-4 pb-3 text-label text-soft column:px-6">
          {citedCountsInWords(
            { cited: claims.size, close: uncited.length - lookedAt, lookedAt },
            writtenByModel,
          )}
        </p>
      ) : null}
      <ChosenDocumentsLine {...sourceOverride} keepFocus={() => keepFocusOn(undefined)} />
      {sources.length > 1 ? <ViewSwitch view={view} choose={choose} /> : null}
      {view === 'timeline' ? (
        <SourceTimeline
          {...{ sources, selected, goToCard }}
          cited={nothingFound ? undefined : new Set(claims.keys())}
        />
      ) : null}
      {view === 'list' ? (
        <SourceList {...{ claims, nothingFound, goToCard, readingInWordsOf }} sources={ordered} />
      ) : (
        <ol className="divide-y divide-rule border-rule border-t">
          {ordered.map((source) => (
            <li key={source.document.id}>
              <SourceCard
                source={source}
                elementId={cardId(answerId, source.n)}
                claims={claims.get(source.n) ?? []}
                nothingFound={nothingFound}
                reading={readingInWordsOf(source)}
                overrideButton={
                  <OverrideButton
                    {...sourceOverride}
                    document={source.document}
                    cited={claims.has(source.n)}
                    anyCited={claims.size > 0}
                    writtenByModel={writtenByModel}
                    keepFocus={() => keepFocusOn(source.document.id)}
                  />
                }
                selected={selected === source.n}
                goToText={claims.has(source.n) ? () => goToText(source.n) : undefined}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const VIEW_LABELS: Readonly<Record<SourceView, string>> = {
  cards: 'Cards',
  list: 'By date',
  timeline: 'Timeline',
}

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
          {VIEW_LABELS[choice]}
        </label>
      ))}
    </fieldset>
  )
}

/** @example "2 cited in the answer, 3 more that are close to the question." */
export function citedCountsInWords(
  { cited, close, lookedAt }: { cited: number; close: number; lookedAt: number },
  writtenByModel: boolean,
): string {
  const counts = [`${cited} ${writtenByModel ? 'cited' : 'quoted'} in the answer`]
  if (close > 0) counts.push(`${close} more that ${close === 1 ? 'is' : 'are'} close to the question`)
  if (lookedAt > 0) counts.push(`${lookedAt} more that the model only looked at`)
  return `${counts.join(', ')}.`
}
