/** How long a model may be silent, and how long an answer may take: a signal that aborts with the reason. */
import { WriterFailure } from './failure.ts'

/** When an answer must be finished, over all that it takes: rewriting, searching, writing, checking, judging. */
export class Deadline {
  private readonly end: number

  /** @param longest ms from now */
  constructor(readonly longest: number) {
    this.end = performance.now() + longest
  }

  /** In ms. */
  get left(): number {
    return Math.max(0, this.end - performance.now())
  }
}

export class Patience {
  private readonly controller = new AbortController()
  private readonly end: NodeJS.Timeout
  private silence: NodeJS.Timeout | undefined
  private readonly giveUp: () => void

  /**
   * @param timeout the longest silence, in ms
   * @param outer aborts when the reader has left or the answer is stopped
   */
  constructor(
    private readonly timeout: number,
    deadline: Deadline,
    private readonly outer: AbortSignal,
  ) {
    const detail = `not finished after ${deadline.longest / 1000} s`
    this.end = setTimeout(() => this.abort('too-long', detail), deadline.left)
    this.giveUp = () => this.controller.abort(outer.reason)
    outer.addEventListener('abort', this.giveUp, { once: true })
    if (outer.aborted) this.giveUp()
    this.heard()
  }

  get signal(): AbortSignal {
    return this.controller.signal
  }

  /** Something came: the wait begins anew. */
  heard(): void {
    clearTimeout(this.silence)
    const { timeout } = this
    this.silence = setTimeout(() => this.abort('too-slow', `nothing for ${timeout / 1000} s`), timeout)
  }

  /** What `next` resolves to, unless the signal aborts before. @throws the signal's reason */
  async within<Value>(next: Promise<Value>): Promise<Value> {
    const { signal } = this
    signal.throwIfAborted()
    let leave = () => {}
    const aborted = new Promise<never>((_, reject) => {
      leave = () => reject(signal.reason)
      signal.addEventListener('abort', leave, { once: true })
    })
    try {
      return await Promise.race([next, aborted])
    } finally {
      signal.removeEventListener('abort', leave)
    }
  }

  /** Ends the model's work, if it still goes on, and all clocks. */
  finish(): void {
    clearTimeout(this.end)
    clearTimeout(this.silence)
    this.outer.removeEventListener('abort', this.giveUp)
    if (!this.signal.aborted) this.controller.abort(new DOMException('finished', 'AbortError'))
  }

  private abort(kind: 'too-long' | 'too-slow', detail: string): void {
    this.controller.abort(new WriterFailure(kind, detail))
  }
}
