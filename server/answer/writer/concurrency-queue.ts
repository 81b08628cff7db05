/** A first-in, first-out queue that lets a fixed number of answers run at the same time. */
export class Places {
  private occupied = 0
  private readonly waiting: Waiting[] = []

  constructor(private readonly count: number) {}

  /**
   * Waits for a free slot.
   * @param onWait called with the position in the queue, from 1, at first and whenever it changes
   * @returns a function that frees the slot
   * @throws the signal's reason if it aborts before a slot is free
   */
  async take(signal: AbortSignal, onWait: (place: number) => void): Promise<() => void> {
    signal.throwIfAborted()
    if (this.occupied < this.count) this.occupied += 1
    else await this.wait(signal, onWait)
    let given = false
    return () => {
      if (given) return
      given = true
      this.giveBack()
    }
  }

  private wait(signal: AbortSignal, onWait: (place: number) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        onWait,
        enter: () => {
          signal.removeEventListener('abort', leave)
          resolve()
        },
      }
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1)
        this.tellAll()
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      this.waiting.push(waiting)
      onWait(this.waiting.length)
    })
  }

  private giveBack(): void {
    const next = this.waiting.shift()
    // The slot passes directly to the next in the queue, so `occupied` does not change.
    if (next) next.enter()
    else this.occupied -= 1
    this.tellAll()
  }

  private tellAll(): void {
    this.waiting.forEach(({ onWait }, index) => {
      onWait(index + 1)
    })
  }
}

interface Waiting {
  onWait: (place: number) => void
  enter: () => void
}
