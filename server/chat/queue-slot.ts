/** One answer's slot in the language model's concurrency queue; streams its queue position while it waits. */
import { Deadline } from '../answer/writer/model-timeout.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { Write } from './answer-chunk.ts'

interface PlaceOptions {
  writer: Writer
  signal: AbortSignal
  write: Write
}

export class QueueSlot {
  private taken: Promise<Deadline | undefined> | undefined
  private giveBack = () => {}

  constructor(private readonly options: PlaceOptions) {}

  /**
   * Waits for the slot; repeated calls share one wait. Resolves to the deadline of the answer, or to undefined if the wait
   * took longer than the model timeout.
   */
  take(): Promise<Deadline | undefined> {
    this.taken ??= this.wait()
    return this.taken
  }

  /** Frees the slot for the next answer. May be called several times. */
  leave(): void {
    this.giveBack()
  }

  private async wait(): Promise<Deadline | undefined> {
    const { writer, signal, write } = this.options
    const { longest } = writer.settings
    const tell = (place: number) => write({ type: 'data-waiting', id: 'waiting', data: { place } })
    let waited = false
    const enough = AbortSignal.timeout(longest)
    try {
      this.giveBack = await writer.places.take(AbortSignal.any([signal, enough]), (place) => {
        waited = true
        tell(place)
      })
      if (waited) tell(0)
      return new Deadline(longest)
    } catch (error) {
      if (signal.aborted || !enough.aborted) throw error
      return undefined
    }
  }
}
