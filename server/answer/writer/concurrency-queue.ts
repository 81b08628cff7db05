/** A first-in, first-out queue that lets a fixed number of answers run at the same time. */
export class ConcurrencyQueue {
  private occupied = 0
  private readonly waiting: Waiting[] = []

  constructor(private readonly count: number) {}

  /**
   * Waits for a free slot.
   * @param onWait called with the position in the queue, from 1, at first and whenever it changes
   * @returns a function that frees the slot
   * @throws the signal's reason if it aborts before a slot is free
   */
  async acquire(signal: AbortSignal, onWait: (position: number) => void): Promise<() => void> {
    signal.throwIfAborted()
    if (this.occupied < this.count) this.occupied += 1
    else await this.wait(signal, onWait)
    let isReleased = false
    return () => {
      if (isReleased) return
      isReleased = true
      this.release()
    }
  }

  private wait(signal: AbortSignal, onWait: (position: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        onWait,
        start: () => {
          signal.removeEventListener('abort', onAbort)
          resolve()
        },
      }
      const onAbort = () => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1)
        this.notifyWaiting()
        reject(signal.reason)
      }
      signal.addEventListener('abort', onAbort, { once: true })
      this.waiting.push(waiting)
      onWait(this.waiting.length)
    })
  }

  private release(): void {
    const next = this.waiting.shift()
    // The slot passes directly to the next in the queue, so `occupied` does not change.
    if (next) next.start()
    else this.occupied -= 1
    this.notifyWaiting()
  }

  private notifyWaiting(): void {
    this.waiting.forEach(({ onWait }, index) => {
      onWait(index + 1)
    })
  }
}

interface Waiting {
  onWait: (position: number) => void
  start: () => void
}
