/** The open conversation for the screen: its exchanges, what can be done with it, and whether it can be kept. */
import { useChat } from '@ai-sdk/react'
import { useEffect, useMemo, useState } from 'react'
import { beginConversation, useCurrentChat } from './chat.ts'
import { exchangesOf, textOf } from './message-parts.ts'
import { keepConversation } from './stored-conversation.ts'
import type { QuestionMetadata, TakenBack } from './taken-back.ts'

/** Often enough to lose nothing that matters, seldom enough not to write on every word (ms). */
const KEEP_AFTER = 400
/** Words arrive faster than eyes can follow; the screen is drawn at most this often (ms). */
const DRAW_EVERY = 50

export function useConversation() {
  const chat = useCurrentChat()
  const { messages, status, error, sendMessage, regenerate, stop } = useChat({
    chat,
    experimental_throttle: DRAW_EVERY,
  })
  const [kept, setKept] = useState(true)
  const [undo, setUndo] = useState<(() => void) | undefined>()

  useEffect(() => {
    const keep = () => setKept(keepConversation({ id: chat.id, messages }))
    const timer = setTimeout(keep, KEEP_AFTER)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [chat, messages])

  const exchanges = useMemo(() => exchangesOf(messages), [messages])
  return {
    exchanges,
    busy: status === 'submitted' || status === 'streaming',
    error: status === 'error' ? error : undefined,
    kept,
    ask: (text: string) => {
      setUndo(undefined)
      void sendMessage({ text })
    },
    askAgain: () => void regenerate(),
    /** Asks the latest question again, without these items of what was understood in it. */
    askWithout: (without: TakenBack) => {
      const question = exchanges.at(-1)?.question
      if (!question) return
      const metadata: QuestionMetadata = { without }
      void sendMessage({ text: textOf(question), messageId: question.id, metadata })
    },
    stop: () => void stop(),
    begin: () => {
      const bringBack = beginConversation()
      setUndo(() => () => {
        bringBack()
        setUndo(undefined)
      })
    },
    /** Brings the former conversation back, as long as nothing was asked since. */
    undo,
  }
}
