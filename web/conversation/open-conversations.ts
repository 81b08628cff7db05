/**
 * The conversations that are open in this tab, by id. They live outside the components, so that an answer keeps
 * streaming while the user visits another page.
 */
import { Chat } from '@ai-sdk/react'
import { DefaultChatTransport } from 'ai'
import { useEffect, useSyncExternalStore } from 'react'
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { fetchOrProblem } from '../api.ts'
import { ConversationKeeper, messagesOf } from '../history/conversation-keeper.ts'
import type { About } from '../history/head.ts'
import { onConversationChange } from '../history/history-state.ts'
import type { KeptConversation } from '../history/kept-conversation.ts'
import { read } from '../history/storage.ts'
import { chatRequest } from './chat-request.ts'
import { chosenIn } from './chosen-documents.ts'
import { exchangesOf, textOf } from './message-parts.ts'
import { type QuestionMetadata, takenBackOf } from './taken-back.ts'
import { readWriterChoice } from './WriterChoice.tsx'

export class OpenConversation {
  readonly chat: Chat<ChatMessage>
  /** True when the live region still has to announce the latest answer. False for answers restored by a reload. */
  unheard = false
  readonly keeper: ConversationKeeper
  #about: About | undefined
  #busy = false
  /** True when other tabs added exchanges while this one was busy. */
  #othersWait = false
  readonly #listeners = new Set<() => void>()

  constructor(stored?: KeptConversation, about?: About) {
    this.#about = stored?.about ?? about
    this.chat = new Chat<ChatMessage>({
      ...(stored ? { id: stored.id, messages: messagesOf(stored.exchanges) } : {}),
      transport: new DefaultChatTransport<ChatMessage>({
        api: '/api/chat',
        fetch: fetchOrProblem,
        prepareSendMessagesRequest: ({ id, messages }) => ({
          body: chatRequest(id, messages, {
            about: this.#about?.id,
            quotationsOnly: readWriterChoice() === 'quotations',
          }),
        }),
      }),
    })
    const current = () => ({ id: this.chat.id, messages: this.chat.messages, about: this.#about })
    this.keeper = new ConversationKeeper(current, stored, () => this.#changed())
  }

  get about() {
    return this.#about
  }

  /** True while an answer is awaited or streams. */
  get busy() {
    return this.#busy
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  ask(text: string) {
    void this.#run(() => this.chat.sendMessage({ text }))
  }

  askAgain() {
    void this.#run(() => this.chat.regenerate())
  }

  /** Asks the latest question again, without some understood items or with documents chosen by hand. */
  askOtherwise(change: Partial<QuestionMetadata>) {
    const question = exchangesOf(this.chat.messages).at(-1)?.question
    if (!question) return
    const metadata: QuestionMetadata = { without: takenBackOf(question), ...chosenIn(question), ...change }
    void this.#run(() => this.chat.sendMessage({ text: textOf(question), messageId: question.id, metadata }))
  }

  /** From now on, questions go to the whole archive. */
  leaveAbout() {
    this.#about = undefined
    this.keeper.headChanged = true
    this.#changed()
    void this.keeper.keep()
  }

  /** Adds the exchanges of other tabs to this conversation; if an answer streams here, after it is complete. */
  async addFromOtherTabs(): Promise<void> {
    const wait = () => {
      if (this.#busy) this.#othersWait = true
      return this.#busy
    }
    if (wait()) return
    const messages = await this.keeper.readOtherTabs(wait)
    if (messages) this.chat.messages = messages
  }

  async #run(send: () => Promise<void>) {
    if (this.keeper.outcome === 'deleted') this.keeper.keepAnyway()
    this.unheard = true
    this.#setBusy(true)
    this.keeper.keepSoon()
    try {
      await send()
    } finally {
      this.#setBusy(false)
      await this.keeper.keep(true)
      if (this.#othersWait) {
        this.#othersWait = false
        await this.addFromOtherTabs()
      }
    }
  }

  #setBusy(busy: boolean) {
    this.#busy = busy
    this.#changed()
  }

  #changed() {
    for (const listener of this.#listeners) listener()
  }
}

/** `unknown`: this browser has no conversation with the id. */
const open = new Map<string, OpenConversation | 'unknown'>()
const listeners = new Set<() => void>()

/** The conversation with an id, read from the database if it is not open yet; `undefined` until it is read. */
export function useOpenConversation(id: string): OpenConversation | 'unknown' | undefined {
  const conversation = useSyncExternalStore(subscribe, () => open.get(id))
  useEffect(() => {
    void openKept(id)
  }, [id])
  return conversation
}

/** Starts a conversation with its first question. Returns its id. */
export function beginConversation(question: string, about: About | undefined): string {
  const conversation = new OpenConversation(undefined, about)
  setOpen(conversation.chat.id, conversation)
  conversation.ask(question)
  return conversation.chat.id
}

async function openKept(id: string): Promise<void> {
  if (open.get(id) instanceof OpenConversation) return
  open.delete(id)
  const stored = await read(id)
  // It may have been opened in the meantime.
  if (open.get(id) instanceof OpenConversation) return
  setOpen(id, stored ? new OpenConversation(stored) : 'unknown')
}

onConversationChange(({ kind, id }, elsewhere) => {
  for (const [openId, conversation] of open) {
    if (id !== undefined && id !== openId) continue
    if (conversation === 'unknown') {
      if (kind !== 'deleted') void openKept(openId)
    } else if (kind === 'answered') void conversation.addFromOtherTabs()
    else if (kind === 'deleted') {
      conversation.keeper.wasDeleted()
      if (elsewhere) continue
      void conversation.chat.stop()
      open.delete(openId)
    }
  }
})

// Saves the latest words of an answer that is interrupted by leaving the page.
window.addEventListener('pagehide', () => {
  for (const conversation of open.values())
    if (conversation !== 'unknown' && conversation.busy) void conversation.keeper.keep()
})

function setOpen(id: string, conversation: OpenConversation | 'unknown') {
  open.set(id, conversation)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
