/** Chips for the names, periods and kinds understood in a question. The user can remove one and search without it. */
import { X } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { UnderstandingResponse, UnderstoodItem } from '../../server/contract/search.ts'
import type { RemovedItems } from './removed-items.ts'

export interface UnderstandingChipsProps {
  /** `undefined` until the answer starts. */
  understanding: UnderstandingResponse | undefined
  removedItems: RemovedItems
  /** Asks again without these items; `undefined` for all but the latest question. */
  askWithout: ((items: RemovedItems) => void) | undefined
  busy: boolean
}

const KIND_LABELS: Readonly<Record<UnderstoodItem['kind'], string>> = {
  person: 'Person',
  place: 'Place',
  organization: 'Organization',
  event: 'Event',
  period: 'Time',
  type: 'Kind of document',
  maker: 'Made by',
  publisher: 'Publisher',
}

export function Understood(props: UnderstandingChipsProps & { className: string }) {
  const { understanding, removedItems, askWithout, busy, className } = props
  // While the question is asked again, the previous chips stay, because the user's focus is on them.
  const [shownUnderstanding, setShownUnderstanding] = useState(understanding)
  if (understanding && understanding !== shownUnderstanding) setShownUnderstanding(understanding)
  const container = useRef<HTMLDivElement>(null)

  const { items, widened, unmet, follows } = shownUnderstanding ?? { items: [], widened: false }
  const shown = items.filter(({ key }) => !removedItems.some((item) => item.key === key))
  if (shown.length === 0 && removedItems.length === 0 && !widened && !unmet && !follows && !busy) return null

  const ask = (without: RemovedItems) => {
    // The pressed button disappears, so the focus moves to its container.
    container.current?.focus({ preventScroll: true })
    askWithout?.(without)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={container}
      role="group"
      tabIndex={-1}
      aria-label="Understood in the question"
      className={`space-y-1.5 text-label outline-none empty:sr-only ${className}`}
    >
      {follows ? <p className="text-pretty text-soft">Taken as going on from: “{follows}”</p> : null}
      {shown.length + removedItems.length > 0 ? (
        <ul className="flex flex-wrap gap-x-1.5 gap-y-1">
          {shown.map((item) => (
            <ItemChip key={item.key} item={item}>
              {askWithout ? (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={`Search without ${item.label}`}
                  title={`Search without ${item.label}`}
                  onClick={() => ask([...removedItems, { key: item.key, label: item.label }])}
                  className="-ml-1.5 grid size-6 shrink-0 place-items-center text-soft hover:text-accent disabled:opacity-50"
                >
                  <X size={13} strokeWidth={1.75} aria-hidden="true" />
                </button>
              ) : null}
            </ItemChip>
          ))}
          {removedItems.map((item) => (
            <li key={item.key} className="flex min-h-6.5 items-center gap-x-1.5 pr-1 text-soft">
              without {item.label}
              {askWithout ? <span aria-hidden="true">·</span> : null}
              {askWithout ? (
                <button
                  type="button"
                  disabled={busy}
                  aria-label={`Put back ${item.label}`}
                  onClick={() => ask(removedItems.filter(({ key }) => key !== item.key))}
                  className="min-h-6 underline decoration-1 decoration-rule underline-offset-[0.25em] hover:text-ink hover:decoration-current disabled:opacity-50"
                >
                  put back
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {unmet ? <p className="text-pretty text-soft">{unmet}</p> : null}
      {widened ? (
        <p className="text-pretty text-soft">
          Nothing dated {periodsInWords(items)} speaks to this: these are from another time.
        </p>
      ) : null}
    </div>
  )
}

function ItemChip({ item, children }: { item: UnderstoodItem; children: ReactNode }) {
  const { kind, label, inherited } = item
  return (
    <li className="flex min-h-6.5 items-center rounded-chip border border-rule">
      <span className="min-w-0 px-2 leading-[1.35]">
        <span className={kind === 'maker' ? 'text-soft' : 'sr-only'}>
          {KIND_LABELS[kind]}
          {kind === 'maker' ? ' ' : ': '}
        </span>
        {label}
        {inherited ? <span className="text-soft"> from before</span> : null}
      </span>
      {children}
    </li>
  )
}

function periodsInWords(items: readonly UnderstoodItem[]): string {
  const periods = items.filter(({ kind }) => kind === 'period').map(({ label }) => label)
  return periods.join(' or ') || 'then'
}
