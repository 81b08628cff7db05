/** The names that occur in the same documents, by kind. */
import { Link } from 'react-router'
import type { CooccurringName, NameResponse } from '../../server/contract/names.ts'
import { type NameKind, nameKinds } from './name-kinds.ts'

export function CooccurringNames({ name: { name, together } }: { name: NameResponse }) {
  const groups = [
    { nameKind: nameKinds.person, names: together.people },
    { nameKind: nameKinds.place, names: together.places },
    { nameKind: nameKinds.organization, names: together.organizations },
    { nameKind: nameKinds.event, names: together.events },
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
      {groups.map(({ nameKind, names }) => (
        <NameGroup key={nameKind.kind} nameKind={nameKind} names={names} />
      ))}
    </section>
  )
}

function NameGroup({ nameKind, names }: { nameKind: NameKind; names: readonly CooccurringName[] }) {
  return (
    <div className="border-rule border-t py-2">
      <h3 className="text-label text-soft">{nameKind.title}</h3>
      <ul className="font-serif text-note leading-snug">
        {names.map(({ id, name, count }) => (
          <li key={id} className="flex items-baseline justify-between gap-x-4">
            <Link to={`${nameKind.path}/${id}`} className="title-link py-0.5">
              {name}
            </Link>
            <span className="tabular font-sans text-label text-soft">{count}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
