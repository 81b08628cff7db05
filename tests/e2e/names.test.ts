import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { isFocused, tabTo } from './pages/keyboard.ts'
import { NameList, NamePage } from './pages/names.ts'
import { visitsToOneSite } from './visits.ts'

const SMALLEST: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  isMobile: true,
  hasTouch: true,
}

describe.skipIf(!hasBrowser)('a reader who looks for a name', { timeout: 60_000 }, () => {
  const visitSite = visitsToOneSite()
  let visit: Visit

  async function list(path: string, options?: BrowserContextOptions): Promise<NameList> {
    visit = await visitSite(options)
    const list = new NameList(visit.page)
    await list.open(path)
    return list
  }

  async function name(path: string, options?: BrowserContextOptions): Promise<NamePage> {
    visit = await visitSite(options)
    const page = new NamePage(visit.page)
    await page.open(path)
    return page
  }

  it('finds a person under any spelling and script, and comes back to the same list', async () => {
    const people = await list('/people')
    const { page } = visit
    expect(await people.count.innerText()).toMatch(/^1–100 of \d{3,}$/)
    for (const typed of ['Ким Ир Сен', '김일성', 'KIM IR-SEN']) {
      await people.narrow(typed, '1 of 1 found')
      expect(await people.names()).toEqual(['Kim Il Sung'])
    }
    await people.narrow('ким', '1–2 of 2 found')
    expect(new URL(page.url()).searchParams.get('q')).toBe('ким')
    const matched = people.rows.first().locator('[lang=ru]')
    expect(await matched.innerText()).toBe('Ким Ир Сен')

    await people.rows.getByRole('link', { name: 'Kim Il Sung' }).click()
    await new NamePage(page).arrived('Kim Il Sung')
    await page.goBack()
    await people.count.filter({ hasText: '1–2 of 2 found' }).waitFor()
    expect(await people.filter.inputValue()).toBe('ким')
    expect(visit.faults).toEqual([])
  })

  it('writes fast and loses no letter', async () => {
    const people = await list('/people')
    await people.filter.pressSequentially('nicolae ceausescu')
    await people.count.filter({ hasText: '1 of 1 found' }).waitFor()
    expect(await people.filter.inputValue()).toBe('nicolae ceausescu')
    expect(await people.names()).toEqual(['Nicolae Ceausescu'])
  })

  it('pages through all people by name, and tells those apart whom only records name', async () => {
    const people = await list('/people')
    await visit.page.getByRole('link', { name: 'By name' }).click()
    await visit.page.waitForURL('**/people?sort=name')
    await visit.page.getByRole('link', { name: 'Page 2', exact: true }).click()
    await people.count.filter({ hasText: /^101–200 of / }).waitFor()
    const names = await people.names()
    expect(names).toHaveLength(100)
    expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare))
    const marked = people.rows.filter({ hasText: 'Known from the records only' })
    expect(await marked.count()).toBeGreaterThan(50)
    expect(await marked.count()).toBeLessThan(100)
  })

  it.each([1400, 700, 320])(
    'reads one spelling after another, no line begun by a dot, at %i pixels',
    async (width) => {
      await name('/events/axe-murder-incident', { viewport: { width, height: 900 } })
      const places = await visit.page.getByRole('region', { name: 'Names' }).evaluate((region) => {
        const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT)
        const found: number[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.textContent?.indexOf('·') ?? -1
          if (at < 0) continue
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + 1)
          const line = node.parentElement?.closest('dd')?.getBoundingClientRect().left ?? 0
          found.push(range.getBoundingClientRect().left - line)
        }
        return found
      })
      expect(places.length).toBeGreaterThan(3)
      expect(Math.min(...places)).toBeGreaterThan(12)
    },
  )

  it('is told where nothing goes by the name, and led to the documents', async () => {
    const people = await list('/people')
    await people.narrow('Aristotle', 'None found')
    const search = visit.page.getByRole('link', { name: 'search the documents' })
    expect(await search.getAttribute('href')).toBe('/documents?q=Aristotle')
    await visit.page.getByRole('link', { name: 'Show all people' }).click()
    await people.count.filter({ hasText: /^1–100 of / }).waitFor()
    expect(await people.filter.inputValue()).toBe('')
  })

  it('beyond the end of a list is led back, and not told that nothing goes by the name', async () => {
    visit = await visitSite()
    const { page } = visit
    await page.goto('/people?q=kim&offset=1000')
    await page.getByText('Nothing stands on this page of the list').waitFor()
    expect(await page.getByText('Nothing here goes by').count()).toBe(0)
    await page.getByRole('link', { name: 'Go to the first page' }).click()
    await new NameList(page).count.filter({ hasText: /^1–\d+ of \d+ found$/ }).waitFor()
    await page.goto('/people/kim-il-sung?offset=99999999')
    await page.getByText('Nothing stands on this page of the list').waitFor()
    await page.getByRole('link', { name: 'Previous' }).click()
    await new NamePage(page).documents
      .getByRole('status')
      .filter({ hasText: /^301–\d+ of / })
      .waitFor()
  })

  it('reads the events in the order of time', async () => {
    const events = await list('/events?sort=date')
    const names = await events.names()
    expect(names[0]).toBe('Division of Korea')
    expect(names.indexOf('Blue House raid')).toBeLessThan(names.indexOf('EC-121 shootdown'))
  })

  it('sees every name of a person in its language', async () => {
    const kim = await name('/people/kim-il-sung')
    const spoken = async (lang: string) => kim.names.locator(`[lang=${lang}]`).allInnerTexts()
    expect(await spoken('ko-Hang')).toEqual(['김일성'])
    expect(await spoken('ko-Hani')).toEqual(['金日成'])
    expect(await spoken('ru')).toEqual(['Ким Ир Сен'])
    expect(await spoken('ko-Latn')).toContain('Kim Il-sŏng')
    expect(await visit.page.getByRole('main').innerText()).toContain('died 8 July 1994'.toUpperCase())
  })

  it('sees when the documents speak of an event, as bars and as a table that says the same', async () => {
    const pueblo = await name('/events/uss-pueblo-seizure', { colorScheme: 'dark' })
    await pueblo.bars.first().waitFor()
    await pueblo.byYear.getByText('The same as a table').click()
    const rows = pueblo.byYear.getByRole('row')
    const counts = (await rows.allInnerTexts()).slice(1).map((row) => row.split(/\s+/).map(Number))
    const drawn = await pueblo.bars.evaluateAll(
      (bars) => bars.filter((bar) => bar.getBoundingClientRect().height > 0).length,
    )
    expect(drawn).toBe(counts.length)
    const total = counts.reduce((sum, [, count = 0]) => sum + count, 0)
    expect(await pueblo.documents.getByRole('status').innerText()).toBe(`1–25 of ${total}`)
    const year = pueblo.byYear.getByRole('link', { name: '1968' })
    expect(await year.getAttribute('href')).toBe('/documents?event=uss-pueblo-seizure&from=1968&to=1968')
    await year.click()
    const [, in1968 = 0] = counts.find(([year]) => year === 1968) ?? []
    await visit.page
      .getByRole('status')
      .filter({ hasText: `1–25 of ${in1968}` })
      .waitFor()
    expect(visit.faults).toEqual([])
  })

  it('pages through the documents of a person, follows those named with them, and goes on to search or ask', async () => {
    const kim = await name('/people/kim-il-sung')
    const { page } = visit
    await kim.documents.getByRole('link', { name: 'Page 2', exact: true }).click()
    await kim.documents
      .getByRole('status')
      .filter({ hasText: /^26–50 of \d+$/ })
      .waitFor()
    await page.reload()
    await kim.documents
      .getByRole('status')
      .filter({ hasText: /^26–50 of \d+$/ })
      .waitFor()

    await kim.together.getByRole('link', { name: 'Joseph Stalin' }).click()
    await kim.arrived('Joseph Stalin')
    expect(await kim.documents.getByRole('status').innerText()).toMatch(/^1–25 of \d+$/)
    const href = (name: string) => page.getByRole('link', { name }).getAttribute('href')
    expect(await href('Search within these')).toBe('/documents?person=joseph-stalin')
    const count = (await kim.documents.getByRole('status').innerText()).split(' of ')[1]
    expect(new URLSearchParams((await href('Ask about Joseph Stalin'))?.slice(2)).get('q')).toBe(
      'What do the documents say about Joseph Stalin?',
    )
    await page.getByRole('link', { name: 'Search within these' }).click()
    await page.getByRole('heading', { level: 1, name: 'Documents' }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: `1–25 of ${count}` })
      .waitFor()
    expect(visit.faults).toEqual([])
  })

  it('is led from another name to the one address', async () => {
    const kim = await name('/people/kim-ir-sen')
    await kim.arrived('Kim Il Sung')
    expect(new URL(visit.page.url()).pathname).toBe('/people/kim-il-sung')
  })

  it('with nothing but a keyboard filters, opens a person, opens the table, and follows a year', async () => {
    const people = await list('/people')
    const { page } = visit
    await tabTo(page, people.filter)
    await page.keyboard.type('erich honecker')
    await people.count.filter({ hasText: '1 of 1 found' }).waitFor()
    await tabTo(page, people.rows.getByRole('link').first())
    await page.keyboard.press('Enter')
    const honecker = new NamePage(page)
    await honecker.arrived('Erich Honecker')
    expect(await isFocused(page.getByRole('main'))).toBe(true)
    await tabTo(page, honecker.byYear.locator('summary'))
    await page.keyboard.press('Enter')
    await tabTo(page, honecker.byYear.getByRole('link', { name: '1984' }))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/documents?person=erich-honecker&from=1984&to=1984')
    expect(visit.faults).toEqual([])
  })

  it('on the smallest phone reaches the lists from the head of the page, and reads a name without sideways scrolling', async () => {
    visit = await visitSite(SMALLEST)
    const { page } = visit
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    await page.goto('/')
    await page.getByRole('navigation', { name: 'Archive' }).getByRole('link', { name: 'Events' }).tap()
    const events = new NameList(page)
    await events.rows.first().waitFor()
    expect(await sideways()).toBe(0)
    await events.narrow('푸에블로', '1 of 1 found')
    await events.rows.getByRole('link').first().tap()
    const pueblo = new NamePage(page)
    await pueblo.arrived('USS Pueblo seizure')
    await pueblo.bars.first().waitFor()
    await pueblo.byYear.getByText('The same as a table').tap()
    expect(await sideways()).toBe(0)
    expect(visit.faults).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('popular documents', { timeout: 60_000 }, () => {
  const visitSite = visitsToOneSite()

  it('stand on the start page, and lead to their records', async () => {
    const { page, faults } = await visitSite()
    await new ConversationPage(page).open()
    const popular = page.getByRole('region', { name: 'Popular documents' })
    await popular.getByRole('link').first().waitFor()
    expect(await popular.getByRole('link').count()).toBe(5)
    await popular.getByRole('link', { name: /Axe Murder Incident/ }).click()
    await page.getByRole('heading', { level: 1, name: /Axe Murder Incident/ }).waitFor()
    expect(faults).toEqual([])
  })

  it('stand first in a collection that has more, which can be filtered', async () => {
    const { page } = await visitSite()
    await page.goto('/collections/conversations-with-kim-il-sung')
    const popular = page.getByRole('region', { name: 'Popular documents' })
    await popular.waitFor()
    expect(await popular.getByRole('link').count()).toBe(1)
    expect(await page.getByRole('link', { name: 'Filter these documents' }).getAttribute('href')).toBe(
      '/documents?collection=conversations-with-kim-il-sung',
    )
    await page.goto('/collections/united-states-north-korea-relations')
    await page.getByText('1–5 of 5').waitFor()
    expect(await popular.count()).toBe(0)
  })
})
