/**
 * Saves an open conversation to the browser's database while it changes, exchange by exchange, and reads the exchanges
 * that other tabs have added.
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

/** Debounce: short enough to lose almost nothing, long enough not to write at every streamed word. */
const KEEP_AFTER_MS = 300

/** The current state of the open conversation. */
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
  /** The exchanges as last read from or written to the database, by the question's id. */
  readonly #known = new Map<string, KeptExchange>()
  #wasStored: boolean
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()
  /** True when the head differs from the one in the database. */
  headChanged = false

  /** @param stored the conversation in the database; `undefined` for a new one */
  constructor(current: () => Current, stored: KeptConversation | undefined, onOutcomeChange: () => void) {
    this.#current = current
    this.#onOutcomeChange = onOutcomeChange
    this.#begun = stored?.begun ?? Date.now()
    this.#wasStored = stored !== undefined
    for (const exchange of stored?.exchanges ?? []) this.#known.set(exchange.question.id, exchange)
  }

  /** The outcome of the last save; `deleted` once the conversation is deleted. */
  get outcome() {
    return this.#outcome
  }

  /** The list or another tab has deleted it. It stays on the screen; nothing is written until `saveAnyway`. */
  wasDeleted() {
    this.#setOutcome('deleted')
  }

  /** Saves the whole conversation again after it was deleted. */
  keepAnyway() {
    this.#known.clear()
    this.#wasStored = false
    this.#outcome = 'kept'
    void this.keep(true)
  }

  keepSoon() {
    this.#timer ??= setTimeout(() => void this.keep(), KEEP_AFTER_MS)
  }

  /** Writes the changes, after any write in progress. @param complete whether other tabs should read them */
  keep(complete = false): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write(complete))
    return this.#writing
  }

  /**
   * Reads the exchanges that other tabs have added. Resolves to all messages including theirs, or to `undefined` if there
   * are no new ones, or if `isStale` returns true after the database was read.
   */
  async readOtherTabs(isStale: () => boolean): Promise<ChatMessage[] | undefined> {
    await this.#writing
    const stored = await read(this.#current().id)
    if (!stored || isStale()) return undefined
    // An exchange whose answer still streams in another tab is read when it is complete.
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

  /** The current exchanges. An exchange that has not changed since the last save is the same object. */
  #exchanges(): KeptExchange[] {
    const now = Date.now()
    let latest = Math.max(0, ...[...this.#known.values()].map(({ asked }) => asked))
    const exchanges = exchangesOf(this.#current().messages).map(({ question, answer }) => {
      const known = this.#known.get(question.id)
      if (known && known.question === question && known.answer === answer) return known
      // Strictly increasing, even if two questions are asked within a millisecond.
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
