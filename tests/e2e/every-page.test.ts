import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, hasBrowser, launch, openPage, type Site, startSite } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'

const LONG_TITLE = 250
const pages = {
  'the empty conversation': '/',
  'the documents': '/documents?sort=newest&offset=50',
  'a document': '/documents/1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
  'a document without a summary':
    '/documents/1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia',
  'the collections': '/collections',
  'a collection': '/collections/conversations-with-kim-il-sung',
  'an address where nothing is': '/nothing-here',
}

describe.skipIf(!hasBrowser)('every page', () => {
  let site: Site
  let browser: Browser
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite(), launch()])
  }, 150_000)
  afterAll(async () => {
    await browser?.close()
    site?.program.process.kill('SIGTERM')
    await site?.program.ended
  })

  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    it.each(Object.entries(pages))(
      '%s: axe finds nothing, nothing breaks, nothing reads “null”',
      async (_, path) => {
        const { page, faults, close } = await openPage(browser, site, { colorScheme })
        await page.goto(path, { waitUntil: 'networkidle' })
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
        expect(await axeFindings(page)).toEqual([])
        expect(await page.locator('body').innerText()).not.toMatch(/\b(?:null|undefined|NaN)\b/)
        expect(faults).toEqual([])
        await close()
      },
    )

    it('an answered conversation: axe finds nothing', async () => {
      const { page, faults, close } = await openPage(browser, site, { colorScheme })
      const conversation = new ConversationPage(page)
      await conversation.open()
      await conversation.ask('What did the United States do about the axe killings at Panmunjom?')
      expect(await axeFindings(page)).toEqual([])
      expect(faults).toEqual([])
      await close()
    })
  })

  it('an unknown document is a page that says so, with the status 404', async () => {
    const { page, close } = await openPage(browser, site)
    const response = await page.goto('/documents/no-such-document')
    expect(response?.status()).toBe(404)
    await page.getByRole('heading', { name: 'No such document' }).waitFor()
    await close()
  })

  it('the longest title fits a phone', async () => {
    const { documents } = await (await fetch(`${site.url}/api/documents?limit=100&sort=title`)).json()
    const all = [documents]
    for (let offset = 100; offset < 913; offset += 100)
      all.push(
        (await (await fetch(`${site.url}/api/documents?limit=100&offset=${offset}&sort=title`)).json())
          .documents,
      )
    const longest = all.flat().reduce((a, b) => (a.title.length >= b.title.length ? a : b))
    expect(longest.title.length).toBeGreaterThanOrEqual(LONG_TITLE)
    const { page, close } = await openPage(browser, site, { viewport: { width: 320, height: 700 } })
    await page.goto(`/documents/${longest.id}`, { waitUntil: 'networkidle' })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await close()
  })

  it('the documents are paged by links: “101–120 of 913”', async () => {
    const { page, close } = await openPage(browser, site)
    await page.goto('/documents?offset=100')
    await page.getByText('101–120 of 913').first().waitFor()
    await close()
  })
})
