/** Places for so many at once; whoever comes later waits in a line, and is told how far from its head. */
export class Places {
  private taken = 0
  private readonly line: Waiting[] = []

  constructor(private readonly count: number) {}

  /**
   * Waits for a place and answers what gives it back.
   * @param onWait told the place in the line, from 1, at first and whenever it changes.
   * @throws the signal's reason when it aborts before a place is free.
   */
  async take(signal: AbortSignal, onWait: (place: number) => void): Promise<() => void> {
    signal.throwIfAborted()
    if (this.taken < this.count) this.taken += 1
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
        this.line.splice(this.line.indexOf(waiting), 1)
        this.tellAll()
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      this.line.push(waiting)
      onWait(this.line.length)
    })
  }

  private giveBack(): void {
    const next = this.line.shift()
    // The place goes over to the next; nobody who comes in between takes it.
    if (next) next.enter()
    else this.taken -= 1
    this.tellAll()
  }

  private tellAll(): void {
    this.line.forEach(({ onWait }, index) => {
      onWait(index + 1)
    })
  }
}

interface Waiting {
  onWait: (place: number) => void
  enter: () => void
}
