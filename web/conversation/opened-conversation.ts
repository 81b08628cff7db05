/**
 * A conversation that was opened in this tab. It lives outside of the components, so that an answer streams on while
 * the reader looks elsewhere. It keeps each exchange as it changes, and takes in what other tabs ask in it.
 */
import { Chat } from '@ai-sdk/react'
import { DefaultChatTransport } from 'ai'
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { fetchOrProblem } from '../api.ts'
import type { About } from '../history/head.ts'
import { type Kept, keep, read } from '../history/keeping.ts'
import {
  inOrder,
  isComplete,
  joinExchanges,
  type KeptConversation,
  type KeptExchange,
} from '../history/kept-conversation.ts'
import { chatRequest } from './chat-request.ts'
import { exchangesOf, textOf } from './message-parts.ts'
import type { QuestionMetadata, TakenBack } from './taken-back.ts'
import { readWriterChoice } from './writer-choice.ts'

/** Often enough to lose nothing that matters, seldom enough not to write on every word (ms). */
const KEEP_AFTER = 300

export class OpenedConversation {
  readonly chat: Chat<ChatMessage>
  /** Whether a question was asked whose answer a screen reader was not told of. */
  unheard = false
  #about: About | undefined
  #kept: Kept = 'kept'
  #busy = false
  #begun: number
  /** The exchanges as they were last read from storage or handed to it, by the question's id. */
  #known = new Map<string, KeptExchange>()
  #wasStored: boolean
  /** Whether the head differs from the one in storage. */
  #headChanged = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()
  #newsWaits = false
  #listeners = new Set<() => void>()

  constructor(stored?: KeptConversation, about?: About) {
    this.#about = stored?.about ?? about
    this.#begun = stored?.begun ?? Date.now()
    this.#wasStored = stored !== undefined
    for (const exchange of stored?.exchanges ?? []) this.#known.set(exchange.question.id, exchange)
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
  }

  get about() {
    return this.#about
  }

  /** Whether the browser's storage has it. */
  get kept() {
    return this.#kept
  }

  /** Whether an answer is awaited or on its way. */
  get busy() {
    return this.#busy
  }

  onChange(changed: () => void): () => void {
    this.#listeners.add(changed)
    return () => this.#listeners.delete(changed)
  }

  ask(text: string) {
    void this.#run(() => this.chat.sendMessage({ text }))
  }

  askAgain() {
    void this.#run(() => this.chat.regenerate())
  }

  /** Asks the latest question again, without these items of what was understood in it. */
  askWithout(without: TakenBack) {
    const question = exchangesOf(this.chat.messages).at(-1)?.question
    if (!question) return
    const metadata: QuestionMetadata = { without }
    void this.#run(() => this.chat.sendMessage({ text: textOf(question), messageId: question.id, metadata }))
  }

  /** From now on, questions are about the whole archive. */
  leaveAbout() {
    this.#about = undefined
    this.#headChanged = true
    this.#changed()
    void this.keep()
  }

  /** Another tab has deleted it. It stays to be read, and a next question brings it back. */
  wasDeleted() {
    this.#setKept('deleted')
  }

  /** Keeps it whole, though another tab has deleted it. */
  keepAnyway() {
    this.#known.clear()
    this.#wasStored = false
    this.#kept = 'kept'
    void this.keep(true)
  }

  keepSoon() {
    this.#timer ??= setTimeout(() => void this.keep(), KEEP_AFTER)
  }

  /** @param complete whether other tabs should take it in */
  keep(complete = false): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write(complete))
    return this.#writing
  }

  /** Takes in what another tab asked here, once no answer is on its way. */
  async takeIn(): Promise<void> {
    if (this.busy) {
      this.#newsWaits = true
      return
    }
    await this.#writing
    const stored = await read(this.chat.id)
    if (!stored) return
    if (this.busy) {
      this.#newsWaits = true
      return
    }
    // What another tab is being answered right now comes when it is complete.
    const fresh = stored.exchanges.filter(
      (exchange) =>
        isComplete(exchange) && exchange.changed !== this.#known.get(exchange.question.id)?.changed,
    )
    this.#wasStored = true
    if (this.#kept === 'deleted') this.#setKept('kept')
    if (fresh.length === 0) return
    const joined = joinExchanges(this.#exchanges(), fresh)
    for (const exchange of fresh)
      if (joined.includes(exchange)) this.#known.set(exchange.question.id, exchange)
    this.chat.messages = messagesOf(joined)
  }

  async #run(send: () => Promise<void>) {
    if (this.#kept === 'deleted') this.keepAnyway()
    this.unheard = true
    this.#setBusy(true)
    this.keepSoon()
    try {
      await send()
    } finally {
      this.#setBusy(false)
      await this.keep(true)
      if (this.#newsWaits) {
        this.#newsWaits = false
        await this.takeIn()
      }
    }
  }

  async #write(complete: boolean) {
    if (this.#kept === 'deleted') return
    const exchanges = this.#exchanges()
    const changed = exchanges.filter((exchange) => exchange !== this.#known.get(exchange.question.id))
    const [first] = exchanges
    if (!first || (changed.length === 0 && !this.#headChanged && !complete)) return
    const head = {
      id: this.chat.id,
      question: textOf(first.question),
      begun: this.#begun,
      changed: Math.max(...exchanges.map((exchange) => exchange.changed)),
      ...(this.#about ? { about: this.#about } : {}),
    }
    const part = { head, exchanges: changed, wasStored: this.#wasStored }
    const kept = await keep({ ...head, exchanges }, part, complete)
    if (kept === 'kept') {
      this.#wasStored = true
      this.#headChanged = false
      for (const exchange of changed) this.#known.set(exchange.question.id, exchange)
    }
    this.#setKept(kept)
  }

  /** The exchanges as they are now. One that did not change since it was kept is the same object as then. */
  #exchanges(): KeptExchange[] {
    const now = Date.now()
    let latest = Math.max(0, ...[...this.#known.values()].map(({ asked }) => asked))
    const exchanges = exchangesOf(this.chat.messages).map(({ question, answer }) => {
      const known = this.#known.get(question.id)
      if (known && known.question === question && known.answer === answer) return known
      // In their order, even if two are asked within a millisecond.
      const asked = known?.asked ?? Math.max(now, latest + 1)
      latest = Math.max(latest, asked)
      return { asked, changed: now, question, ...(answer ? { answer } : {}) }
    })
    return inOrder(exchanges)
  }

  #setKept(kept: Kept) {
    if (this.#kept === kept) return
    this.#kept = kept
    this.#changed()
  }

  #setBusy(busy: boolean) {
    this.#busy = busy
    this.#changed()
  }

  #changed() {
    for (const changed of this.#listeners) changed()
  }
}

function messagesOf(exchanges: readonly KeptExchange[]): ChatMessage[] {
  return exchanges.flatMap(({ question, answer }) => (answer ? [question, answer] : [question]))
}
