/** Where a language model writes the answers: which one, and the choice of quotations only. Absent without a model. */
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '../queries.ts'
import { nameOf } from './tell-writer.ts'
import { useWriterChoice } from './writer-choice.ts'

export function WriterChoice() {
  const { data } = useQuery(statusQuery())
  const [choice, choose] = useWriterChoice()
  if (!data || data.writer === 'quotations') return null
  return (
    <label className="flex min-h-7 items-center gap-1.5 text-label text-soft">
      <input
        type="checkbox"
        checked={choice === 'quotations'}
        onChange={(event) => choose(event.target.checked ? 'quotations' : 'model')}
        className="size-3.5 shrink-0 accent-accent"
      />
      <span className="min-w-0">Quotations only, not {nameOf(data.writer)}</span>
    </label>
  )
}
