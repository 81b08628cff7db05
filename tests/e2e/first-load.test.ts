import { describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { loadedScriptKilobytes } from './loaded-scripts.ts'
import { ConversationPage } from './pages/conversation.ts'
import { visitsToOneSite } from './visits.ts'

/** What the page may load before the first question can be asked. */
const MAX_FIRST_LOAD_KILOBYTES = 140

describe.skipIf(!hasBrowser)('before the first question', () => {
  const visit = visitsToOneSite()

  it(`the page has loaded at most ${MAX_FIRST_LOAD_KILOBYTES} kB of JavaScript`, async () => {
    const { page } = await visit()
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.examples.first().waitFor()
    const loaded = await loadedScriptKilobytes(page)
    expect(loaded).toBeGreaterThan(0)
    expect(loaded).toBeLessThanOrEqual(MAX_FIRST_LOAD_KILOBYTES)
  })
})
