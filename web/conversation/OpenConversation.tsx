/** The conversation under an address: open in this tab, read from storage, or not there. */
import { useEffect, useSyncExternalStore } from 'react'
import { ConversationLoading } from './ConversationLoading.tsx'
import { ConversationView } from './ConversationView.tsx'
import { NoSuchConversation } from './NoSuchConversation.tsx'
import { onOpened, openedUnder, openKept } from './opened.ts'

export default function OpenConversation({ id }: { id: string }) {
  const opened = useSyncExternalStore(onOpened, () => openedUnder(id))
  useEffect(() => {
    void openKept(id)
  }, [id])
  if (opened === undefined) return <ConversationLoading />
  if (opened === 'unknown') return <NoSuchConversation />
  return <ConversationView opened={opened} />
}
