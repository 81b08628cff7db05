/** Whatever changes in a list, the reader keeps their place: the focus, what they write, what they look at. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { DocumentsPage } from './pages/documents.ts'
import { isFocused } from './pages/keyboard.ts'
import { MySourcesPage } from './pages/my-sources.ts'
import { visitsToOneSite } from './visits.ts'

describe.skipIf(!hasBrowser)('a reader keeps their place', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  const arrive = async (address: string, options?: Parameters<typeof visit>[0]) => {
    const { page } = await visit(options)
    const documents = new DocumentsPage(page)
    await documents.open(address)
    return { page, documents }
  }

  describe('in the field of words', () => {
    it('when it is emptied, and what is typed next is searched for', async () => {
      const { page, documents } = await arrive('/documents?q=missile')
      await documents.words.click()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Backspace')
      await page.keyboard.type('Pueblo')
      await page.waitForURL('**/documents')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/documents?q=Pueblo')
      expect(await isFocused(documents.words)).toBe(true)
      expect(await documents.words.inputValue()).toBe('Pueblo')
    })

    it('after a search, and finds the words of the address in it on going back and forward', async () => {
      const { page, documents } = await arrive('/documents?q=missile')
      await documents.words.fill('Pueblo')
      await documents.words.press('Enter')
      await page.waitForURL('**/documents?q=Pueblo')
      expect(await isFocused(documents.words)).toBe(true)
      await page.goBack()
      await expect.poll(() => documents.words.inputValue()).toBe('missile')
      await page.goForward()
      await expect.poll(() => documents.words.inputValue()).toBe('Pueblo')
    })

    it('on going back before the page of the search is drawn', async () => {
      const { page, documents } = await arrive('/documents?q=missile')
      await documents.words.fill('Pueblo')
      await documents.words.evaluate((field: HTMLInputElement) => {
        field.form?.requestSubmit()
        history.back()
      })
      await page.waitForURL('**/documents?q=missile')
      await expect.poll(() => documents.words.inputValue()).toBe('missile')
    })
  })

  describe('in the fields of years', () => {
    it('with Enter', async () => {
      const { page, documents } = await arrive('/documents')
      for (const [field, year, address] of [
        [documents.from, '1968', '**/documents?from=1968'],
        [documents.to, '1973', '**/documents?from=1968&to=1973'],
      ] as const) {
        await field.fill(year)
        await field.press('Enter')
        await page.waitForURL(address)
        expect(await isFocused(field)).toBe(true)
      }
      // Turned round, both fields say what holds.
      await documents.to.fill('1950')
      await documents.to.press('Enter')
      await page.waitForURL('**/documents?from=1950&to=1968')
      await expect.poll(() => documents.from.inputValue()).toBe('1950')
      await expect.poll(() => documents.to.inputValue()).toBe('1968')
    })

    it('where turning the years round leaves one of them as it was', async () => {
      const { documents } = await arrive('/documents?from=1980&to=1980')
      await documents.to.fill('1970')
      await documents.to.press('Enter')
      await expect.poll(() => documents.from.inputValue()).toBe('1970')
      await expect.poll(() => documents.to.inputValue()).toBe('1980')
    })
  })

  it('among the choices when one is taken back, and in the list after the last', async () => {
    const { page, documents } = await arrive('/documents?person=erich-honecker&decade=1980s&from=1984')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    const list = page.getByRole('region', { name: 'The list' })
    const remove = async (what: string, then: string) => {
      const chip = documents.chosen.filter({ hasText: what })
      await chip.press('Enter')
      await chip.waitFor({ state: 'detached' })
      await expect.poll(focused).toContain(then)
    }
    await remove('from 1984', 'Erich Honecker')
    await remove('1980s', 'Erich Honecker')
    await documents.chosen.first().press('Enter')
    await page.waitForURL('**/documents')
    await expect.poll(() => isFocused(list)).toBe(true)

    await documents.open('/documents?person=erich-honecker&decade=1980s')
    await page.getByRole('button', { name: 'Clear all' }).press('Enter')
    await page.waitForURL('**/documents')
    await expect.poll(() => isFocused(list)).toBe(true)
  })

  it('in a facet whose value goes with its choice', async () => {
    // Thirty people are named more often: his box stands there only while it is ticked.
    const { page } = await arrive('/documents?person=erich-honecker')
    const box = page.getByRole('checkbox', { name: /^Erich Honecker/, checked: true })
    await box.press('Space')
    await box.waitFor({ state: 'detached' })
    const inFacet = () => document.activeElement?.closest('fieldset')?.textContent ?? ''
    await expect.poll(() => page.evaluate(inFacet)).toContain('Kim Il Sung')
  })

  it('in my sources, when a removal is undone', async () => {
    const { page } = await visit()
    const mine = new MySourcesPage(page)
    await mine.addFirst(2)
    await mine.open()
    for (const removal of [/^Remove *:/, 'Clear the list']) {
      await page.getByRole('button', { name: removal }).first().click()
      await page.getByRole('button', { name: 'Undo' }).press('Enter')
      await mine.rows.nth(1).waitFor()
      expect(await isFocused(page.getByRole('heading', { level: 1 }))).toBe(true)
    }
  })

  it('on going back to a list that has to be fetched again, and takes its time', async () => {
    const { page } = await arrive('/documents')
    const last = page.locator('[id="main"] li h3 a, [id="main"] li h2 a').last()
    await last.scrollIntoViewIfNeeded()
    const place = await page.evaluate(() => window.scrollY)
    expect(place).toBeGreaterThan(800)
    await last.click()
    await page.waitForURL('**/documents/*')
    await page.reload()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/api/documents?*', async (route) => {
      await held
      await route.continue()
    })
    const asked = page.waitForRequest('**/api/documents?*')
    await page.goBack()
    await asked
    // The page is drawn without its list before that comes.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    release()
    await last.waitFor()
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(place)
  })

  describe.each([
    { list: '/documents?sort=newest', first: '1–25 of', second: '26–' },
    { list: '/people', first: '1–100 of', second: '101–' },
    { list: '/people/kim-il-sung', first: '1–25 of', second: '26–' },
    {
      list: '/collections/foreign-relations-of-the-united-states-1964-1968-volume-xxix-part-1-korea',
      first: '1–25 of',
      second: '26–',
    },
  ])('turning the pages of $list', ({ list, first, second }) => {
    it.each([1440, 390])(
      'at %i pixels: at the top of the next, and where they were on going back',
      async (width) => {
        const { page } = await visit({ viewport: { width, height: 800 } })
        const range = (words: string) => page.getByRole('status').filter({ hasText: words })
        await page.goto(list)
        await range(first).waitFor()
        await page.getByRole('link', { name: 'Next', exact: true }).click()
        await range(second).waitFor()
        await expect.poll(() => top(page, second)).toBeLessThan(200)
        expect(await top(page, second)).toBeGreaterThanOrEqual(0)
        expect(await page.evaluate(() => document.activeElement?.localName)).toBe('section')
        // The next stop is in the list, not after it.
        await page.keyboard.press('Tab')
        expect(await page.evaluate(() => document.activeElement?.closest('nav[aria-label=Pages]'))).toBe(null)

        const next = page.getByRole('link', { name: 'Next', exact: true })
        await page.goBack()
        await range(first).waitFor()
        await expect.poll(() => next.evaluate((link) => link.getBoundingClientRect().top)).toBeLessThan(800)
        await page.goForward()
        await range(second).waitFor()
        await expect.poll(() => top(page, second)).toBeLessThan(200)
      },
    )
  })
})

/** How far under the top of the window the words stand that say which page of the list this is, in pixels. */
function top(page: Page, words: string): Promise<number> {
  return page
    .getByRole('status')
    .filter({ hasText: words })
    .evaluate((element) => element.getBoundingClientRect().top)
}
