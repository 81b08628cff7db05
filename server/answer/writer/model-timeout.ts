/** Time limits of a model call: an abort signal for silence (no token for too long) and for the answer as a whole. */
import { WriterFailure } from './failure.ts'

/** End of the time for one answer, shared by all its phases: rewriting, searching, writing, checking, judging. */
export class Deadline {
  private readonly end: number

  /** @param durationMs in ms from now */
  constructor(readonly durationMs: number) {
    this.end = performance.now() + durationMs
  }

  /** In ms. */
  get remainingMs(): number {
    return Math.max(0, this.end - performance.now())
  }
}

export class ModelTimeout {
  private readonly controller = new AbortController()
  private readonly end: NodeJS.Timeout
  private silenceTimer: NodeJS.Timeout | undefined
  private readonly abortWithOuter: () => void

  /**
   * @param timeout the longest wait for the next token, in ms
   * @param outer aborts when the user has left or stopped the answer
   */
  constructor(
    private readonly timeout: number,
    deadline: Deadline,
    private readonly outer: AbortSignal,
  ) {
    const detail = `not finished after ${deadline.durationMs / 1000} s`
    this.end = setTimeout(() => this.abort('too-long', detail), deadline.remainingMs)
    this.abortWithOuter = () => this.controller.abort(outer.reason)
    outer.addEventListener('abort', this.abortWithOuter, { once: true })
    if (outer.aborted) this.abortWithOuter()
    this.noteActivity()
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** The model sent something: restarts the wait. */
  noteActivity(): void {
    clearTimeout(this.silenceTimer)
    const { timeout } = this
    this.silenceTimer = setTimeout(() => this.abort('too-slow', `nothing for ${timeout / 1000} s`), timeout)
  }

  /** Resolves like `next`, unless the signal aborts first. @throws the signal's reason */
  async waitFor<Value>(next: Promise<Value>): Promise<Value> {
    const { signal } = this
    signal.throwIfAborted()
    let onAbort = () => {}
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => reject(signal.reason)
      signal.addEventListener('abort', onAbort, { once: true })
    })
    try {
      return await Promise.race([next, aborted])
    } finally {
      signal.removeEventListener('abort', onAbort)
    }
  }

  /** Aborts the model call if it still runs, and clears all timers. */
  finish(): void {
    clearTimeout(this.end)
    clearTimeout(this.silenceTimer)
    this.outer.removeEventListener('abort', this.abortWithOuter)
    if (!this.signal.aborted) this.controller.abort(new DOMException('finished', 'AbortError'))
  }

  private abort(kind: 'too-long' | 'too-slow', detail: string): void {
    this.controller.abort(new WriterFailure(kind, detail))
  }
}
