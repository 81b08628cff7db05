/** Settings for a scripted model. */
import type { WriterSettings } from '../../server/answer/writer/settings.ts'

export const KEY = 'sk-test-5ecret-k3y'

export function settingsFor(url: string, changes: Partial<WriterSettings> = {}): WriterSettings {
  return {
    provider: 'local',
    model: 'scripted',
    baseUrl: url,
    apiKey: KEY,
    silenceTimeoutMs: 5_000,
    answerTimeoutMs: 15_000,
    maxSearchRounds: 3,
    concurrency: 2,
    tools: true,
    verify: false,
    contextWindowTokens: 16_000,
    ...changes,
  }
}
