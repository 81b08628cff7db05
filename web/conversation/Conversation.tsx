/** The conversation's page: all conversations at the side, and the one that the address names, or a new one. */
import { lazy, Suspense } from 'react'
import { useParams } from 'react-router'
import { HistorySide } from '../history/HistorySide.tsx'
import { ConversationLoading } from './ConversationLoading.tsx'
import { NewConversation } from './NewConversation.tsx'

const OpenConversation = lazy(() => import('./OpenConversation.tsx'))

export default function Conversation() {
  const { id } = useParams()
  return (
    <div className="flex flex-1">
      <HistorySide current={id} />
      {id === undefined ? (
        <NewConversation />
      ) : (
        <Suspense fallback={<ConversationLoading />}>
          <OpenConversation key={id} id={id} />
        </Suspense>
      )}
    </div>
  )
}
