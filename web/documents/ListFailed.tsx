/**
 * Shown instead of a list that could not be fetched. For an invalid address (status 400) it links to the whole list.
 */
import { Link } from 'react-router'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { toTopOfListState } from './Pager.tsx'

interface ListFailedProps {
  error: unknown
  retry: () => void
  /** The address of the whole list, and the text of the link to it. */
  wholeListAddress: string
  linkText: string
}

export function ListFailed({ error, retry, wholeListAddress, linkText }: ListFailedProps) {
  return (
    <div className="mt-6">
      <RequestFailed
        title="The list could not be fetched"
        error={error}
        retry={retry}
        alternative={
          <Link to={wholeListAddress} state={toTopOfListState} className="quiet text-ink">
            {linkText}
          </Link>
        }
      />
    </div>
  )
}
