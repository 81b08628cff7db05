/** The dates of a name, and the number of its documents, as text. */
import { formatDate } from '../../corpus/reduced-date.ts'
import type { NameSummary } from '../../server/contract/names.ts'

/** "In power 9 September 1948 to 8 July 1994 · died 8 July 1994"; for an event "25 June 1950 to 27 July 1953". */
export function datesInWords({ kind, period, died }: Pick<NameSummary, 'kind' | 'period' | 'died'>): string {
  const span = period
    ? period.from === period.to
      ? formatDate(period.from)
      : `${formatDate(period.from)} to ${formatDate(period.to)}`
    : ''
  const parts = [
    span && kind !== 'event' ? `in power ${span}` : span,
    died ? `died ${formatDate(died)}` : '',
  ].filter(Boolean)
  return parts.join('\u00a0· ').replace(/^\w/, (letter) => letter.toUpperCase())
}

/** "308 documents, 1945 to 1994". */
export function countInWords(name: Pick<NameSummary, 'count' | 'from' | 'to'>): string {
  return [documentsInWords(name), yearsInWords(name)].filter(Boolean).join(', ')
}

export function documentsInWords({ count }: Pick<NameSummary, 'count'>): string {
  if (count === 0) return 'No documents here'
  return count === 1 ? 'One document' : `${count} documents`
}

/** The years of the first and the last document: "1945 to 1994". */
export function yearsInWords({ from, to }: Pick<NameSummary, 'from' | 'to'>): string {
  const [first = '', last = ''] = [from?.slice(0, 4), to?.slice(0, 4)]
  return first === last ? first : `${first} to ${last}`
}
