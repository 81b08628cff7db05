/** Under the address of a conversation that this browser does not have. */
import { Link } from 'react-router'
import { HistoryButton } from '../history/HistoryButton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'

export function NoSuchConversation() {
  usePageTitle('No such conversation')
  return (
    <div className="measure mx-auto w-full px-4 py-14 column:px-8">
      <h1 className="font-serif text-title">No such conversation</h1>
      <p className="mt-3 text-note text-soft">
        This browser does not have it. Conversations are kept in the browser in which they were held, and this
        one may be another’s, may have been deleted, or could not be kept.
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-2 text-note">
        <Link to="/" className="link">
          New conversation
        </Link>
        <HistoryButton />
      </p>
    </div>
  )
}
