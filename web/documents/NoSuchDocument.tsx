/** Shown for an unknown document id: searches for the words of the id. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../corpus/reduced-date.ts'
import NotFound from '../page/NotFound.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { nearestQuery } from '../queries.ts'

export function NoSuchDocument({ id }: { id: string }) {
  const words = searchWordsFromId(id)
  return (
    <NotFound
      title="No such document"
      detail="The archive has no document under this address. Addresses of documents never change, so this one may have been mistyped or cut short."
    >
      {words ? <NearestDocuments words={words} /> : null}
    </NotFound>
  )
}

function NearestDocuments({ words }: { words: string }) {
  const { data, error } = useQuery(nearestQuery(words))
  // If the search fails, the links below the notice are enough.
  if (error || data?.results.length === 0) return null
  return (
    <section aria-labelledby="nearest" className="mt-8 border-rule border-t pt-6">
      <h2 id="nearest" className="font-strong text-label">
        Nearest to the words of the address
      </h2>
      {data ? (
        <ul className="mt-3 space-y-3">
          {data.results.map(({ document }) => (
            <li key={document.id} className="font-serif text-note leading-snug">
              <span className="small-caps text-soft">{formatDate(document.date)}</span>
              <br />
              <Link to={`/documents/${document.id}`} className="title-link">
                {document.title}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton lines={5} label="The nearest documents are being looked up" className="mt-3" />
      )}
      <Link to={`/documents?${new URLSearchParams({ q: words })}`} className="quiet mt-3 text-ink">
        All results for “{words}”
      </Link>
    </section>
  )
}

/** @example searchWordsFromId('1984-05-30-honecker-kim-talk') // 'honecker kim talk 1984'; undefined without a word */
export function searchWordsFromId(id: string): string | undefined {
  const [, year, rest = id] = /^((?:19|20)\d\d)(?:-\d\d){0,2}-(.*)$/su.exec(id) ?? []
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? []
  if (!words.some((word) => /\p{L}{2}/u.test(word))) return undefined
  // Only the year of the date: people who remember an address are often wrong by some days.
  return [...words, ...(year ? [year] : [])].join(' ').slice(0, 300)
}
