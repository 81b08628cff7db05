import { describe, expect, it } from 'vitest'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { DocumentPage } from './pages/document.ts'
import { isFocused, tabTo } from './pages/keyboard.ts'
import { visitsToOneSite } from './visits.ts'

const QUESTION = 'What did Erich Honecker tell Kim Il Sung in 1984?'

describe.skipIf(!hasBrowser)('a reader with nothing but a keyboard', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it('asks, reaches a citation, its card, its document and the text again, and takes back what was understood', async () => {
    const { page, faults } = await visit()
    const { keyboard } = page
    const conversation = new ConversationPage(page)
    await conversation.open()

    await tabTo(page, conversation.field)
    await keyboard.type(QUESTION)
    await keyboard.press('Enter')
    await conversation.answered(QUESTION)
    expect(await isFocused(conversation.field)).toBe(true)

    const citation = conversation.citation(QUESTION, 2)
    await tabTo(page, citation, 'Shift+Tab')
    expect(await citation.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid')
    await keyboard.press('Enter')
    const card = conversation.card(2)
    expect(await isFocused(card)).toBe(true)

    await tabTo(page, card.getByRole('button', { name: 'In the text at source 2' }))
    await keyboard.press('Enter')
    expect(await isFocused(citation)).toBe(true)

    await keyboard.press('Enter')
    const link = card.getByRole('heading').getByRole('link')
    await tabTo(page, link)
    const title = await link.innerText()
    await keyboard.press('Enter')
    const record = new DocumentPage(page)
    await record.arrived()
    expect(await record.title.innerText()).toBe(title)
    expect(await isFocused(page.getByRole('main'))).toBe(true)
    await page.goBack()
    await conversation.answered(QUESTION)

    const chip = conversation.understood.getByRole('button', { name: 'Search without 1984' })
    await tabTo(page, chip)
    await keyboard.press('Enter')
    const putBack = conversation.understood.getByRole('button', { name: 'Put back 1984' })
    await putBack.waitFor()
    // The button that was pressed is gone; the reader stands where it was.
    expect(await isFocused(conversation.understood)).toBe(true)
    await conversation.answered(QUESTION)
    await tabTo(page, putBack)
    await keyboard.press('Enter')
    await chip.waitFor()
    expect(faults).toEqual([])
  })

  it('skips what stands above every page', async () => {
    const { page } = await visit()
    await page.goto('/documents')
    await page.getByRole('list').first().waitFor()
    await page.keyboard.press('Tab')
    expect(await isFocused(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await isFocused(page.getByRole('main'))).toBe(true)
  })
})
