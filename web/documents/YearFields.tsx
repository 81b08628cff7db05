/** The first and the last year, each written into a field of its own. */
import { type FocusEvent, useRef } from 'react'
import { inOrder, readYear } from './choices.ts'
import { type FieldText, useFieldText } from './use-field-text.ts'

interface YearFieldsProps {
  from: number | undefined
  to: number | undefined
  /** The years for which an empty field stands. */
  first: number | undefined
  last: number | undefined
  set: (from: number | undefined, to: number | undefined) => void
}

/**
 * They take effect with Enter or on leaving a field. Years the wrong way round are turned, but not while the reader may
 * still be writing the other one: then they wait for Enter, or until both fields are left.
 */
export function YearFields({ from, to, first, last, set }: YearFieldsProps) {
  const start = useFieldText(inWords(from))
  const end = useFieldText(inWords(to))
  const fields = useRef<HTMLFieldSetElement>(null)

  const take = (turn: boolean) => {
    if (isWrong(start.text) || isWrong(end.text)) return
    const written = { from: readYear(start.text), to: readYear(end.text) }
    const meant = inOrder(written.from, written.to)
    if (meant.from !== written.from && !turn) return
    for (const [field, year] of [[start, meant.from] as const, [end, meant.to] as const]) {
      field.asks(inWords(year))
      field.write(inWords(year))
    }
    if (meant.from !== from || meant.to !== to) set(meant.from, meant.to)
  }
  const leave = ({ relatedTarget }: FocusEvent) => {
    // Where the whole window is left, nothing else has the focus: the reader comes back to the same field.
    const next = relatedTarget ?? document.activeElement
    take(!(next instanceof Node && fields.current?.contains(next)))
  }

  return (
    <fieldset
      ref={fields}
      className="contents"
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(true)
      }}
    >
      <legend className="sr-only">Period</legend>
      <YearField label="From" field={start} standing={first} />
      <YearField label="to" field={end} standing={last} />
    </fieldset>
  )
}

interface YearFieldProps {
  label: string
  field: FieldText
  /** What the field stands for while it is empty. */
  standing: number | undefined
}

function YearField({ label, field: { text, write }, standing }: YearFieldProps) {
  const wrong = isWrong(text)
  return (
    <label className="flex items-center gap-1.5">
      {label}
      <span className="sr-only"> year</span>
      <input
        inputMode="numeric"
        value={text}
        placeholder={standing === undefined ? '' : String(standing)}
        aria-invalid={wrong}
        size={5}
        className="tabular min-h-7 rounded-chip border border-edge bg-leaf px-1.5 text-ink placeholder:text-soft aria-invalid:border-accent"
        onChange={(event) => write(event.target.value)}
      />
      {wrong ? <span role="alert">a year such as 1976</span> : null}
    </label>
  )
}

function isWrong(text: string): boolean {
  return text.trim() !== '' && readYear(text) === undefined
}

function inWords(year: number | undefined): string {
  return year === undefined ? '' : String(year)
}
