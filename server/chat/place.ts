/** A place among those for whom the model writes, and what the reader is told while waiting for it. */
import type { Writer } from '../answer/writer/writer.ts'
import type { Write } from './answer-stream.ts'

/** Waits for a place and answers what gives it back; undefined where that takes longer than an answer may. */
export async function takePlace({
  writer,
  signal,
  write,
}: {
  writer: Writer
  signal: AbortSignal
  write: Write
}): Promise<(() => void) | undefined> {
  const tell = (place: number) => write({ type: 'data-waiting', id: 'waiting', data: { place } })
  let waited = false
  const enough = AbortSignal.timeout(writer.settings.longest)
  try {
    const leave = await writer.places.take(AbortSignal.any([signal, enough]), (place) => {
      waited = true
      tell(place)
    })
    if (waited) tell(0)
    return leave
  } catch (error) {
    if (signal.aborted || !enough.aborted) throw error
    return undefined
  }
}
