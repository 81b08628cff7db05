/** While the server builds its index, the page says so in one line, and shows what the new index knows when it is there. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { IndexStatus } from '../../server/contract/status.ts'
import { hasBrowser } from './browser.ts'
import { DocumentsPage } from './pages/documents.ts'
import { visitsToOneSite } from './visits.ts'

/** The server's status as it would be with such an index; the returned function changes it. */
async function withIndex(page: Page, first: IndexStatus): Promise<(next: IndexStatus) => void> {
  let index = first
  await page.route('**/api/status', (route) => route.fulfill({ json: { writer: 'quotations', index } }))
  return (next) => {
    index = next
  }
}

describe.skipIf(!hasBrowser)('the line on the index', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it('is not there where nothing is built', async () => {
    const { page } = await visit()
    await new DocumentsPage(page).open()
    expect(await page.getByText('index is being built').count()).toBe(0)
    expect(await page.getByText('is being prepared').count()).toBe(0)
  })

  it('tells that a new index is built and how far it is, goes when it is there, and the list is read anew', async () => {
    const { page, faults } = await visit()
    const become = await withIndex(page, { state: 'rebuilding', progress: 0.437, outdated: true })
    const documents = new DocumentsPage(page)
    await documents.open()
    const line = page.getByText('The index is being built anew')
    await line.waitFor()
    await page.getByText('43 %').waitFor()
    // Only the sentence is read out, lest each step be.
    expect(await page.getByRole('status').filter({ hasText: 'anew' }).innerText()).not.toContain('%')

    const again = page.waitForResponse(/\/api\/documents\?/)
    become({ state: 'ready', outdated: false })
    await line.waitFor({ state: 'detached' })
    expect((await again).status()).toBe(200)
    expect(faults).toEqual([])
  })

  it('tells that the first index is being prepared, where nothing can be asked yet', async () => {
    const { page } = await visit()
    const become = await withIndex(page, { state: 'building', progress: 0.1, outdated: false })
    const detail = 'The archive is being prepared. Please try again in a minute.'
    const refuse = (url: URL) => url.pathname === '/api/documents'
    await page.route(refuse, (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'about:blank', title: 'Service Unavailable', status: 503, detail }),
      }),
    )
    await page.goto('/documents')
    await page.getByText('The archive is being prepared and answers when that is done.').waitFor()
    await page.getByRole('alert').getByText(detail).waitFor()
    await page.unroute(refuse)
    become({ state: 'ready', outdated: false })
    await new DocumentsPage(page).settled()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})
