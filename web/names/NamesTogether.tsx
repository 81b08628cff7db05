/** The names that occur in the same documents, by kind. */
import { Link } from 'react-router'
import type { NameResponse, NameTogether } from '../../server/contract/names.ts'
import { type KindWords, kinds } from './kinds.ts'

export function NamesTogether({ name: { name, together } }: { name: NameResponse }) {
  const groups = [
    { words: kinds.person, names: together.people },
    { words: kinds.place, names: together.places },
    { words: kinds.organization, names: together.organizations },
    { words: kinds.event, names: together.events },
  ].filter(({ names }) => names.length > 0)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="together" className="mt-8">
      <h2 id="together" className="font-strong text-label">
        Occur together with {name}
      </h2>
      <p className="mb-3 text-label text-soft">
        The number is that of the documents that name both. Those that chance explains least stand first.
      </p>
      {groups.map(({ words, names }) => (
        <Group key={words.kind} words={words} names={names} />
      ))}
    </section>
  )
}

function Group({ words, names }: { words: KindWords; names: readonly NameTogether[] }) {
  return (
    <div className="border-rule border-t py-2">
      <h3 className="text-label text-soft">{words.title}</h3>
      <ul className="font-serif text-note leading-snug">
        {names.map(({ id, name, count }) => (
          <li key={id} className="flex items-baseline justify-between gap-x-4">
            <Link to={`${words.path}/${id}`} className="title-link py-0.5">
              {name}
            </Link>
            <span className="tabular font-sans text-label text-soft">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
