/** Times an action many times and gives the median and the 99th percentile, in ms. */
export interface Timing {
  median: number
  p99: number
}

export async function time(action: () => Promise<unknown>, runs: number): Promise<Timing> {
  const durations: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now()
    await action()
    durations.push(performance.now() - begun)
  }
  return timingOf(durations)
}

export function timingOf(durations: readonly number[]): Timing {
  const sorted = [...durations].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99) }
}
