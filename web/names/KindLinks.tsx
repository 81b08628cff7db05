/** Leads from one list of names to the others. */
import { NavLink } from 'react-router'
import { type KindWords, kinds } from './kinds.ts'

export function KindLinks({ current }: { current: KindWords }) {
  return (
    <nav aria-label="Kinds of name" className="mt-2 flex flex-wrap gap-x-5" data-screen-only>
      {Object.values(kinds).map(({ path, title }) => (
        <NavLink
          key={path}
          to={path}
          end
          aria-current={path === current.path ? 'page' : undefined}
          className="quiet aria-[current=page]:text-ink aria-[current=page]:decoration-current"
        >
          {title}
        </NavLink>
      ))}
    </nav>
  )
}
