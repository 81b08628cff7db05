/** Apps over a model that fails or is busy, with little patience, and what each of them must leave behind. */
import { afterEach, expect } from 'vitest'
import type { WriterSettings } from '../../../../server/answer/writer/settings.ts'
import type { Archive } from '../../../../server/archive/archive.ts'
import { type AskingModel, openModelApp } from '../../ask-model.ts'
import { KEY, settingsFor } from '../../model-settings.ts'

/** Opens apps; after each test what they logged must be whole lines without the key, and no failure unforeseen. */
export function hardPressed(archive: () => Archive, url: () => string) {
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

export async function until(met: () => boolean): Promise<void> {
  for (let waited = 0; !met() && waited < 6_000; waited += 5)
    await new Promise((resolve) => setTimeout(resolve, 5))
  expect(met()).toBe(true)
}
