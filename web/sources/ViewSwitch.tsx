/** The choice between cards, list and timeline: radio buttons, so that the arrow keys go from one to the next. */
import { useId } from 'react'
import { type SourceView, sourceViews } from './source-view.ts'

const NAMES: Readonly<Record<SourceView, string>> = { cards: 'Cards', list: 'By date', timeline: 'Timeline' }

export function ViewSwitch({ view, choose }: { view: SourceView; choose: (view: SourceView) => void }) {
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
