/** Checkbox for quotations instead of answers written by the language model. Not shown when no model is configured. */
import { useQuery } from '@tanstack/react-query'
import { rememberedChoice } from '../page/remembered-choice.ts'
import { statusQuery } from '../queries.ts'
import { writerLabel } from './writer-in-words.ts'

const writer = rememberedChoice('aide-memoire.writer', ['model', 'quotations'] as const, 'model')

export const readWriterChoice = writer.read

export function WriterChoice() {
  const { data } = useQuery(statusQuery())
  const choice = writer.use()
  if (!data || data.writer === 'quotations') return null
  return (
    <label className="flex min-h-7 items-center gap-1.5 text-label text-soft">
      <input
        type="checkbox"
        checked={choice === 'quotations'}
        onChange={(event) => writer.choose(event.target.checked ? 'quotations' : 'model')}
        className="size-3.5 shrink-0 accent-accent"
      />
      <span className="min-w-0">Quotations only, not {writerLabel(data.writer)}</span>
    </label>
  )
}
