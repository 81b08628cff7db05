import { describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { DocumentPage } from './pages/document.ts'
import { DocumentsPage } from './pages/documents.ts'
import { visitsToOneSite } from './visits.ts'

describe.skipIf(!hasBrowser)('in the list of documents a reader', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  const arrive = async (address?: string, options?: Parameters<typeof visit>[0]) => {
    const { page, faults } = await visit(options)
    const documents = new DocumentsPage(page)
    await documents.open(address)
    return { page, faults, documents }
  }

  it('finds the conversation with Honecker of 1984 by facets alone, and goes back step by step', async () => {
    const { page, faults, documents } = await arrive()
    await documents.tick('People', 'Erich Honecker')
    const ofHonecker = await documents.total()
    await documents.tick('Decade', '1980s')
    await documents.tick('Kind of document', 'Record of conversation')
    const left = await documents.total()
    expect(left).toBeLessThan(ofHonecker)
    await page.goBack()
    await page.goBack()
    expect(await documents.total()).toBe(ofHonecker)
    await page.goForward()
    await page.goForward()
    expect(await documents.total()).toBe(left)
    await documents.rows
      .getByRole('link', { name: /Honecker and Kim Il Sung/ })
      .first()
      .click()
    const document = new DocumentPage(page)
    await document.arrived()
    expect(await document.title.innerText()).toContain('Honecker')
    expect(faults).toEqual([])
  })

  it('takes each choice back, or all at once', async () => {
    const { documents, page } = await arrive('/documents?person=erich-honecker&decade=1980s&from=1984')
    expect(await documents.chosen.count()).toBe(3)
    await documents.chosen.filter({ hasText: 'Erich Honecker' }).click()
    await page.waitForURL((url) => !url.searchParams.has('person'))
    await page.getByRole('button', { name: 'Clear all' }).click()
    await page.waitForURL('**/documents')
    expect(await documents.total()).toBe(913)
  })

  it('brushes the histogram, or writes the years into two fields, to the same effect', async () => {
    const { documents, page } = await arrive()
    // 1945 to 2000: the 24th of 56 bars is 1968, the 29th 1973.
    await documents.brush(23.5 / 56, 28.5 / 56)
    await page.waitForURL(
      (url) => url.searchParams.get('from') === '1968' && url.searchParams.get('to') === '1973',
    )
    const brushed = await documents.total()
    await documents.open()
    await page.getByRole('textbox', { name: 'From year' }).fill('1968')
    await page.getByRole('textbox', { name: 'From year' }).press('Enter')
    await page.getByRole('textbox', { name: 'to year' }).fill('1973')
    await page.getByRole('textbox', { name: 'to year' }).press('Enter')
    await page.waitForURL((url) => url.searchParams.get('to') === '1973')
    await expect.poll(() => documents.total()).toBe(brushed)
    await page.getByText('Counts by year').click()
    await page.getByRole('row', { name: /^1968 \d+$/ }).waitFor()
  })

  it('pages to “381–390 of 913”, each page a link', async () => {
    const { documents, page } = await arrive()
    await page.getByRole('combobox', { name: 'On a page' }).selectOption('10')
    await documents.settled()
    await page.goto(`${page.url()}&offset=370`)
    await documents.settled()
    await page.getByRole('link', { name: 'Page 39', exact: true }).click()
    await page.getByText('381–390 of 913').waitFor()
    expect(await documents.rows.count()).toBe(10)
  })

  it('searches by meaning within a choice, reads why and what, and opens a summary in place', async () => {
    const { documents, page } = await arrive('/documents?country=romania')
    await documents.words.fill('oil and debts')
    await documents.words.press('Enter')
    await page.waitForURL(/q=oil/)
    await documents.settled()
    const first = documents.rows.first()
    await first.locator('mark').first().waitFor()
    expect(await first.innerText()).toMatch(/close in meaning|names |shares words/i)
    const button = first.getByRole('button', { name: /^Summary of / })
    await button.click()
    expect(await button.getAttribute('aria-expanded')).toBe('true')
    expect((await first.innerText()).length).toBeGreaterThan(200)
  })

  it('is told where nothing meets all of it, and led on', async () => {
    const { page } = await arrive('/documents?event=axe-murder-incident&decade=1940s')
    await page.getByText('No document meets all of this').waitFor()
    await page.getByRole('link', { name: 'see all documents' }).click()
    await page.getByText('1–25 of 913').waitFor()
  })

  it.each([1440, 390, 320])(
    'reads the counts by year at %i pixels, beside nothing cut off',
    async (width) => {
      const { documents, page } = await arrive('/documents', { viewport: { width, height: 800 } })
      const disclosure = page.getByRole('button', { name: 'Counts by year' })
      await disclosure.click()
      const table = page.getByRole('table')
      const box = await table.boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      expect(await table.getByRole('row', { name: /^1968 \d+$/ }).innerText()).toMatch(/1968\s+\d+/)
      // It stands in the page, and hides nothing of the list.
      const counts = await page.getByRole('region', { name: 'Counts by year' }).boundingBox()
      const range = await documents.range.boundingBox()
      expect((counts?.y ?? 0) + (counts?.height ?? 0)).toBeLessThan(range?.y ?? 0)
      await disclosure.click()
      await table.waitFor({ state: 'hidden' })
    },
  )

  it.each(['decade=1990s&type=telegram', 'event=axe-murder-incident&decade=1940s'])(
    'of few documents or none finds it right under the years: %s',
    async (query) => {
      const { documents, page } = await arrive(`/documents?${query}`)
      const years = await page.getByRole('region', { name: 'Years' }).boundingBox()
      const chosen = await documents.chosen.first().boundingBox()
      expect((chosen?.y ?? 0) - (years?.y ?? 0) - (years?.height ?? 0)).toBeLessThan(40)
    },
  )

  it('sees a choice that the address names in another spelling as made, once', async () => {
    const { documents, page } = await arrive('/documents?person=Kim%20Il-song&person=김일성&from=1950')
    await page.waitForURL('**/documents?person=kim-il-sung&from=1950')
    await documents.settled()
    expect(await documents.chosen.allTextContents()).toEqual([
      'Remove Years: from 1950',
      'Remove People: Kim Il Sung',
    ])
    const box = page.getByRole('checkbox', { name: /^Kim Il Sung/ })
    expect(await box.isChecked()).toBe(true)
    await box.click()
    await page.waitForURL('**/documents?from=1950')
  })

  it.each([5000, 9_999_999_999])('is led back from %i documents on, beyond the end', async (offset) => {
    const { page } = await visit()
    await page.goto(`/documents?offset=${offset}`)
    await page.getByText('Nothing stands on this page of the list').waitFor()
    await page.getByRole('link', { name: 'Previous' }).click()
    await page.getByText('901–913 of 913').waitFor()
    await page.goBack()
    await page.getByRole('link', { name: 'Go to the first page' }).click()
    await page.getByText('1–25 of 913').waitFor()
  })

  it('whose address asks for what cannot be is told what, and led on', async () => {
    const { page } = await visit()
    await page.goto('/documents?type=gossip')
    await page.getByRole('alert').getByText('must be one of').waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.getByRole('link', { name: 'See all documents' }).click()
    await page.getByText('1–25 of 913').waitFor()
  })

  it('does it all by keyboard', async () => {
    const { documents, page } = await arrive()
    await page.getByRole('checkbox', { name: /^Park Chung Hee/ }).focus()
    await page.keyboard.press('Space')
    await documents.chosen.filter({ hasText: 'Park Chung Hee' }).waitFor()
    // The focus stays where the reader is, so that the next value is one key away.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox')
    await page.getByRole('textbox', { name: 'From year' }).focus()
    await page.keyboard.type('1972')
    await page.keyboard.press('Tab')
    await page.waitForURL(/from=1972/)
  })

  it.each([
    { pauses: false, how: 'at once' },
    { pauses: true, how: 'with pauses' },
  ])('writes a later period over an earlier one, year by year, $how', async ({ pauses }) => {
    const { documents, page } = await arrive('/documents?from=1980&to=1990')
    if (pauses) await page.clock.install()
    const pause = async () => {
      if (pauses) await page.clock.runFor(400)
    }
    await documents.from.fill('1995')
    await documents.from.press('Tab')
    await pause()
    expect(await documents.to.inputValue()).toBe('1990')
    for (const digit of '1999') {
      await page.keyboard.type(digit)
      await pause()
    }
    await page.keyboard.press('Enter')
    await page.waitForURL('**/documents?from=1995&to=1999')
    expect([await documents.from.inputValue(), await documents.to.inputValue()]).toEqual(['1995', '1999'])
    expect(await page.getByText('a year such as').count()).toBe(0)
  })

  it('has a period that ends before it begins turned round on leaving its years', async () => {
    const { documents, page } = await arrive('/documents?from=1980&to=1990')
    await documents.to.fill('1970')
    await documents.from.focus()
    expect(new URL(page.url()).search).toBe('?from=1980&to=1990')
    await documents.words.focus()
    await page.waitForURL('**/documents?from=1970&to=1980')
    expect([await documents.from.inputValue(), await documents.to.inputValue()]).toEqual(['1970', '1980'])
    // The same years once more: address and fields end as they were, though leaving the first field asked for others.
    await documents.from.fill('1980')
    await documents.to.fill('1970')
    await documents.to.press('Enter')
    await expect
      .poll(async () => [await documents.from.inputValue(), await documents.to.inputValue()])
      .toEqual(['1970', '1980'])
    await page.waitForURL('**/documents?from=1970&to=1980')
  })

  it('narrows on a phone, where the facets wait behind a button', async () => {
    const { documents, page, faults } = await arrive('/documents', { viewport: { width: 390, height: 844 } })
    expect(await page.getByRole('checkbox').first().isVisible()).toBe(false)
    await page.getByRole('button', { name: /^Narrow by/ }).click()
    await documents.tick('Countries and places', 'Romania')
    expect(await documents.total()).toBeLessThan(200)
    expect(faults).toEqual([])
  })
})
