/** A collection's documents as text: "27 documents, 19 November 1949 to October 1986". */
import { formatDate } from '../../corpus/reduced-date.ts'
import type { CollectionList } from '../../server/contract/collections.ts'

type Holdings = Pick<CollectionList['collections'][number], 'count' | 'from' | 'to'>

export function holdingsInWords({ count, from, to }: Holdings): string {
  if (count === 0) return 'No documents here'
  const documents = count === 1 ? 'One document' : `${count} documents`
  if (!from || !to) return documents
  return from === to
    ? `${documents}, ${formatDate(from)}`
    : `${documents}, ${formatDate(from)} to ${formatDate(to)}`
}
