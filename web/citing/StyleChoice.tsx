/** A select field for the citation style. */
import { useId } from 'react'
import { citationFormats, citationStyles } from '../../corpus/citation/citation-style.ts'
import { useCitationStyle } from './use-citation-style.ts'

export function StyleChoice() {
  const [style, choose] = useCitationStyle()
  const id = useId()
  return (
    <span className="inline-flex items-center gap-2 text-label" data-screen-only>
      <label htmlFor={id} className="text-soft">
        Style
      </label>
      <select
        id={id}
        value={style}
        onChange={({ target }) => {
          const named = citationStyles.find((candidate) => candidate === target.value)
          if (named) choose(named)
        }}
        className="min-h-7 rounded-chip border border-edge bg-paper px-1.5 text-ink"
      >
        {citationStyles.map((candidate) => (
          <option key={candidate} value={candidate}>
            {citationFormats[candidate].label}
          </option>
        ))}
      </select>
    </span>
  )
}
