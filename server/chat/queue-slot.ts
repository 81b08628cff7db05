/** One answer's slot in the language model's concurrency queue; streams its queue position while it waits. */
import { Deadline } from '../answer/writer/model-timeout.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { WriteChunk } from './answer-chunk.ts'

interface QueueSlotOptions {
  writer: Writer
  signal: AbortSignal
  write: WriteChunk
}

export class QueueSlot {
  private acquisition: Promise<Deadline | undefined> | undefined
  private releaseSlot = () => {}

  constructor(private readonly options: QueueSlotOptions) {}

  /**
   * Waits for the slot; repeated calls share one wait. Resolves to the deadline of the answer, or to undefined if the wait
   * took longer than the model timeout.
   */
  acquire(): Promise<Deadline | undefined> {
    this.acquisition ??= this.waitForSlot()
    return this.acquisition
  }

  /** Frees the slot for the next answer. May be called several times. */
  release(): void {
    this.releaseSlot()
  }

  private async waitForSlot(): Promise<Deadline | undefined> {
    const { writer, signal, write } = this.options
    const { answerTimeoutMs } = writer.settings
    const streamPosition = (position: number) =>
      write({ type: 'data-waiting', id: 'waiting', data: { place: position } })
    let waited = false
    const waitTimeout = AbortSignal.timeout(answerTimeoutMs)
    try {
      this.releaseSlot = await writer.queue.acquire(AbortSignal.any([signal, waitTimeout]), (position) => {
        waited = true
        streamPosition(position)
      })
      if (waited) streamPosition(0)
      return new Deadline(answerTimeoutMs)
    } catch (error) {
      if (signal.aborted || !waitTimeout.aborted) throw error
      return undefined
    }
  }
}
