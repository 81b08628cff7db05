import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { HistoryList } from './pages/history.ts'
import { isFocused, tabTo } from './pages/keyboard.ts'
import { visitsToOneSite } from './visits.ts'

const HONECKER = 'What did Erich Honecker tell Kim Il Sung in 1984?'
const SOVIETS = 'And what about the Soviets?'
const PUEBLO = 'How did the crew of the Pueblo come home?'
const DOCUMENT = '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describe.skipIf(!hasBrowser)('a reader with many conversations', { timeout: 90_000 }, () => {
  const visitSite = visitsToOneSite()

  async function arrive(options?: BrowserContextOptions) {
    const visit = await visitSite(options)
    const here = tab(visit.page)
    await here.conversation.open()
    return { ...visit, ...here }
  }

  const tab = (page: Page) => ({
    page,
    conversation: new ConversationPage(page),
    list: new HistoryList(page),
  })

  /** A second tab of the same browser. */
  async function anotherTab({ page }: Pick<Visit, 'page'>, address = page.url()) {
    const second = await page.context().newPage()
    await second.goto(address)
    return tab(second)
  }

  it('finds each under its own address and in the list, also after a reload', async () => {
    const { page, conversation, list, faults } = await arrive()
    await conversation.ask(HONECKER)
    const first = page.url()
    expect(first).toMatch(/\/c\/[\w-]+$/)
    await conversation.begin()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await isFocused(conversation.field)).toBe(true)
    await conversation.ask(PUEBLO)
    await expect.poll(() => list.titles()).toEqual([PUEBLO, HONECKER])

    await page.reload()
    await conversation.answered(PUEBLO)
    await list.link(HONECKER).click()
    await conversation.answered(HONECKER)
    expect(page.url()).toBe(first)
    expect(await list.link(HONECKER).getAttribute('aria-current')).toBe('page')
    expect(await page.title()).toBe(`${HONECKER} · Aide-Mémoire`)
    await page.goBack()
    await conversation.answered(PUEBLO)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(faults).toEqual([])
  })

  it('gives one a title, which a reload keeps, and takes it back by leaving it empty', async () => {
    const { page, conversation, list, faults } = await arrive()
    await conversation.ask(HONECKER)
    await list.rename(HONECKER, 'Berlin, spring 1984')
    await expect.poll(() => list.titles()).toEqual(['Berlin, spring 1984'])
    expect(await isFocused(list.link('Berlin, spring 1984'))).toBe(true)
    await conversation.ask(SOVIETS)
    await page.reload()
    await expect.poll(() => list.titles()).toEqual(['Berlin, spring 1984'])
    await list.rename('Berlin, spring 1984', ' ')
    await expect.poll(() => list.titles()).toEqual([HONECKER])
    expect(faults).toEqual([])
  })

  it('deletes the one that is open and has it back, with its answers', async () => {
    const { page, conversation, list, faults } = await arrive()
    await conversation.ask(HONECKER)
    const address = page.url()
    await list.choose(HONECKER, 'Delete')
    await list.undo.waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(await list.rows.count()).toBe(0)
    await list.undo.click()
    await conversation.answered(HONECKER)
    expect(page.url()).toBe(address)

    await list.choose(HONECKER, 'Delete')
    await list.undo.waitFor()
    await page.goto(address)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('No such conversation')
    await page.getByRole('main').getByRole('link', { name: 'New conversation' }).last().click()
    await conversation.examples.first().waitFor()
    expect(faults).toEqual([])
  })

  it('finds one by words of its title and of its answer, in any case and order', async () => {
    const { conversation, list, page } = await arrive()
    await conversation.ask(PUEBLO)
    await conversation.begin()
    await conversation.ask(HONECKER)
    const answer = await conversation.exchange(HONECKER).locator('p.font-serif').first().innerText()
    const word = answer.match(/\p{L}{9,}/u)?.[0] ?? ''
    await list.find.fill(`${word.toUpperCase()} honecker`)
    await expect.poll(() => list.rows.count()).toBe(1)
    await expect.poll(async () => (await list.rows.innerText()).toLowerCase()).toContain(word.toLowerCase())
    await list.find.fill('zeppelin')
    await page.getByText('No conversation has all of these words').waitFor()
    await list.find.press('Escape')
    await expect.poll(() => list.rows.count()).toBe(2)
  })

  it('takes all to another browser in a file, twice without doubling them; a bad file changes nothing', async () => {
    const here = await arrive()
    await here.conversation.ask(HONECKER)
    await here.conversation.begin()
    await here.conversation.ask(PUEBLO)
    await here.list.rename(PUEBLO, 'Pueblo')
    const file = await here.list.exportAll()

    const there = await arrive()
    await there.list.import(file)
    expect(await there.list.imported.innerText()).toBe('2 conversations imported.')
    await expect.poll(() => there.list.titles()).toEqual(['Pueblo', HONECKER])
    await there.list.import(file)
    expect(await there.list.imported.innerText()).toMatch(/^2 conversations were here already/)
    await there.list.link(HONECKER).click()
    await there.conversation.answered(HONECKER)
    expect((await there.conversation.cited(HONECKER)).length).toBeGreaterThan(0)

    const elsewhere = await arrive()
    const bad = JSON.parse(file)
    bad.conversations[1].exchanges[0].question.parts[0].text = 7
    await elsewhere.list.import(JSON.stringify(bad))
    expect(await elsewhere.list.imported.innerText()).toMatch(
      /^Nothing was imported. The field “conversations\[1\]\.exchanges\[0\]\.question\.parts\[0\]\.text” does not fit/,
    )
    expect(await elsewhere.list.rows.count()).toBe(0)
    expect([...here.faults, ...there.faults, ...elsewhere.faults]).toEqual([])
  })

  it('asks in two tabs at once, in one conversation, and loses nothing', async () => {
    const one = await arrive()
    await one.conversation.ask(HONECKER)
    const two = await anotherTab(one)
    await two.conversation.answered(HONECKER)
    await Promise.all([one.conversation.ask(SOVIETS), two.conversation.ask(PUEBLO)])
    for (const { conversation } of [one, two])
      await Promise.all([conversation.answered(SOVIETS), conversation.answered(PUEBLO)])
    const questions = (page: Page) => page.locator('[data-exchange] h2').allInnerTexts()
    expect(await questions(one.page)).toEqual(await questions(two.page))
    await one.page.reload()
    await one.conversation.answered(PUEBLO)
    expect(await questions(one.page)).toEqual(await questions(two.page))
    expect(one.faults).toEqual([])
  })

  it('sees in one tab what is asked, renamed and deleted in the other, and can keep what it still shows', async () => {
    const one = await arrive()
    const two = await anotherTab(one)
    await one.conversation.ask(HONECKER)
    await two.list.link(HONECKER).click()
    await two.conversation.answered(HONECKER)
    await two.list.rename(HONECKER, 'Berlin')
    await one.list.link('Berlin').waitFor()
    await two.list.choose('Berlin', 'Delete')
    await one.page.getByText('This conversation was deleted in another tab.').waitFor()
    await one.conversation.ask(SOVIETS)
    await expect.poll(() => two.list.titles()).toEqual([HONECKER])
    await one.page.reload()
    await one.conversation.answered(HONECKER)
    await one.conversation.answered(SOVIETS)
  })

  it('asks where the storage is switched off, is told that nothing is kept, and can still change between them', async () => {
    const { page, faults } = await visitSite()
    const { conversation, list } = tab(page)
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The user denied it.', 'SecurityError')
      }
      Object.defineProperty(IDBFactory.prototype, 'open', { value: refuse })
      Object.defineProperty(window, 'localStorage', { get: refuse })
    })
    await conversation.open()
    await conversation.ask(HONECKER)
    await page.getByText('This conversation is not kept: the browser’s storage is switched off.').waitFor()
    await conversation.begin()
    await conversation.ask(PUEBLO)
    await list.link(HONECKER).click()
    await conversation.answered(HONECKER)
    await list.rename(HONECKER, 'Berlin')
    await list.link('Berlin').waitFor()
    await list.choose('Berlin', 'Delete')
    await list.undo.click()
    await list.link('Berlin').waitFor()
    expect(faults).toEqual([])
  })

  it('is told when the storage is full, and that all is kept once there is room', async () => {
    const { page, conversation, list } = await arrive()
    const browser = await page.context().newCDPSession(page)
    const origin = new URL(page.url()).origin
    await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
    await conversation.ask(HONECKER)
    await page.getByText('This conversation is not kept: the browser’s storage is full.').waitFor()
    await list.rename(HONECKER, 'Berlin')
    await list.link('Berlin').waitFor()
    await browser.send('Storage.overrideQuotaForOrigin', { origin })
    await conversation.ask(SOVIETS)
    await expect.poll(() => page.getByText('is not kept').count()).toBe(0)
    await page.reload()
    await list.link('Berlin').waitFor()
    for (const question of [HONECKER, SOVIETS]) await conversation.answered(question)
  })

  it('follows a link with a question, which is asked once, whatever is reloaded or gone back to', async () => {
    const { page, faults } = await visitSite()
    const { conversation, list } = tab(page)
    let asked = 0
    await page.route('**/api/chat', (route) => {
      asked++
      return route.continue()
    })
    await page.goto('/documents')
    await page.goto(`/?q=${encodeURIComponent(HONECKER)}`)
    await conversation.answered(HONECKER)
    expect(page.url()).toMatch(/\/c\/[\w-]+$/)
    await page.reload()
    await conversation.answered(HONECKER)
    await page.goBack()
    await page.waitForURL('**/documents')
    await page.goForward()
    await conversation.answered(HONECKER)
    expect(await list.rows.count()).toBe(1)
    expect(asked).toBe(1)
    expect(faults).toEqual([])
  })

  it('asks about a document, in every question until that is taken back', async () => {
    const { page } = await visitSite()
    const { conversation } = tab(page)
    const about: unknown[] = []
    await page.route('**/api/chat', (route) => {
      about.push(route.request().postDataJSON().about)
      return route.continue()
    })
    await page.goto(`/?about=${DOCUMENT}`)
    const line = page.getByRole('paragraph').filter({ hasText: /^About: Memorandum of Conversation/ })
    await line.waitFor()
    await conversation.ask(HONECKER)
    await page.reload()
    await conversation.answered(HONECKER)
    await line.waitFor()
    await conversation.ask(SOVIETS)
    await page.getByRole('button', { name: 'Ask the whole archive instead' }).click()
    await conversation.ask(PUEBLO)
    expect(about).toEqual([DOCUMENT, DOCUMENT, undefined])
    expect(await line.count()).toBe(0)
  })

  it('with a phone opens them in a drawer', async () => {
    const { page, conversation, list, faults } = await arrive(PHONE)
    await conversation.ask(HONECKER)
    await conversation.begin()
    await conversation.ask(PUEBLO)
    await page.getByRole('button', { name: 'Conversations' }).tap()
    const drawer = page.getByRole('dialog', { name: 'Conversations' })
    await drawer.waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await list.link(HONECKER).tap()
    await conversation.answered(HONECKER)
    expect(await drawer.count()).toBe(0)
    expect(faults).toEqual([])
  })

  it('with nothing but a keyboard goes through the list, renames, deletes, has it back, and folds the list away', async () => {
    const { page, conversation, list, faults } = await arrive()
    await conversation.ask(HONECKER)
    await conversation.begin()
    await conversation.ask(PUEBLO)
    await list.link(HONECKER).waitFor()
    const { keyboard } = page
    await tabTo(page, list.link(PUEBLO), 'Shift+Tab')
    await keyboard.press('ArrowDown')
    expect(await isFocused(list.link(HONECKER))).toBe(true)
    await keyboard.press('Enter')
    await conversation.answered(HONECKER)
    expect(await isFocused(page.getByRole('main'))).toBe(true)

    await tabTo(page, list.link(HONECKER))
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await keyboard.type('Berlin')
    await keyboard.press('Enter')
    await list.link('Berlin').waitFor()
    expect(await isFocused(list.link('Berlin'))).toBe(true)

    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await tabTo(page, list.rows.getByRole('button', { name: 'Delete' }))
    await keyboard.press('Enter')
    await list.undo.waitFor()
    expect(await isFocused(list.link(PUEBLO))).toBe(true)
    await tabTo(page, list.undo, 'Shift+Tab')
    await keyboard.press('Enter')
    await list.link('Berlin').waitFor()

    await list.link(PUEBLO).click()
    await conversation.answered(PUEBLO)
    await tabTo(page, list.link(PUEBLO), 'Shift+Tab')
    await keyboard.press('ArrowDown')
    await keyboard.press('Tab')
    await keyboard.press('Enter')
    await tabTo(page, list.rows.getByRole('button', { name: 'Delete' }))
    await keyboard.press('Enter')
    await tabTo(page, list.undo, 'Shift+Tab')
    await keyboard.press('Enter')
    await expect.poll(() => list.link('Berlin').count()).toBe(1)
    await expect.poll(() => isFocused(list.link('Berlin'))).toBe(true)

    await tabTo(page, page.getByRole('button', { name: 'Fold the conversations away' }), 'Shift+Tab')
    await keyboard.press('Enter')
    const unfold = page.getByRole('button', { name: 'Conversations' })
    await expect.poll(() => isFocused(unfold)).toBe(true)
    await page.reload()
    await unfold.click()
    await list.link('Berlin').waitFor()
    expect(faults).toEqual([])
  })

  it('goes through five hundred as through five', async () => {
    const { page, list, conversation, faults } = await arrive()
    const now = Date.now()
    const many = Array.from({ length: 500 }, (_, n) => ({
      id: `many-${n}`,
      question: `Question number ${n}?`,
      begun: now - n * 3_600_000,
      changed: now - n * 3_600_000,
      exchanges: [
        {
          asked: now - n * 3_600_000,
          changed: now - n * 3_600_000,
          question: { id: 'q', role: 'user', parts: [{ type: 'text', text: `Question number ${n}?` }] },
        },
      ],
    }))
    await list.import(
      JSON.stringify({ format: 'aide-memoire.conversations', version: 1, conversations: many }),
    )
    await expect.poll(() => list.rows.count()).toBe(500)
    await list.find.fill('number 499')
    await expect.poll(() => list.titles()).toEqual(['Question number 499?'])
    await list.find.fill('')
    // Past the list with a few steps, however long it is.
    await list.find.focus()
    await tabTo(page, conversation.field)
    expect(faults).toEqual([])
  })
})
