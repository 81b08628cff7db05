/** The address asks for a page of a list that ends before. */
import { Link } from 'react-router'
import { toTop } from './use-top-of-list.ts'

/** @param first the address of the list's first page. */
export function BeyondTheEnd({ first }: { first: string }) {
  return (
    <p className="py-8 text-note text-soft">
      Nothing stands on this page of the list.{' '}
      <Link to={first} state={toTop} className="link">
        Go to the first page
      </Link>
    </p>
  )
}
