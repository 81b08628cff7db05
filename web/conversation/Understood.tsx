/** What was understood in a question, as chips: the reader sees why these sources, and can search without a name or year. */
import { Undo2, X } from 'lucide-react'
import type { UnderstandingResponse, UnderstoodItem } from '../../server/api.ts'
import type { TakenBack } from './taken-back.ts'

export interface UnderstoodProps {
  understanding: UnderstandingResponse
  taken: TakenBack
  /** Asks again without these; absent for questions that others followed. */
  askWithout: ((items: TakenBack) => void) | undefined
  disabled: boolean
}

const KINDS: Readonly<Record<UnderstoodItem['kind'], string>> = {
  person: 'Person',
  place: 'Place',
  organization: 'Organization',
  event: 'Event',
  period: 'Period',
  type: 'Kind of document',
  maker: 'Made by',
  publisher: 'Publisher',
}

export function Understood({ understanding, taken, askWithout, disabled }: UnderstoodProps) {
  const { items, widened, follows } = understanding
  if (items.length === 0 && taken.length === 0 && !follows) return null
  return (
    <div className="space-y-1.5 text-label" data-screen-only>
      {follows ? <p className="text-soft">Taken as going on from “{follows}”</p> : null}
      {items.length > 0 ? (
        <ul aria-label="Understood in the question" className="flex flex-wrap gap-1.5">
          {items.map((item) => (
            <li key={item.key} className="flex items-center rounded-chip border border-rule">
              <span className="py-0.5 pl-2 pr-1">
                <span className="sr-only">{KINDS[item.kind]}: </span>
                {item.label}
                {item.inherited ? <span className="text-soft"> from before</span> : null}
              </span>
              {askWithout ? (
                <button
                  type="button"
                  disabled={disabled}
                  aria-label={`Search without ${item.label}`}
                  title={`Search without ${item.label}`}
                  onClick={() => askWithout([...taken, item])}
                  className="grid size-6 place-items-center text-soft hover:text-accent disabled:opacity-50"
                >
                  <X size={13} strokeWidth={1.75} aria-hidden="true" />
                </button>
              ) : (
                <span className="w-1" />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {widened ? (
        <p className="text-soft">
          Nothing from the time asked for speaks to this: these are from other years.
        </p>
      ) : null}
      {taken.length > 0 && askWithout ? (
        <p className="flex flex-wrap items-center gap-x-2 text-soft">
          Searched without {taken.map(({ label }) => label).join(', ')}
          <button type="button" disabled={disabled} className="quiet" onClick={() => askWithout([])}>
            <Undo2 size={13} strokeWidth={1.75} aria-hidden="true" />
            Put back
          </button>
        </p>
      ) : null}
    </div>
  )
}
