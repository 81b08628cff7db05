/** How long a generation may be silent, and how long it may go on: its signal aborts with the reason. */
import { WriterFailure } from './failure.ts'
import type { WriterSettings } from './settings.ts'

export class Patience {
  private readonly controller = new AbortController()
  private readonly end: NodeJS.Timeout
  private silence: NodeJS.Timeout | undefined
  private readonly giveUp: () => void

  /** @param outer aborts when the reader has left or the answer is stopped. */
  constructor(
    private readonly limits: Pick<WriterSettings, 'timeout' | 'longest'>,
    private readonly outer: AbortSignal,
  ) {
    const { longest } = limits
    this.end = setTimeout(() => this.abort('too-long', `not finished after ${longest / 1000} s`), longest)
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
    const { timeout } = this.limits
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
