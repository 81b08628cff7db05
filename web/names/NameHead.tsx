/** The head of a name's page: what it is, when it was, and the ways on from it. */
import { Link } from 'react-router'
import type { NameResponse } from '../../server/contract/names.ts'
import type { KindWords } from './kinds.ts'
import { countInWords, datesInWords } from './name-in-words.ts'

export function NameHead({ words, name }: { words: KindWords; name: NameResponse }) {
  const dates = datesInWords(name)
  return (
    <header className="wide:col-span-2">
      <p className="text-label">
        <Link to={words.path} className="quiet">
          {words.one}
        </Link>
      </p>
      <h1 className="max-w-[46rem] text-pretty font-serif text-title">{name.name}</h1>
      {dates ? (
        <p className="mt-1 font-serif text-body text-soft">
          <span className="small-caps">{dates}</span>
        </p>
      ) : null}
      <p className="measure mt-2 text-pretty font-serif text-body">
        {name.note ?? (
          <span className="text-soft italic">
            Known from the records only: the authority file does not describe this name.
          </span>
        )}
      </p>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-label">
        <span className="tabular text-soft">{countInWords(name)}</span>
        {name.count > 0 ? (
          <>
            <Link
              to={`/documents?${new URLSearchParams({ [words.facet]: name.id })}`}
              className="link inline-block py-0.5"
            >
              Search within these
            </Link>
            <Link
              to={`/?${new URLSearchParams({ q: questionAbout(name.name) })}`}
              className="link inline-block py-0.5"
            >
              Ask about {name.name}
            </Link>
          </>
        ) : null}
      </p>
    </header>
  )
}

function questionAbout(name: string): string {
  return `What do the documents say about ${name}?`
}
