/**
 * Holds back the beginning of a step's text while it may be no answer, such as a plan before a search ("I will look for …").
 * The text is released at its first citation, at a certain length, or after a short time (streamed text can be retracted).
 * Only for a model that is known to reason first, the buffer waits for the tag that closes the reasoning.
 */
export class HoldBackBuffer {
  private held = ''
  private holding = true
  /** Arrival of the first held text, in ms. */
  private since: number | undefined

  /** @param thinksFirst whether the model is known to send `</think>` without `<think>` */
  constructor(private thinksFirst: boolean) {}

  /** Takes more text; returns the text that can be shown now. */
  add(text: string): string {
    if (!this.holding) return text
    this.held += text
    if (this.held !== '') this.since ??= performance.now()
    return this.shouldRelease ? this.release() : ''
  }

  /** Discards the held text: it was no answer. */
  drop(): void {
    this.held = ''
  }

  /** The reasoning has ended: the held text was part of it, the following text is not. */
  endReasoning(): void {
    this.held = ''
    this.since = undefined
    this.thinksFirst = false
  }

  /** Whether the held text is probably reasoning, going by the model's earlier answers. */
  get holdsProbableReasoning(): boolean {
    return this.holding && this.thinksFirst
  }

  /** Releases the held text; later text is passed through. */
  release(): string {
    const { held } = this
    this.held = ''
    this.holding = false
    return held.trim() === '' ? '' : held
  }

  private get shouldRelease(): boolean {
    if (this.thinksFirst) return false
    const waited = performance.now() - (this.since ?? Number.POSITIVE_INFINITY)
    return /\[\d/.test(this.held) || this.held.length > MAX_HELD_CHARACTERS || waited > MAX_HOLD_MS
  }
}

/** Plans before a search are shorter. */
const MAX_HELD_CHARACTERS = 240
/** A slow model writes about ten words in this time. */
const MAX_HOLD_MS = 2_000
