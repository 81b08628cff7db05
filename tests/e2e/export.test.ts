import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { visitsToOneSite } from './visits.ts'

const QUESTION = 'What did Erich Honecker tell Kim Il Sung in 1984?'
const NOTHING = 'What was agreed at the Singapore summit of 2018?'

describe.skipIf(!hasBrowser)('an answer is taken away', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  const asked = async (...questions: string[]) => {
    const { page, faults } = await visit()
    const conversation = new ConversationPage(page)
    await conversation.open()
    for (const question of questions) await conversation.ask(question)
    return { page, faults, conversation }
  }

  /** Opens the menu of the latest answer and takes one of its entries. */
  const take = async (page: Page, entry: string) => {
    await page.getByRole('button', { name: 'Copy or download' }).last().click()
    await page.getByRole('menuitem', { name: entry, exact: true }).click()
  }

  const downloaded = async (page: Page, entry: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), take(page, entry)])
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
  }

  it('as a Word document, whose footnotes another program reads', async () => {
    const { page, faults, conversation } = await asked(QUESTION)
    const cited = await conversation.cited(QUESTION)
    const { name, content } = await downloaded(page, 'Download Word document')
    expect(name).toBe('what-did-erich-honecker-tell-kim-il-sung-in-1984.docx')
    const { value: html } = await mammoth.convertToHtml({ buffer: content })
    expect(html).toContain(`<h1>${QUESTION}</h1>`)
    const notes = html.match(/<li id="footnote-\d+">/g) ?? []
    expect(notes.length).toBeGreaterThan(0)
    expect(notes.length).toBeLessThanOrEqual(cited.length)
    expect(html).toMatch(/<li id="footnote-1">.*Wilson Center Digital Archive/)
    expect(html.replaceAll(/<sup>.*?<\/sup>/g, '')).not.toMatch(/\[\d+\]/)
    expect(faults).toEqual([])
  })

  it('as Markdown, with as many notes as references to them', async () => {
    const { page } = await asked(QUESTION)
    const { name, content } = await downloaded(page, 'Download Markdown')
    expect(name).toMatch(/\.md$/)
    const written = content.toString('utf8')
    const references = new Set(written.match(/\[\^\d+\](?!:)/g))
    const notes = new Set(written.match(/^\[\^\d+\](?=:)/gm))
    expect(references.size).toBeGreaterThan(0)
    expect(notes).toEqual(references)
  })

  it('in the style that is chosen', async () => {
    const { page } = await asked(QUESTION)
    await page.getByRole('button', { name: 'Copy or download' }).click()
    await page.getByRole('menuitemradio', { name: 'APA' }).click()
    await page.getByRole('menuitem', { name: 'Copy as Markdown' }).click()
    await page.getByText('Copied', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^\[\^1\]: .*\(1984, /m)
  })

  it('as none, where it is none', async () => {
    const { page } = await asked(NOTHING)
    await take(page, 'Copy as text')
    await page.getByText('Copied', { exact: true }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      'The archive holds no answer to this question.',
    )
  })

  it('with the whole conversation in one file', async () => {
    const { page } = await asked(QUESTION, NOTHING)
    const { content } = await downloaded(page, 'Download all as Markdown')
    expect(content.toString('utf8').match(/^# .*/gm)).toEqual([`# ${QUESTION}`, `# ${NOTHING}`])
  })

  it('on paper, with notes and without what only a screen can use', async () => {
    const { page } = await asked(QUESTION)
    await page.evaluate(() => {
      window.print = () => window.dispatchEvent(new Event('beforeprint'))
    })
    await take(page, 'Print')
    await page.emulateMedia({ media: 'print' })
    const leaf = page.locator('[data-for-print]')
    await leaf.waitFor()
    expect(await leaf.innerText()).toContain(QUESTION)
    expect(await leaf.getByRole('heading', { name: 'Notes' }).isVisible()).toBe(true)
    expect(await page.locator('#root').isVisible()).toBe(false)
  })
})

describe.skipIf(!hasBrowser)('the sources of an answer', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it.each([1440, 390])(
    'are cards, a list by date, or a line of time, at %i pixels, by keyboard',
    async (width) => {
      const { page, faults } = await visit({ viewport: { width, height: 900 } })
      const conversation = new ConversationPage(page)
      await conversation.open()
      await conversation.ask(QUESTION)
      const cards = await conversation.cards.count()
      await conversation.sources.getByRole('radio', { name: 'Cards' }).focus()
      await page.keyboard.press('ArrowRight')
      const rows = conversation.sources.locator('ol > li')
      expect(await conversation.cards.count()).toBe(0)
      expect(await rows.count()).toBe(cards)
      const years = (await rows.allInnerTexts()).map((text) => Number(/\b(?:19|20)\d\d\b/.exec(text)?.[0]))
      expect(years).toEqual(years.toSorted((a, b) => a - b))

      // A number in the text still leads to its card.
      await conversation.citation(QUESTION, 1).click()
      expect(await conversation.card(1).evaluate((card) => card === document.activeElement)).toBe(true)

      await conversation.sources.getByText('Timeline', { exact: true }).click()
      const mark = conversation.sources.getByRole('button', { name: /^Source 1, / })
      await mark.focus()
      await page.keyboard.press('Enter')
      expect(await conversation.card(1).evaluate((card) => card === document.activeElement)).toBe(true)

      await page.reload()
      await conversation.answered(QUESTION)
      expect(await conversation.sources.getByRole('radio', { name: 'Timeline' }).isChecked()).toBe(true)
      expect(faults).toEqual([])
    },
  )
})
