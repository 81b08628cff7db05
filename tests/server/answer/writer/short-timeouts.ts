/** Apps with short timeouts over a model that fails or is busy, and what each of them must leave behind. */
import { afterEach, expect, vi } from 'vitest'
import type { WriterSettings } from '../../../../server/answer/writer/settings.ts'
import type { Archive } from '../../../../server/archive/archive.ts'
import { type AskingModel, openModelApp } from '../../ask-model.ts'
import { KEY, settingsFor } from '../../model-settings.ts'

/** Opens apps; after each test what they logged must be whole lines without the key, and no unforeseen failure. */
export function opensWithShortTimeouts(archive: () => Archive, url: () => string) {
  const opened: AskingModel[] = []
  afterEach(() => {
    for (const { reported, log } of opened.splice(0)) {
      expect(reported).toEqual([])
      for (const line of log) {
        expect(line).not.toContain(KEY)
        expect(line).not.toContain('\n')
      }
    }
  })
  return (changes: Partial<WriterSettings> = {}): AskingModel => {
    const settings = settingsFor(url(), { silenceTimeoutMs: 700, answerTimeoutMs: 4_000, ...changes })
    const asking = openModelApp(archive(), settings)
    opened.push(asking)
    return asking
  }
}

/** Waits until something is the case; what never is fails the test. */
export async function until(met: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(met()).toBe(true), { timeout: 10_000, interval: 5 })
}
