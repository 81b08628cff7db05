/** Output to the terminal: sentences, and a progress bar for long operations. */
import { Presets, SingleBar } from 'cli-progress'

interface Progress {
  update(done: number): void
  stop(): void
}

export interface Terminal {
  say(sentence: string): void
  /** A progress bar; appears at its first update. */
  progress(what: string, total: number, unit: string): Progress
}

export const terminal: Terminal = {
  say: (sentence) => console.log(sentence),
  progress(what, total, unit) {
    const bar = new SingleBar(
      {
        format: `${what} {bar} {value} of {total} ${unit}`,
        noTTYOutput: true,
        notTTYSchedule: 5000,
        hideCursor: true,
      },
      Presets.shades_classic,
    )
    let started = false
    return {
      update(done) {
        if (!started) bar.start(total, 0)
        started = true
        bar.update(done)
      },
      stop() {
        if (started) bar.stop()
        started = false
      },
    }
  },
}
