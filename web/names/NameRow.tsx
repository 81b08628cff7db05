/** A name in a list: what it is, when, and how many documents give it. */
import { Link } from 'react-router'
import type { NameSummary } from '../../server/contract/names.ts'
import type { KindWords } from './kinds.ts'
import { datesInWords, documentsInWords, yearsInWords } from './name-in-words.ts'

export function NameRow({ words, name }: { words: KindWords; name: NameSummary }) {
  const dates = words.kind === 'event' ? datesInWords(name) : ''
  return (
    <li className="gap-x-6 py-3 column:grid column:grid-cols-[1fr_8rem]">
      <div className="min-w-0">
        <h2 className="text-pretty font-serif text-body leading-snug">
          <Link to={`${words.path}/${name.id}`} className="title-link">
            {name.name}
          </Link>
          {name.matched ? (
            <span className="text-note text-soft">
              {' also '}
              <span lang={name.matched.lang}>{name.matched.text}</span>
            </span>
          ) : null}
        </h2>
        {dates ? (
          <p className="font-serif text-note text-soft">
            <span className="small-caps">{dates}</span>
          </p>
        ) : null}
        <p className="measure text-pretty font-serif text-note">
          {name.note ?? <span className="text-soft italic">Known from the records only</span>}
        </p>
      </div>
      <p className="tabular mt-0.5 text-label text-soft column:pt-1 column:text-right">
        {documentsInWords(name)}
        {name.count > 0 ? (
          <span className="before:content-[',_'] column:block column:before:content-none">
            {yearsInWords(name)}
          </span>
        ) : null}
      </p>
    </li>
  )
}
