import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { ExportMenu } from './pages/export-menu.ts'
import { visitsToOneSite } from './visits.ts'

const HONECKER = 'What did Erich Honecker tell Kim Il Sung in 1984?'
const SOVIETS = 'And what about the Soviets?'
const SINGAPORE = 'What was agreed at the Singapore summit of 2018?'
const MARKER = /\[\d+\]/

describe.skipIf(!hasBrowser)('a reader who takes answers away', { timeout: 90_000 }, () => {
  const visitSite = visitsToOneSite()
  let visit: Visit

  async function asked(...questions: string[]): Promise<[ConversationPage, ExportMenu]> {
    visit = await visitSite()
    const conversation = new ConversationPage(visit.page)
    await conversation.open()
    for (const question of questions) await conversation.ask(question)
    const last = conversation.exchange(questions.at(-1) ?? '')
    return [conversation, new ExportMenu(visit.page, last)]
  }

  it('copies an answer with its sources, and hears that it is copied', async () => {
    const [, menu] = await asked(HONECKER)
    await menu.choose('Copy as text')
    await menu.says('Copied')
    const copied = await visit.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(/\[1\][\s\S]*\n\nSources\n\[1\] “/)
    expect(visit.faults).toEqual([])
  })

  it('gets a Word document whose footnotes another program reads', async () => {
    const [conversation, menu] = await asked(HONECKER)
    const { name, content } = await menu.download('Download Word document')
    await menu.says('The Word document is in your downloads')
    expect(name).toBe('what-did-erich-honecker-tell-kim-il-sung-in-1984.docx')

    const text = (await mammoth.extractRawText({ buffer: content })).value
    expect(text.startsWith(HONECKER)).toBe(true)
    expect(text).not.toMatch(MARKER)
    const html = (await mammoth.convertToHtml({ buffer: content })).value
    const notes = [...html.matchAll(/<li id="footnote-\d+"><p>(.*?)<\/p><\/li>/g)].map(([, note]) => note)
    const cited = await conversation.cited(HONECKER)
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.length).toBeLessThanOrEqual(cited.length)
    // Chicago: the month comes first, and the publisher is among the rest of the note.
    expect(notes[0]).toMatch(/“.*Honecker.*,” (?:May|June) \d+, 1984, .*Wilson Center Digital Archive/)
    expect([...html.matchAll(/id="footnote-ref-\d+"/g)].length).toBe(notes.length)
    expect(html).toContain('<h2>Sources</h2>')
    expect(visit.faults).toEqual([])
  })

  it('gets the whole conversation as Markdown in the style of citing that was chosen, which is kept', async () => {
    const [, menu] = await asked(HONECKER, SOVIETS)
    await menu.footnotesAsIn('MLA')
    const { name, content } = await menu.download('Download all as Markdown')
    const text = content.toString('utf8')
    expect(name).toMatch(/^what-did-erich-honecker.*\.md$/)
    expect(text).toContain(`# ${HONECKER}\n`)
    expect(text).toContain(`# ${SOVIETS}\n`)
    expect(text).not.toMatch(MARKER)
    const used = new Set([...text.matchAll(/[^\n]\[\^(\d+)\]/g)].map(([, number]) => number))
    const defined = [...text.matchAll(/^\[\^(\d+)\]: ./gm)].map(([, number]) => number)
    expect(defined).toEqual([...used])
    expect(text).toMatch(/^\[\^1\]: “.*\.” .*\*Wilson Center Digital Archive\*/m)

    await visit.page.reload()
    await menu.trigger.click()
    const mla = visit.page.getByRole('menuitemradio', { name: 'MLA' })
    expect(await mla.getAttribute('aria-checked')).toBe('true')
    expect(await accessibilityFaults(visit.page)).toEqual([])
    expect(visit.faults).toEqual([])
  })

  it('still gets footnotes where the server formats none', async () => {
    const [, menu] = await asked(HONECKER)
    await visit.page.route('**/api/citations', (route) => route.abort())
    const { content } = await menu.download('Download Markdown')
    expect(content.toString('utf8')).toMatch(/^\[\^1\]: “.*Honecker.*,” \d+ (?:May|June) 1984\. Wilson/m)
  })

  it('takes an answer that is none away as such', async () => {
    const [, menu] = await asked(SINGAPORE)
    const { content } = await menu.download('Download Word document')
    const text = (await mammoth.extractRawText({ buffer: content })).value
    expect(text).toContain('The archive holds no answer to this question.')
    expect(text).toContain('merely near')
    expect(text).toContain('Near, but not an answer')
    expect((await mammoth.convertToHtml({ buffer: content })).value).not.toContain('footnote')
  })

  it('prints one answer with its notes, and nothing of the page around it', async () => {
    const [, menu] = await asked(HONECKER, SOVIETS)
    // Headless, there is no dialog: the browser says what it says before one.
    await visit.page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event('beforeprint'))
    })
    await menu.choose('Print')
    const printed = visit.page.locator('[data-for-print]')
    await printed.waitFor({ state: 'attached' })
    await visit.page.emulateMedia({ media: 'print' })
    const seen = await visit.page.locator('body').innerText()
    expect(seen).toContain(SOVIETS)
    expect(seen).not.toContain(HONECKER)
    expect(seen).toMatch(/Notes\s+1\.\s+“/)
    for (const chrome of ['Collections', 'Copy or download', 'Ask next', 'Cite'])
      expect(seen).not.toContain(chrome)

    await visit.page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await visit.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await visit.page.locator('body').innerText()).toContain(HONECKER)
    expect(visit.faults).toEqual([])
  })

  it('does it by keyboard', async () => {
    const [, menu] = await asked(HONECKER)
    const { keyboard } = visit.page
    await menu.trigger.focus()
    await keyboard.press('Enter')
    await menu.focused('Copy as text')
    await keyboard.press('ArrowDown')
    await menu.focused('Copy as Markdown')
    await keyboard.press('Enter')
    await menu.says('Copied')
    expect(await visit.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# What did/)
    expect(await menu.trigger.evaluate((node) => node === document.activeElement)).toBe(true)
  })
})

describe.skipIf(!hasBrowser)('a reader who looks at the sources of an answer', { timeout: 60_000 }, () => {
  const visitSite = visitsToOneSite()

  it('sees them by date and on a timeline by keyboard, goes from a mark to its card, and finds the view again', async () => {
    const { page, faults } = await visitSite()
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask(HONECKER)
    const count = await conversation.cards.count()
    await page.getByRole('radio', { name: 'Cards' }).focus()
    await page.keyboard.press('ArrowRight')
    const rows = conversation.sources.locator('ol > li')
    await expect.poll(() => conversation.cards.count()).toBe(0)
    expect(await rows.count()).toBe(count)
    const dates = (await rows.allInnerTexts()).map((text) => Number(/\b(?:19|20)\d\d\b/.exec(text)?.[0]))
    expect(dates).toEqual(dates.toSorted((a, b) => a - b))
    expect(await accessibilityFaults(page)).toEqual([])

    await page.keyboard.press('ArrowRight')
    const marks = conversation.sources.getByRole('button', { name: /^Source \d+: \d.*1984/ })
    await expect.poll(() => marks.count()).toBe(count)
    expect(await accessibilityFaults(page)).toEqual([])
    const name = await marks.nth(2).getAttribute('aria-label')
    const number = /^Source (\d+)/.exec(name ?? '')?.[1]
    await marks.nth(2).focus()
    await page.keyboard.press('Enter')
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('p')?.textContent)
    await expect.poll(focused).toBe(`Source ${number}`)

    await page.reload()
    await conversation.answered(HONECKER)
    expect(await page.getByRole('radio', { name: 'Timeline' }).isChecked()).toBe(true)
    expect(faults).toEqual([])
  })

  it('follows a number to its card, from the text or from the list by date', async () => {
    const { page } = await visitSite({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask(HONECKER)
    const focused = () => conversation.card(1).evaluate((node) => node === document.activeElement)
    const byDate = page.getByRole('radio', { name: 'By date' })
    await byDate.check()
    expect(await accessibilityFaults(page)).toEqual([])
    await conversation.citation(HONECKER, 1).click()
    await expect.poll(focused).toBe(true)

    await byDate.check()
    await conversation.sources.getByRole('button', { name: 'Card of source 1', exact: true }).click()
    await expect.poll(focused).toBe(true)
    await expect.poll(() => conversation.card(1).getAttribute('data-selected')).toBe('true')
  })
})
