import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasBrowser, launch, openPage, type Site, startSite } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'

describe.skipIf(!hasBrowser)('a conversation in the browser', () => {
  let site: Site
  let browser: Browser
  let page: Page
  let faults: string[]
  let close: () => Promise<void>
  let conversation: ConversationPage

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite(), launch()])
  }, 150_000)
  afterAll(async () => {
    await browser?.close()
    site?.program.process.kill('SIGTERM')
    await site?.program.ended
  })
  const openWith = async (options: Parameters<typeof openPage>[2] = {}) => {
    ;({ page, faults, close } = await openPage(browser, site, options))
    conversation = new ConversationPage(page)
    await conversation.open()
  }
  beforeEach(() => openWith())
  afterEach(async () => {
    expect(faults).toEqual([])
    await close()
  })

  it('begins with five questions to choose from, and answers the one that is chosen', async () => {
    await conversation.examples.first().waitFor()
    expect(await conversation.examples.count()).toBe(5)
    const question = await conversation.examples.nth(1).innerText()
    await conversation.examples.nth(1).click()
    await conversation.answered()
    expect(await conversation.answer()).toContain(question)
    expect(await conversation.citations.count()).toBeGreaterThan(0)
  })

  it('answers two questions, leads from a citation to its card and its document, and survives a reload', async () => {
    await conversation.ask('What did Honecker and Kim Il Sung talk about in 1984?')
    expect(await conversation.understood()).toEqual(expect.arrayContaining([expect.stringContaining('1984')]))
    await conversation.ask('and in 1986?')
    expect(await conversation.answer()).toMatch(/1986/)
    expect(await conversation.understood()).toEqual(
      expect.arrayContaining([expect.stringContaining('Erich Honecker'), expect.stringContaining('1986')]),
    )

    const citation = conversation.citations.first()
    await citation.hover()
    await page.getByText('“').last().waitFor()
    const [n, label] = [
      await citation.getAttribute('data-cite'),
      (await citation.getAttribute('aria-label')) ?? '',
    ]
    await citation.click()
    const card = conversation.cards.filter({ has: page.getByText(`Source ${n}`, { exact: true }) })
    expect(await card.evaluate((element) => element === document.activeElement)).toBe(true)
    const marked = (await card.locator('mark').allInnerTexts()).join(' ')
    expect(marked).not.toBe('')
    for (const words of marked.split('. ').slice(0, 1)) expect(await conversation.answer()).toContain(words)

    const title = await card.getByRole('heading').innerText()
    expect(label).toContain(title)
    await card.getByRole('heading').getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/^\/documents\/[a-z0-9-]+$/)

    await page.goBack()
    await conversation.latest.waitFor()
    await page.reload()
    await conversation.latest.waitFor()
    expect(await page.locator('[data-exchange]').count()).toBe(2)
    expect(await conversation.answer()).toMatch(/and in 1986/)
    expect(await conversation.citations.count()).toBeGreaterThan(0)
  })

  it('searches again without what the reader takes back, and with it once it is put back', async () => {
    await conversation.ask('What did Kim Il Sung say about China in 1984?')
    const bounded = await conversation.answer()
    await conversation.searchWithout('1984')
    expect(await conversation.answer()).not.toBe(bounded)
    expect(await conversation.understood()).not.toEqual(
      expect.arrayContaining([expect.stringContaining('1984')]),
    )
    await page.getByRole('button', { name: 'Put back' }).click()
    await page.getByRole('button', { name: 'Search without 1984' }).waitFor()
    await conversation.answered()
    expect(await conversation.answer()).toBe(bounded)
  })

  it('says when the archive has nothing, and shows the nearest documents as such', async () => {
    await conversation.ask('What did Trump and Kim Jong Un agree on in Singapore in 2018?')
    expect(await conversation.answer()).toMatch(/holds no answer.*No document here is later than 2000/)
    expect(await conversation.citations.count()).toBe(0)
    await conversation.sources.getByText('Near, but not an answer').waitFor()
    expect(await conversation.cards.locator('mark').count()).toBe(0)
  })

  it('can be held by keyboard alone', async () => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Skip/)
    await conversation.field.focus()
    await page.keyboard.type('How did the Pueblo crisis end?')
    await page.keyboard.press('Enter')
    await conversation.answered()
    const cite = conversation.citations.first()
    await conversation.field.focus()
    for (
      let step = 0;
      step < 60 && !(await cite.evaluate((element) => element === document.activeElement));
      step += 1
    )
      await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.tagName === 'ARTICLE')
    await conversation.cards
      .first()
      .getByRole('button', { name: /In the text/ })
      .focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.hasAttribute('data-cite'))
  })

  it('tells a screen reader of the finished answer, and of a copy', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await conversation.ask('UNCURK dissolution')
    expect(await conversation.announced.innerText()).toMatch(/speak.* to this.* sources?\.$/s)
    await conversation.latest.getByRole('button', { name: /^Copy/ }).click()
    await page.getByText('The answer is copied.').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\[1\]/)
  })

  it('fits a phone: nothing is wider than 320 pixels, and a citation opens its card', async () => {
    await close()
    await openWith({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true })
    await conversation.ask(
      'How did Washington weigh military retaliation against North Korea in the late 1960s?',
    )
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
    await conversation.citations.first().tap()
    await page.waitForFunction(() => document.activeElement?.tagName === 'ARTICLE')
  })

  it('keeps the question when the server does not answer, and goes on once it does', async () => {
    await page.route('**/api/chat', (route) => route.abort())
    await conversation.field.fill('UNCURK dissolution')
    await conversation.field.press('Enter')
    await page.getByText('No answer came').waitFor()
    faults.splice(0)
    await page.unroute('**/api/chat')
    await page.getByRole('button', { name: /again/i }).click()
    await conversation.answered()
    expect(await conversation.citations.count()).toBeGreaterThan(0)
  })
})
