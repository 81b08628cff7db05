import type { BrowserContextOptions } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { DocumentPage } from './pages/document.ts'
import { visitsToOneSite } from './visits.ts'

const HONECKER = 'What did Erich Honecker tell Kim Il Sung in 1984?'
const SOVIETS = 'And what about the Soviets?'
const SINGAPORE = 'What was agreed at the Singapore summit of 2018?'
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
}

describe.skipIf(!hasBrowser)('a reader in a browser', { timeout: 60_000 }, () => {
  const visitSite = visitsToOneSite()
  let visit: Visit

  async function arrive(options?: BrowserContextOptions): Promise<ConversationPage> {
    visit = await visitSite(options)
    const conversation = new ConversationPage(visit.page)
    await conversation.open()
    return conversation
  }

  it('begins with one of five questions, and has it answered', async () => {
    const conversation = await arrive()
    await conversation.examples.first().waitFor()
    expect(await conversation.examples.count()).toBe(5)
    const question = await conversation.examples.nth(1).innerText()
    await conversation.examples.nth(1).click()
    await conversation.answered(question)
    expect((await conversation.cited(question)).length).toBeGreaterThan(0)
    expect(visit.faults).toEqual([])
  })

  it('asks, asks on, follows a citation to its card and its document, goes back, reloads, and finds all as it was', async () => {
    const conversation = await arrive()
    const { page } = visit
    await conversation.ask(HONECKER)
    const numbers = await conversation.cited(HONECKER)
    expect(numbers.length).toBeGreaterThan(0)
    expect(await conversation.cards.count()).toBeGreaterThanOrEqual(Math.max(...numbers))
    expect(await conversation.chips()).toEqual([
      'Person: Erich Honecker',
      'Person: Kim Il Sung',
      'Time: 1984',
    ])

    await conversation.ask(SOVIETS)
    expect(await conversation.chips()).toContain('Person: Kim Il Sung from before')
    expect(await conversation.understood.innerText()).toContain(`Taken as going on from: “${HONECKER}”`)

    const [first = 0] = await conversation.cited(SOVIETS)
    await conversation.citation(SOVIETS, first).click()
    const card = conversation.card(first)
    await expect.poll(() => card.evaluate((node) => node === document.activeElement)).toBe(true)
    const quoted = await card.locator('mark').first().innerText()
    expect(await conversation.exchange(SOVIETS).innerText()).toContain(quoted.slice(0, 60))

    const link = card.getByRole('heading').getByRole('link')
    const title = await link.innerText()
    await link.click()
    const record = new DocumentPage(page)
    await record.arrived()
    expect(await record.title.innerText()).toBe(title)
    expect(await record.summary.innerText()).toContain(quoted.slice(0, 60))
    expect(await page.title()).toBe(`${title} · Aide-Mémoire`)

    await page.goBack()
    await conversation.answered(SOVIETS)
    await page.reload()
    await conversation.answered(HONECKER)
    await conversation.answered(SOVIETS)
    expect(await conversation.cited(HONECKER)).toEqual(numbers)
    expect(visit.faults).toEqual([])
  })

  it('takes back what was understood, gets another answer, keeps it over a reload, and puts it back', async () => {
    const conversation = await arrive()
    await conversation.ask(HONECKER)
    const answer = await conversation.exchange(HONECKER).innerText()
    await conversation.searchWithout('1984', HONECKER)
    expect(await conversation.chips()).toEqual([
      'Person: Erich Honecker',
      'Person: Kim Il Sung',
      'without 1984 · put back',
    ])
    expect(await conversation.exchange(HONECKER).innerText()).not.toBe(answer)
    expect(await accessibilityFaults(visit.page)).toEqual([])

    await visit.page.reload()
    await conversation.answered(HONECKER)
    expect(await conversation.chips()).toContain('without 1984 · put back')
    await conversation.putBack('1984', HONECKER)
    expect(await conversation.exchange(HONECKER).innerText()).toBe(answer)
    expect(visit.faults).toEqual([])
  })

  it('can take back only what was understood in the latest question: others followed from earlier ones', async () => {
    const conversation = await arrive(PHONE)
    await conversation.ask(HONECKER)
    await conversation.ask(SOVIETS)
    const removing = { name: /^Search without / }
    expect(await conversation.exchange(HONECKER).getByRole('button', removing).count()).toBe(0)
    expect(await conversation.exchange(SOVIETS).getByRole('button', removing).count()).toBeGreaterThan(0)
  })

  it('is told where the archive holds no answer, and sees the nearest documents as such', async () => {
    const conversation = await arrive()
    await conversation.ask(SINGAPORE)
    expect(await conversation.exchange(SINGAPORE).innerText()).toContain(
      'No document here is later than 2000',
    )
    expect(await conversation.cited(SINGAPORE)).toEqual([])
    expect(await conversation.sources.getByRole('heading', { level: 2 }).innerText()).toBe(
      'Near, but not an answer',
    )
    expect(await conversation.cards.count()).toBeGreaterThan(0)
    expect(await conversation.sources.locator('mark').count()).toBe(0)
    expect(visit.faults).toEqual([])
  })

  it('hears an answer when it is complete, not word by word', async () => {
    const conversation = await arrive()
    await conversation.ask(HONECKER)
    const log = visit.page.getByRole('log', { name: 'Answers' })
    await expect.poll(() => log.innerText()).toMatch(/documents speak to this.* \d+ sources\.$/)
    expect(await log.innerText()).not.toMatch(/\[\d+\]/)
  })

  it('is told when the server does not answer, and asks again without writing the question anew', async () => {
    const conversation = await arrive()
    await visit.page.route('**/api/chat', (route) => route.abort())
    await conversation.field.fill(HONECKER)
    await conversation.field.press('Enter')
    const notice = visit.page.getByRole('alert')
    await notice.waitFor()
    expect(await notice.innerText()).toContain('The server does not answer')
    await visit.page.unroute('**/api/chat')
    await notice.getByRole('button', { name: 'Try again' }).click()
    await conversation.answered(HONECKER)
    expect(await notice.count()).toBe(0)
  })

  it('is told the same where a part of the page cannot be fetched, and keeps the conversation', async () => {
    const conversation = await arrive()
    await conversation.ask(HONECKER)
    await visit.page.route('**/assets/Documents-*.js', (route) => route.abort())
    await visit.page.getByRole('link', { name: 'Documents', exact: true }).click()
    const notice = visit.page.getByRole('alert')
    await notice.waitFor()
    expect(await notice.innerText()).toContain('Is the server still running?')
    await visit.page.goBack()
    await conversation.answered(HONECKER)
  })

  it('with a phone has all in one column, and the question field at the thumb', async () => {
    const conversation = await arrive(PHONE)
    const { page } = visit
    await conversation.ask(HONECKER)
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await sideways()).toBe(0)
    const field = await conversation.field.boundingBox()
    expect(field && field.y + field.height).toBeGreaterThan(844 - 120)
    expect(field && field.y + field.height).toBeLessThanOrEqual(844)

    await conversation.citation(HONECKER, 2).tap()
    const card = conversation.card(2)
    await expect.poll(async () => (await card.boundingBox())?.y).toBeLessThan(200)
    await card.getByRole('heading').getByRole('link').tap()
    await new DocumentPage(page).arrived()
    expect(await sideways()).toBe(0)
    expect(visit.faults).toEqual([])
  })
})
