/**
 * The conversations that are open in this tab, by id. They live outside the components, so that an answer keeps
 * streaming while the user visits another page.
 */
import { Chat } from '@ai-sdk/react'
import { DefaultChatTransport } from 'ai'
import { useEffect, useSyncExternalStore } from 'react'
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { fetchOrThrow } from '../api.ts'
import type { AboutDocument } from '../history/conversation-head.ts'
import { ConversationSaver, messagesOf } from '../history/conversation-saver.ts'
import { onConversationChange } from '../history/history-state.ts'
import { readConversation } from '../history/storage.ts'
import type { StoredConversation } from '../history/stored-conversation.ts'
import { chatRequest } from './chat-request.ts'
import { chosenDocumentsIn } from './chosen-documents.ts'
import { exchangesOf, messageText } from './message-parts.ts'
import { type QuestionMetadata, removedItemsIn } from './removed-items.ts'
import { readWriterChoice } from './WriterChoice.tsx'

export class OpenConversation {
  readonly chat: Chat<ChatMessage>
  /** True when the live region still has to announce the latest answer. False for answers restored by a reload. */
  hasUnannouncedAnswer = false
  readonly saver: ConversationSaver
  #about: AboutDocument | undefined
  #busy = false
  /** True when other tabs added exchanges while this one was busy. */
  #othersWait = false
  readonly #listeners = new Set<() => void>()

  constructor(stored?: StoredConversation, about?: AboutDocument) {
    this.#about = stored?.about ?? about
    this.chat = new Chat<ChatMessage>({
      ...(stored ? { id: stored.id, messages: messagesOf(stored.exchanges) } : {}),
      transport: new DefaultChatTransport<ChatMessage>({
        api: '/api/chat',
        fetch: fetchOrThrow,
        prepareSendMessagesRequest: ({ id, messages }) => ({
          body: chatRequest(id, messages, {
            about: this.#about?.id,
            quotationsOnly: readWriterChoice() === 'quotations',
          }),
        }),
      }),
    })
    const current = () => ({ id: this.chat.id, messages: this.chat.messages, about: this.#about })
    this.saver = new ConversationSaver(current, stored, () => this.#changed())
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
  askWithChanges(change: Partial<QuestionMetadata>) {
    const question = exchangesOf(this.chat.messages).at(-1)?.question
    if (!question) return
    const metadata: QuestionMetadata = {
      without: removedItemsIn(question),
      ...chosenDocumentsIn(question),
      ...change,
    }
    void this.#run(() =>
      this.chat.sendMessage({ text: messageText(question), messageId: question.id, metadata }),
    )
  }

  /** From now on, questions go to the whole archive. */
  clearAboutDocument() {
    this.#about = undefined
    this.saver.headChanged = true
    this.#changed()
    void this.saver.save()
  }

  /** Adds the exchanges of other tabs to this conversation; if an answer streams here, after it is complete. */
  async addFromOtherTabs(): Promise<void> {
    const wait = () => {
      if (this.#busy) this.#othersWait = true
      return this.#busy
    }
    if (wait()) return
    const messages = await this.saver.readOtherTabs(wait)
    if (messages) this.chat.messages = messages
  }

  async #run(send: () => Promise<void>) {
    if (this.saver.outcome === 'deleted') this.saver.saveAnyway()
    this.hasUnannouncedAnswer = true
    this.#setBusy(true)
    this.saver.saveSoon()
    try {
      await send()
    } finally {
      this.#setBusy(false)
      await this.saver.save(true)
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
const openConversations = new Map<string, OpenConversation | 'unknown'>()
const listeners = new Set<() => void>()

/** The conversation with an id, read from the database if it is not open yet; `undefined` until it is read. */
export function useOpenConversation(id: string): OpenConversation | 'unknown' | undefined {
  const conversation = useSyncExternalStore(subscribe, () => openConversations.get(id))
  useEffect(() => {
    void openStored(id)
  }, [id])
  return conversation
}

/** Starts a conversation with its first question. Returns its id. */
export function startConversation(question: string, about: AboutDocument | undefined): string {
  const conversation = new OpenConversation(undefined, about)
  setOpenConversation(conversation.chat.id, conversation)
  conversation.ask(question)
  return conversation.chat.id
}

async function openStored(id: string): Promise<void> {
  if (openConversations.get(id) instanceof OpenConversation) return
  openConversations.delete(id)
  const stored = await readConversation(id)
  // It may have been opened in the meantime.
  if (openConversations.get(id) instanceof OpenConversation) return
  setOpenConversation(id, stored ? new OpenConversation(stored) : 'unknown')
}

onConversationChange(({ kind, id }, elsewhere) => {
  for (const [openId, conversation] of openConversations) {
    if (id !== undefined && id !== openId) continue
    if (conversation === 'unknown') {
      if (kind !== 'deleted') void openStored(openId)
    } else if (kind === 'answered') void conversation.addFromOtherTabs()
    else if (kind === 'deleted') {
      conversation.saver.markDeleted()
      if (elsewhere) continue
      void conversation.chat.stop()
      openConversations.delete(openId)
    }
  }
})

// Saves the latest words of an answer that is interrupted by leaving the page.
window.addEventListener('pagehide', () => {
  for (const conversation of openConversations.values())
    if (conversation !== 'unknown' && conversation.busy) void conversation.saver.save()
})

function setOpenConversation(id: string, conversation: OpenConversation | 'unknown') {
  openConversations.set(id, conversation)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
