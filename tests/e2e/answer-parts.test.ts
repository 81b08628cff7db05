/** What a browser shows of an answer's parts, beside a text that says something else. */
import { describe, expect, it } from 'vitest'
import { quotations, source } from '../web/exporting.ts'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { visitsToOneSite } from './visits.ts'

const QUESTION = 'What did Kim ask?'
const SOURCES = [source(1), source(2)]
const TEXT = 'The text says this.\n\nIt cites another. [2]'

describe.skipIf(!hasBrowser)('a reader of an answer in quotations', { timeout: 60_000 }, () => {
  const visitSite = visitsToOneSite()

  /** Asks a server that answers with these parts before the text. */
  async function answeredWith(...parts: readonly object[]) {
    const { page } = await visitSite()
    const chunks = [
      { type: 'start' },
      { type: 'data-writer', data: { writer: 'quotations' } },
      { type: 'data-sources', data: { sources: SOURCES } },
      ...parts,
      { type: 'text-start', id: 'text' },
      { type: 'text-delta', id: 'text', delta: TEXT },
      { type: 'text-end', id: 'text' },
      { type: 'data-outcome', data: { outcome: 'answered' } },
      { type: 'finish' },
    ]
    await page.route('**/api/chat', (route) =>
      route.fulfill({
        contentType: 'text/event-stream',
        body: [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]']
          .map((data) => `data: ${data}\n\n`)
          .join(''),
      }),
    )
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask(QUESTION)
    const answer = conversation.exchange(QUESTION)
    const shown = async () => ({
      paragraphs: await answer.locator('p').allInnerTexts(),
      cited: await conversation.cited(QUESTION),
    })
    return { page, conversation, answer, shown }
  }

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
})
