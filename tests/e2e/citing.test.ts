import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { MySourcesPage } from './pages/my-sources.ts'
import { visitsToOneSite } from './visits.ts'

const LETTER = '/documents/1969-06-10-letter-from-president-nixon-to-korean-president-park'
const NOTE =
  '“Letter From President Nixon to Korean President Park,” in Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972, Document 25, June 10, 1969, https://history.state.gov/historicaldocuments/frus1969-76v19p1/d25.'

describe.skipIf(!hasBrowser)('someone who cites', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it('copies a Chicago note from a document’s page and pastes it, with its italics where there are any', async () => {
    const { page, faults } = await visit()
    const mine = new MySourcesPage(page)
    await page.goto(LETTER)
    await page.getByRole('button', { name: 'Copy citation' }).click()
    await page.getByRole('status').filter({ hasText: 'The citation is copied, in Chicago, note.' }).waitFor()
    const { text, html } = await mine.clipboard()
    expect(text).toBe(NOTE)
    expect(html).toContain('<i>Foreign Relations of the United States, 1969–1976,')
    await page.goto('/')
    const { field } = new ConversationPage(page)
    await field.press('ControlOrMeta+v')
    expect(await field.inputValue()).toBe(NOTE)
    expect(faults).toEqual([])
  })

  it('finds the style as it was chosen, and takes BibTeX as a file', async () => {
    const { page } = await visit()
    await page.goto(LETTER)
    await new MySourcesPage(page).chooseStyle('BibTeX')
    await page.getByText('@inbook').waitFor()
    await page.reload()
    await page.getByText('@inbook').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download BibTeX' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^1969-06-10-letter.*\.bib$/)
    expect(await readFile(await download.path(), 'utf8')).toMatch(/^@inbook\{1969-06-10-letter/)
  })

  it('cites a source beside an answer', async () => {
    const { page, faults } = await visit()
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask('What did Erich Honecker tell Kim Il Sung in 1984?')
    const card = conversation.card(1)
    await card.getByRole('button', { name: /^Cite/ }).click()
    await card.locator('[data-citation]').waitFor()
    await card.getByRole('button', { name: /^Add to my sources/ }).click()
    await card.getByRole('button', { name: /^In my sources/ }).waitFor()
    await page.getByRole('link', { name: 'My sources 1' }).waitFor()
    expect(faults).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('my sources', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it('survive a reload, and follow what another tab does', async () => {
    const { page } = await visit()
    const mine = new MySourcesPage(page)
    await mine.addFirst(3)
    await mine.open()
    await mine.entries.nth(2).waitFor()
    await page.reload()
    await mine.entries.nth(2).waitFor()
    const other = await page.context().newPage()
    await other.goto('/my-sources')
    await other.getByRole('button', { name: 'Clear the list' }).click()
    await page.getByText('Nothing is here yet.').waitFor()
  })

  it('come back when their removal is undone', async () => {
    const { page, faults } = await visit()
    const mine = new MySourcesPage(page)
    await mine.addFirst(2)
    await mine.open()
    const titles = () => mine.rows.getByRole('heading').allInnerTexts()
    await mine.rows.nth(1).waitFor()
    const before = await titles()
    await mine.rows
      .first()
      .getByRole('button', { name: /^Remove/ })
      .click()
    await page.getByText(`Removed: ${before[0]}`).waitFor()
    expect(await titles()).toEqual(before.slice(1))
    await page.keyboard.press('Enter')
    await mine.rows.nth(1).waitFor()
    expect(await titles()).toEqual(before)
    await page.getByRole('button', { name: 'Clear the list' }).click()
    await page.getByText('Nothing is here yet.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await mine.rows.nth(1).waitFor()
    expect(faults).toEqual([])
  })

  it('sort by title and date, change their style, and leave as one ZIP archive', async () => {
    const { page } = await visit()
    const mine = new MySourcesPage(page)
    await mine.addFirst(3)
    await mine.open()
    await page.getByRole('link', { name: 'By title' }).click()
    await page.waitForURL('**/my-sources?sort=title')
    await mine.rows.nth(2).waitFor()
    const titles = await mine.rows.getByRole('heading').allInnerTexts()
    expect(titles).toEqual(titles.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })))
    await mine.chooseStyle('APA')
    await mine.entries.filter({ hasText: '(1945, December' }).first().waitFor()
    await page.getByRole('button', { name: 'Copy all' }).click()
    await page.getByRole('status').filter({ hasText: '3 citations are copied, in APA.' }).waitFor()
    expect((await mine.clipboard()).text.split('\n')).toHaveLength(3)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download All in one ZIP' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('my-sources.zip')
  })

  it('work on where the browser keeps nothing, and the page says so', async () => {
    const { page } = await visit()
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('off', 'SecurityError')
      }
      Storage.prototype.getItem = refuse
      Storage.prototype.setItem = refuse
    })
    const mine = new MySourcesPage(page)
    await mine.addFirst(1)
    await mine.open()
    await mine.entries.first().waitFor()
    await page.getByText('The browser keeps nothing for this page').waitFor()
  })

  it.each([1440, 390, 320])('at %i pixels: axe finds nothing, with sources and without', async (width) => {
    const { page, faults } = await visit({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const mine = new MySourcesPage(page)
    await page.goto('/my-sources')
    const faultless = async () => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await accessibilityFaults(page), colorScheme).toEqual([])
      }
      const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      expect(await page.evaluate(sideways)).toBe(0)
    }
    await page.getByText('Nothing is here yet.').waitFor()
    await faultless()
    await mine.addFirst(3)
    await mine.open()
    await mine.entries.nth(2).waitFor()
    await faultless()
    await mine.chooseStyle('RIS')
    await page.getByText('TY - GEN').first().waitFor()
    await faultless()
    expect(faults).toEqual([])
  })

  it('print as a bibliography, without what only a screen can use', async () => {
    const { page } = await visit()
    const mine = new MySourcesPage(page)
    await mine.addFirst(2)
    await mine.open()
    await mine.entries.nth(1).waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await mine.entries.first().isVisible()).toBe(true)
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByLabel('Style').isVisible()).toBe(false)
  })
})
