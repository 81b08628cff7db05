/**
 * The conversation that is open. It lives outside of the components, so that an answer streams on while the reader
 * looks at a document's page.
 */
import { Chat } from '@ai-sdk/react'
import { DefaultChatTransport } from 'ai'
import { useSyncExternalStore } from 'react'
import type { ChatMessage } from '../../server/chat/message.ts'
import { fetchOrProblem } from '../api.ts'
import { chatRequest } from './chat-request.ts'
import { keepConversation, readConversation, type StoredConversation } from './stored-conversation.ts'

const transport = new DefaultChatTransport<ChatMessage>({
  api: '/api/chat',
  fetch: fetchOrProblem,
  prepareSendMessagesRequest: ({ id, messages }) => ({ body: chatRequest(id, messages) }),
})

function open(stored?: StoredConversation): Chat<ChatMessage> {
  const chat: Chat<ChatMessage> = new Chat<ChatMessage>({
    ...stored,
    transport,
    // Also when no component looks on.
    onFinish: () => keepConversation({ id: chat.id, messages: chat.messages }),
  })
  return chat
}

let current = open(readConversation())
const listeners = new Set<() => void>()

function show(chat: Chat<ChatMessage>) {
  current = chat
  keepConversation({ id: chat.id, messages: chat.messages })
  for (const changed of listeners) changed()
}

/** Asks outside of any component: the first question comes before the conversation is on the screen. */
export function ask(question: string) {
  void current.sendMessage({ text: question })
}

/** Begins an empty conversation; returns what brings the former one back. */
export function beginConversation(): () => void {
  const former = current
  void former.stop()
  show(open())
  return () => show(former)
}

export function useCurrentChat(): Chat<ChatMessage> {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => current,
  )
}
