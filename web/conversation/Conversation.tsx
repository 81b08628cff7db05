/**
 * The conversation's page. Before the first question there is nothing to stream, so what streams and draws answers
 * is fetched only when the reader turns to the question field: it is half of the page's code.
 */
import { lazy, Suspense, startTransition, useState } from 'react'
import { RequestFailed } from '../page/ErrorNotice.tsx'
import { Skeleton } from '../page/Skeleton.tsx'
import { usePageTitle } from '../page/use-page-title.ts'
import { ConversationFoot } from './ConversationFoot.tsx'
import { EmptyConversation } from './EmptyConversation.tsx'
import { readConversation } from './stored-conversation.ts'

const prepare = () => Promise.all([import('./chat.ts'), import('./OpenConversation.tsx')])
const OpenConversation = lazy(() => import('./OpenConversation.tsx'))

// Once open, the conversation stays so while the reader looks at other pages, even if storage keeps nothing.
let opened = false

export default function Conversation() {
  usePageTitle()
  const [open, setOpen] = useState(() => opened || readConversation() !== undefined)
  const [asked, setAsked] = useState<string | undefined>()
  const [failure, setFailure] = useState<unknown>()
  opened = open

  const ask = async (question: string) => {
    setAsked(question)
    setFailure(undefined)
    try {
      const [chat] = await prepare()
      chat.ask(question)
      startTransition(() => setOpen(true))
    } catch (error) {
      setFailure(error)
    }
  }

  if (open)
    return (
      <Suspense
        fallback={
          <Skeleton
            lines={6}
            label="The conversation is loading"
            className="mx-auto w-full max-w-[48rem] px-8 pt-12"
          />
        }
      >
        <OpenConversation autoFocus={asked !== undefined} />
      </Suspense>
    )
  return (
    // Whoever comes near an example or the field will ask.
    <div
      className="mx-auto flex w-full max-w-[48rem] flex-1 flex-col px-4 column:px-8"
      onPointerEnter={() => void prepare().catch(ignored)}
    >
      <EmptyConversation ask={ask} />
      {failure ? (
        <RequestFailed
          title="The question could not be sent"
          error={failure}
          retry={() => void ask(asked ?? '')}
        />
      ) : null}
      <ConversationFoot
        started={false}
        kept
        undo={undefined}
        begin={() => {}}
        busy={asked !== undefined && failure === undefined}
        ask={ask}
        stop={() => {}}
        onFocus={() => void prepare().catch(ignored)}
      />
    </div>
  )
}

/** Fetching ahead may fail; asking fetches again and tells. */
function ignored() {}
