/**
 * Keeps an open conversation in the browser while it changes, exchange by exchange, and reads what other tabs have
 * added to it.
 */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { exchangesOf, textOf } from '../conversation/message-parts.ts'
import type { About } from './head.ts'
import {
  inOrder,
  isComplete,
  joinExchanges,
  type KeptConversation,
  type KeptExchange,
} from './kept-conversation.ts'
import { type KeepOutcome, keep, read } from './storage.ts'

/** Often enough to lose nothing that matters, seldom enough not to write at every word. */
const KEEP_AFTER_MS = 300

/** The conversation as it is now. */
interface Current {
  id: string
  messages: readonly ChatMessage[]
  about: About | undefined
}

export class ConversationKeeper {
  readonly #current: () => Current
  readonly #onOutcomeChange: () => void
  readonly #begun: number
  #outcome: KeepOutcome = 'kept'
  /** The exchanges as they were last read from the database or written to it, by the question's id. */
  readonly #known = new Map<string, KeptExchange>()
  #wasStored: boolean
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()
  /** Whether the head differs from the one in the database. */
  headChanged = false

  /** @param stored the conversation as the database has it; `undefined` for a new one */
  constructor(current: () => Current, stored: KeptConversation | undefined, onOutcomeChange: () => void) {
    this.#current = current
    this.#onOutcomeChange = onOutcomeChange
    this.#begun = stored?.begun ?? Date.now()
    this.#wasStored = stored !== undefined
    for (const exchange of stored?.exchanges ?? []) this.#known.set(exchange.question.id, exchange)
  }

  /** How keeping went last; `deleted` once the conversation is deleted. */
  get outcome() {
    return this.#outcome
  }

  /** The list or another tab has deleted it. It stays on the screen; nothing is written until `keepAnyway`. */
  wasDeleted() {
    this.#setOutcome('deleted')
  }

  /** Keeps the whole conversation, though it was deleted. */
  keepAnyway() {
    this.#known.clear()
    this.#wasStored = false
    this.#outcome = 'kept'
    void this.keep(true)
  }

  keepSoon() {
    this.#timer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS)
  }

  /** Writes what has changed, after what is being written. @param complete whether other tabs should read it */
  keep(complete = false): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write(complete))
    return this.#writing
  }

  /**
   * Reads what other tabs have added. Resolves to all messages, theirs included; to `undefined` where there are no new
   * ones, or where `isStale` says that the answer would come too late.
   */
  async readOtherTabs(isStale: () => boolean): Promise<ChatMessage[] | undefined> {
    await this.#writing
    const stored = await read(this.#current().id)
    if (!stored || isStale()) return undefined
    // An exchange that another tab is being answered now is read when it is complete.
    const fresh = stored.exchanges.filter(
      (exchange) =>
        isComplete(exchange) && exchange.changed !== this.#known.get(exchange.question.id)?.changed,
    )
    this.#wasStored = true
    if (this.#outcome === 'deleted') this.#setOutcome('kept')
    if (fresh.length === 0) return undefined
    const joined = joinExchanges(this.#exchanges(), fresh)
    for (const exchange of fresh)
      if (joined.includes(exchange)) this.#known.set(exchange.question.id, exchange)
    return messagesOf(joined)
  }

  async #write(complete: boolean) {
    if (this.#outcome === 'deleted') return
    const { id, about } = this.#current()
    const exchanges = this.#exchanges()
    const changed = exchanges.filter((exchange) => exchange !== this.#known.get(exchange.question.id))
    const [first] = exchanges
    if (!first || (changed.length === 0 && !this.headChanged && !complete)) return
    const head = {
      id,
      question: textOf(first.question),
      begun: this.#begun,
      changed: Math.max(...exchanges.map((exchange) => exchange.changed)),
      ...(about ? { about } : {}),
    }
    const part = { head, exchanges: changed, wasStored: this.#wasStored }
    const outcome = await keep({ ...head, exchanges }, part, complete)
    if (outcome === 'kept') {
      this.#wasStored = true
      this.headChanged = false
      for (const exchange of changed) this.#known.set(exchange.question.id, exchange)
    }
    this.#setOutcome(outcome)
  }

  /** The exchanges as they are now. One that has not changed since it was kept is the same object as then. */
  #exchanges(): KeptExchange[] {
    const now = Date.now()
    let latest = Math.max(0, ...[...this.#known.values()].map(({ asked }) => asked))
    const exchanges = exchangesOf(this.#current().messages).map(({ question, answer }) => {
      const known = this.#known.get(question.id)
      if (known && known.question === question && known.answer === answer) return known
      // Keeps the order, even if two are asked within a millisecond.
      const asked = known?.asked ?? Math.max(now, latest + 1)
      latest = Math.max(latest, asked)
      return { asked, changed: now, question, ...(answer ? { answer } : {}) }
    })
    return inOrder(exchanges)
  }

  #setOutcome(outcome: KeepOutcome) {
    if (this.#outcome === outcome) return
    this.#outcome = outcome
    this.#onOutcomeChange()
  }
}

export function messagesOf(exchanges: readonly KeptExchange[]): ChatMessage[] {
  return exchanges.flatMap(({ question, answer }) => (answer ? [question, answer] : [question]))
}
