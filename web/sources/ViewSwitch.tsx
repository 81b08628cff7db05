/** Chooses how the sources are looked at. */
import { useId } from 'react'
import { type SourceView, sourceViews } from './source-view.ts'

const NAMES: Readonly<Record<SourceView, string>> = { cards: 'Cards', list: 'By date', timeline: 'Timeline' }

export function ViewSwitch({ view, choose }: { view: SourceView; choose: (view: SourceView) => void }) {
  const group = useId()
  return (
    <fieldset className="flex gap-x-4 px-4 pb-3 text-label column:px-6" data-screen-only>
      <legend className="sr-only">Sources as</legend>
      {sourceViews.map((candidate) => (
        <label
          key={candidate}
          className="cursor-pointer rounded-chip text-soft decoration-1 underline-offset-[0.35em] hover:text-ink has-checked:text-ink has-checked:underline has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name={group}
            checked={candidate === view}
            onChange={() => choose(candidate)}
            className="sr-only"
          />
          {NAMES[candidate]}
        </label>
      ))}
    </fieldset>
  )
}
