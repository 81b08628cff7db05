/** Without a network: a server on the same machine answers on, one elsewhere does not, and the page tells them apart. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { DocumentsPage } from './pages/documents.ts'
import { ExportMenu } from './pages/export-menu.ts'
import { MySourcesPage } from './pages/my-sources.ts'
import { visitsToOneSite } from './visits.ts'

const QUESTION = 'What did Erich Honecker tell Kim Il Sung in 1984?'

describe.skipIf(!hasBrowser)('a device without a network', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it('that runs the server itself searches, browses and exports as ever', async () => {
    const { page, faults } = await visit()
    const documents = new DocumentsPage(page)
    await documents.open()
    await loseNetwork(page)
    await page.getByText('This device is offline').waitFor()
    expect(await page.getByText('This device is offline').innerText()).toContain('answers still')
    await documents.words.fill('Pueblo')
    await documents.words.press('Enter')
    await page.waitForURL('**/documents?q=Pueblo')
    await documents.settled()
    expect(await documents.total()).toBeLessThan(913)
    await page.getByRole('link', { name: 'Collections' }).click()
    await page.getByText(/^\d+ collections/).waitFor()

    const conversation = new ConversationPage(page)
    await conversation.open()
    await loseNetwork(page)
    await conversation.ask(QUESTION)
    const menu = new ExportMenu(page, conversation.exchange(QUESTION))
    await menu.choose('Copy as text')
    await menu.says('Copied')
    const { name } = await menu.download('Download Markdown')
    expect(name).toMatch(/\.md$/)
    expect(faults).toEqual([])
  })

  it('that cannot reach the server says so, and tries again when asked, or by itself with the network', async () => {
    const { page } = await visit()
    const documents = new DocumentsPage(page)
    await documents.open()
    await page.context().setOffline(true)
    await documents.words.fill('Pueblo')
    await documents.words.press('Enter')
    const alert = page.getByRole('alert')
    await alert.getByText('The server does not answer').waitFor()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await alert.waitFor()
    await page.context().setOffline(false)
    await documents.settled()
    expect(await documents.total()).toBeGreaterThan(0)
  })

  it('that cannot reach the server says which of my sources are missing, and fetches them when asked', async () => {
    const { page } = await visit()
    const mine = new MySourcesPage(page)
    await mine.addFirst(2)
    await page.route('**/api/documents/*', (route) => route.abort())
    await mine.open()
    await page.getByRole('alert').getByText('The sources could not be fetched').waitFor()
    await page.unroute('**/api/documents/*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await mine.rows.nth(1).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

/** What a browser does when its device loses the network, the loopback staying as it is. */
async function loseNetwork(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false })
    window.dispatchEvent(new Event('offline'))
  })
}
