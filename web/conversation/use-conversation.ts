/** An open conversation for the screen: its exchanges, what can be done with it, and whether it is kept. */
import { useChat } from '@ai-sdk/react'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { exchangesOf } from './message-parts.ts'
import type { OpenedConversation } from './opened-conversation.ts'
import type { TakenBack } from './taken-back.ts'

/** Words arrive faster than eyes can follow; the screen is drawn at most this often (ms). */
const DRAW_EVERY = 50

export function useConversation(opened: OpenedConversation) {
  const { messages, status, error, stop } = useChat({
    chat: opened.chat,
    experimental_throttle: DRAW_EVERY,
  })
  const onChange = useMemo(() => opened.onChange.bind(opened), [opened])
  const kept = useSyncExternalStore(onChange, () => opened.kept)
  const busy = useSyncExternalStore(onChange, () => opened.busy)
  const about = useSyncExternalStore(onChange, () => opened.about)

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the messages change
  useEffect(() => {
    opened.keepSoon()
  }, [opened, messages])

  return {
    exchanges: useMemo(() => exchangesOf(messages), [messages]),
    busy,
    error: status === 'error' ? error : undefined,
    kept,
    about,
    ask: (text: string) => opened.ask(text),
    askAgain: () => opened.askAgain(),
    askWithout: (without: TakenBack) => opened.askWithout(without),
    stop: () => void stop(),
    leaveAbout: () => opened.leaveAbout(),
    keepAnyway: () => opened.keepAnyway(),
  }
}
