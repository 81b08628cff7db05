/**
 * Holds back the beginning of a step's text while it may turn out to be no answer, such as talk before a search ("I will
 * look for …"). An answer shows itself by its first citation or its length; and since what was told can be taken back, the
 * reader waits for that no longer than a moment. Only for a model that is known to think first, the tag that closes its
 * thoughts is waited for.
 */
export class Preface {
  private held = ''
  private holding = true
  /** When the first of it came. In ms. */
  private since: number | undefined

  /** @param thinksFirst whether the model is known to close thoughts that it did not open. */
  constructor(private thinksFirst: boolean) {}

  /** What can be shown now. */
  add(text: string): string {
    if (!this.holding) return text
    this.held += text
    if (this.held !== '') this.since ??= performance.now()
    return this.showsItself ? this.rest() : ''
  }

  /** What was held is no answer. */
  drop(): void {
    this.held = ''
  }

  /** The thoughts have closed: what was held was one of them, and what comes is not. */
  endThoughts(): void {
    this.held = ''
    this.since = undefined
    this.thinksFirst = false
  }

  /** Whether what is held are thoughts, as far as is known of the model. */
  get holdsThoughts(): boolean {
    return this.holding && this.thinksFirst
  }

  /** All that is held. */
  rest(): string {
    const { held } = this
    this.held = ''
    this.holding = false
    return held.trim() === '' ? '' : held
  }

  private get showsItself(): boolean {
    if (this.thinksFirst) return false
    const waited = performance.now() - (this.since ?? Number.POSITIVE_INFINITY)
    return /\[\d/.test(this.held) || this.held.length > LONGEST_TALK || waited > LONGEST_WAIT
  }
}

/** In characters. */
const LONGEST_TALK = 240
/** In ms: a slow model writes some ten words in it. */
const LONGEST_WAIT = 2_000
