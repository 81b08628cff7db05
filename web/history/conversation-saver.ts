/**
 * Saves an open conversation to the browser's database while it changes, exchange by exchange, and reads the exchanges
 * that other tabs have added.
 */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { exchangesOf, messageText } from '../conversation/message-parts.ts'
import type { AboutDocument } from './conversation-head.ts'
import { readConversation, type SaveOutcome, saveConversation } from './storage.ts'
import {
  isComplete,
  mergeExchanges,
  type StoredConversation,
  type StoredExchange,
  sortByTimeAsked,
} from './stored-conversation.ts'

/** Debounce: short enough to lose almost nothing, long enough not to write at every streamed word. */
const SAVE_DELAY_MS = 300

/** The current state of the open conversation. */
interface ConversationState {
  id: string
  messages: readonly ChatMessage[]
  about: AboutDocument | undefined
}

export class ConversationSaver {
  readonly #current: () => ConversationState
  readonly #onOutcomeChange: () => void
  readonly #startedAt: number
  #outcome: SaveOutcome = 'saved'
  /** The exchanges as last read from or written to the database, by the question's id. */
  readonly #lastSaved = new Map<string, StoredExchange>()
  #wasStored: boolean
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> = Promise.resolve()
  /** True when the head differs from the one in the database. */
  headChanged = false

  /** @param stored the conversation in the database; `undefined` for a new one */
  constructor(
    current: () => ConversationState,
    stored: StoredConversation | undefined,
    onOutcomeChange: () => void,
  ) {
    this.#current = current
    this.#onOutcomeChange = onOutcomeChange
    this.#startedAt = stored?.begun ?? Date.now()
    this.#wasStored = stored !== undefined
    for (const exchange of stored?.exchanges ?? []) this.#lastSaved.set(exchange.question.id, exchange)
  }

  /** The outcome of the last save; `deleted` once the conversation is deleted. */
  get outcome() {
    return this.#outcome
  }

  /** The list or another tab has deleted it. It stays on the screen; nothing is written until `saveAnyway`. */
  markDeleted() {
    this.#setOutcome('deleted')
  }

  /** Saves the whole conversation again after it was deleted. */
  saveAnyway() {
    this.#lastSaved.clear()
    this.#wasStored = false
    this.#outcome = 'saved'
    void this.save(true)
  }

  saveSoon() {
    this.#timer ??= setTimeout(() => void this.save(), SAVE_DELAY_MS)
  }

  /** Writes the changes, after any write in progress. @param complete whether other tabs should read them */
  save(complete = false): Promise<void> {
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
    const stored = await readConversation(this.#current().id)
    if (!stored || isStale()) return undefined
    // An exchange whose answer still streams in another tab is read when it is complete.
    const newExchanges = stored.exchanges.filter(
      (exchange) =>
        isComplete(exchange) && exchange.changed !== this.#lastSaved.get(exchange.question.id)?.changed,
    )
    this.#wasStored = true
    if (this.#outcome === 'deleted') this.#setOutcome('saved')
    if (newExchanges.length === 0) return undefined
    const merged = mergeExchanges(this.#exchanges(), newExchanges)
    for (const exchange of newExchanges)
      if (merged.includes(exchange)) this.#lastSaved.set(exchange.question.id, exchange)
    return messagesOf(merged)
  }

  async #write(complete: boolean) {
    if (this.#outcome === 'deleted') return
    const { id, about } = this.#current()
    const exchanges = this.#exchanges()
    const changed = exchanges.filter((exchange) => exchange !== this.#lastSaved.get(exchange.question.id))
    const [first] = exchanges
    if (!first || (changed.length === 0 && !this.headChanged && !complete)) return
    const head = {
      id,
      question: messageText(first.question),
      begun: this.#startedAt,
      changed: Math.max(...exchanges.map((exchange) => exchange.changed)),
      ...(about ? { about } : {}),
    }
    const changes = { head, exchanges: changed, wasStored: this.#wasStored }
    const outcome = await saveConversation({ ...head, exchanges }, changes, complete)
    if (outcome === 'saved') {
      this.#wasStored = true
      this.headChanged = false
      for (const exchange of changed) this.#lastSaved.set(exchange.question.id, exchange)
    }
    this.#setOutcome(outcome)
  }

  /** The current exchanges. An exchange that has not changed since the last save is the same object. */
  #exchanges(): StoredExchange[] {
    const now = Date.now()
    let latest = Math.max(0, ...[...this.#lastSaved.values()].map(({ asked }) => asked))
    const exchanges = exchangesOf(this.#current().messages).map(({ question, answer }) => {
      const saved = this.#lastSaved.get(question.id)
      if (saved && saved.question === question && saved.answer === answer) return saved
      // Strictly increasing, even if two questions are asked within a millisecond.
      const asked = saved?.asked ?? Math.max(now, latest + 1)
      latest = Math.max(latest, asked)
      return { asked, changed: now, question, ...(answer ? { answer } : {}) }
    })
    return sortByTimeAsked(exchanges)
  }

  #setOutcome(outcome: SaveOutcome) {
    if (this.#outcome === outcome) return
    this.#outcome = outcome
    this.#onOutcomeChange()
  }
}

export function messagesOf(exchanges: readonly StoredExchange[]): ChatMessage[] {
  return exchanges.flatMap(({ question, answer }) => (answer ? [question, answer] : [question]))
}
