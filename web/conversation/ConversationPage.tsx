/** The page at `/` and `/c/:id`: the history sidebar, and a new conversation or the one with the id. */
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { HistorySidebar } from '../history/HistorySidebar.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { NewConversation } from './NewConversation.tsx'

const ConversationView = lazy(() => import('./ConversationView.tsx'))

export default function ConversationPage() {
  const { id } = useParams()
  const loading = (
    <Skeleton
      lines={6}
      label="The conversation is loading"
      className="mx-auto w-full max-w-[48rem] px-8 pt-12"
    />
  )
  return (
    <div className="flex flex-1">
      <HistorySidebar current={id} />
      {id === undefined ? (
        <NewConversation />
      ) : (
        <Suspense fallback={loading}>
          <ConversationView key={id} id={id} loading={loading} />
        </Suspense>
      )}
    </div>
  )
}
