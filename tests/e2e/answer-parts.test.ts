/** What a browser shows of an answer's parts, beside a text that says something else. */
import type { BrowserContextOptions, Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../server/contract/chat-enums.ts'
import type { Source } from '../../server/contract/chat-message.ts'
import { type ChatRequest, chatRequestSchema } from '../../server/contract/chat-request.ts'
import type { Quotations } from '../../server/contract/quotations.ts'
import { quotations, source } from '../web/exporting.ts'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { isFocused } from './pages/keyboard.ts'
import { visitsToOneSite } from './visits.ts'

const QUESTION = 'What did Kim ask?'
const SOURCES = [source(1), source(2)]
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
const TEXT = 'The text says this.\n\nIt cites another. [2]'

describe.skipIf(!hasBrowser)('a reader of an answer in quotations', { timeout: 60_000 }, () => {
  const visitSite = visitsToOneSite()

  /** Has the questions answered with what is made of each request, and nothing asked of the server. */
  async function answersFrom(
    answer: (request: ChatRequest) => {
      sources: readonly Source[]
      parts: readonly object[]
      outcome: Outcome
    },
    options?: BrowserContextOptions,
  ) {
    const { page, faults } = await visitSite(options)
    await page.route('**/api/chat', (route) => {
      const { sources, parts, outcome } = answer(chatRequestSchema.parse(route.request().postDataJSON()))
      const chunks = [
        { type: 'start' },
        { type: 'data-writer', data: { writer: 'quotations' } },
        { type: 'data-sources', data: { sources } },
        ...parts,
        { type: 'text-start', id: 'text' },
        { type: 'text-delta', id: 'text', delta: TEXT },
        { type: 'text-end', id: 'text' },
        { type: 'data-outcome', data: { outcome } },
        { type: 'finish' },
      ]
      return route.fulfill({
        contentType: 'text/event-stream',
        body: [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
          .map((data) => `data: ${data}\n\n`)
          .join(''),
      })
    })
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask(QUESTION)
    return { page, faults, conversation, answer: conversation.exchange(QUESTION) }
  }

  /** Asks a server that answers with these parts before the text. */
  async function answeredWith(...parts: readonly object[]) {
    const asked = await answersFrom(() => ({ sources: SOURCES, parts, outcome: 'answered' }))
    const shown = async () => ({
      paragraphs: await asked.answer.locator('p').allInnerTexts(),
      cited: await asked.conversation.cited(QUESTION),
    })
    return { ...asked, shown }
  }

  const part = (data: Quotations) => ({ type: 'data-quotations', id: 'quotations', data })

  it('sees the part, and the same after a reload, whatever the text says', async () => {
    const { page, conversation, answer, shown } = await answeredWith({
      type: 'data-quotations',
      id: 'quotations',
      data: quotations([source(1)]),
    })
    const seen = await shown()
    expect(seen.paragraphs[0]).toBe('One document.')
    expect(seen.paragraphs[1]).toMatch(/^A telegram of 13 October 1950: Kim asks\.\s*1$/)
    expect(seen.cited).toEqual([1])
    expect(await answer.locator('p .italic').allInnerTexts()).toEqual(['A telegram of 13 October 1950: '])
    expect(await page.getByRole('log', { name: 'Answers' }).innerText()).toMatch(/^One document\. A telegram/)
    await page.reload()
    await conversation.answered(QUESTION)
    expect(await shown()).toEqual(seen)
  })

  it('sees the text with its citations where there is no part, or one that the page does not know', async () => {
    const future = { type: 'data-quotations', id: 'quotations', data: { version: 2, blocks: [] } }
    for (const parts of [[], [future]]) {
      const { page, conversation, shown } = await answeredWith(...parts)
      const seen = await shown()
      expect(seen.paragraphs.slice(0, 2)).toEqual([
        'The text says this.',
        expect.stringMatching(/^It cites another\.\s*2$/),
      ])
      expect(seen.cited).toEqual([2])
      await page.reload()
      await conversation.answered(QUESTION)
      expect(await shown()).toEqual(seen)
    }
  })

  it('sees sides under headings, and what comes no more than near marked as such', async () => {
    const [group] = quotations([source(1)]).groups
    const groups = [
      { heading: 'Moscow', paragraphs: group?.paragraphs ?? [] },
      { heading: 'Beijing', note: 'No document here speaks to this side.', paragraphs: [] },
    ]
    const headed = await answeredWith(part(quotations([source(1)], { groups })))
    expect(await headed.answer.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Moscow',
      'Beijing',
    ])
    expect(await accessibilityFaults(headed.page)).toEqual([])

    const near: Quotations = { ...quotations([source(1)]), outcome: 'near' }
    near.opening.text = 'No document here says this outright. Nearest:'
    const { page, conversation, answer } = await answersFrom(() => ({
      sources: SOURCES,
      parts: [part(near)],
      outcome: 'near',
    }))
    const [opening, quotation] = [answer.locator('p').nth(0), answer.locator('p').nth(1)]
    expect(await opening.innerText()).toBe('No document here says this outright. Nearest:')
    const border = (one: Locator) => one.evaluate((node) => getComputedStyle(node).borderLeftStyle)
    expect([await border(opening), await border(quotation)]).toEqual(['solid', 'dashed'])
    expect(await conversation.sources.getByRole('heading', { level: 2 }).innerText()).toBe(
      'The 2 nearest sources',
    )
    await expect
      .poll(() => page.getByRole('log', { name: 'Answers' }).innerText())
      .toMatch(/^No document here says this outright\. Nearest: .* The 2 nearest sources\.$/)
  })

  it('gets a reply about the archive itself without sources, by eye and by ear', async () => {
    const texts = ['This archive holds 913 records.']
    const about = part({ version: 1, outcome: 'about-the-archive', texts })
    const outcome = 'about-the-archive'
    const { page, conversation } = await answersFrom(() => ({ sources: [], parts: [about], outcome }))
    expect(await conversation.sources.innerText()).toBe(
      'Sources\n\nThis reply is about the archive itself, and cites no document.',
    )
    await expect.poll(() => page.getByRole('log', { name: 'Answers' }).innerText()).toBe(texts[0])
    const phone = await answersFrom(() => ({ sources: [], parts: [about], outcome }), PHONE)
    expect(await phone.page.locator('[data-sources]').count()).toBe(0)
  })

  it.each([
    ['beside the answer', {}],
    ['below it', PHONE],
  ])(
    'has one document left out and another quoted, with cards %s, and lets the program decide again',
    async (_, options) => {
      const READ = [
        { ...source(1, { summary: 'Kim asks.' }), reading: 'answers' as const },
        { ...source(2, { summary: 'Kim asks.' }), reading: 'answers' as const },
        { ...source(3, { summary: 'Kim asks.' }), reading: 'near' as const },
      ]
      const { page, faults, conversation } = await answersFrom(({ quote, leaveOut }) => {
        const used = READ.filter(
          ({ reading, document: { id } }) =>
            (reading === 'answers' && !leaveOut.includes(id)) || quote.includes(id),
        )
        // What is quoted comes first.
        const sources = [...used, ...READ.filter((one) => !used.includes(one))].map((one, i) => ({
          ...one,
          n: i + 1,
        }))
        return { sources, parts: [part(quotations(sources.slice(0, used.length)))], outcome: 'answered' }
      }, options)
      const card = (n: number) =>
        conversation.cards.filter({ has: page.getByRole('heading', { name: `Telegram ${n} to Stalin` }) })
      const says = (n: number, words: string) =>
        card(n).getByText(`To the question: ${words}`, { exact: true }).waitFor({ state: 'attached' })
      const press = async (n: number, name: string) => {
        await card(n)
          .getByRole('button', { name: new RegExp(`^${name}.*Telegram ${n}`) })
          .press('Enter')
        await conversation.answered(QUESTION)
      }
      await says(2, 'Answers')
      await says(3, 'Near, not quoted')

      await press(1, 'Leave this one out')
      await says(1, 'Answers, left out as you chose')
      // The button is gone, and the card stands in another place.
      expect(await isFocused(card(1))).toBe(true)
      await press(3, 'Quote this one too')
      await says(3, 'Near, quoted as you chose')
      await says(1, 'Answers, left out as you chose')
      expect(await isFocused(card(3))).toBe(true)
      expect(await conversation.cited(QUESTION)).toEqual([1, 2])
      expect(await accessibilityFaults(page)).toEqual([])

      await page.reload()
      await conversation.answered(QUESTION)
      await says(3, 'Near, quoted as you chose')
      await press(3, 'Undo your choice')
      await says(3, 'Near, not quoted')
      await press(3, 'Quote this one too')
      await conversation.sources.getByRole('button', { name: 'Let the program decide again' }).press('Enter')
      await says(3, 'Near, not quoted')
      await says(1, 'Answers')
      await conversation.answered(QUESTION)
      expect(await conversation.sources.evaluate((node) => node.contains(document.activeElement))).toBe(true)
      expect(faults).toEqual([])
    },
  )
})
