import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { DocumentList } from '../../server/contract/document-lists.ts'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { visitsToOneSite } from './visits.ts'

const HONECKER = '/documents/1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'
const NO_SUMMARY = '/documents/1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia'

/** What a reader may see: an address, and what stands there once all has come. */
const SEEN: { what: string; path: string; complete: (page: Page) => Promise<unknown> }[] = [
  { what: 'the empty conversation', path: '/', complete: shows('region', 'For example', 'button') },
  { what: 'an answer', path: '/', complete: asks('What did Erich Honecker tell Kim Il Sung in 1984?') },
  { what: 'no answer', path: '/', complete: asks('What was agreed at the Singapore summit of 2018?') },
  {
    what: 'the documents',
    path: '/documents?sort=newest&offset=40',
    complete: shows('main', '', 'listitem'),
  },
  {
    what: 'documents found and narrowed',
    path: '/documents?q=oil&person=erich-honecker&person=kim-il-sung&decade=1980s&from=1984',
    complete: async (page) => {
      await shows('main', '', 'listitem')(page)
      await page.getByRole('button', { name: 'Counts by year' }).click()
    },
  },
  { what: 'my sources', path: '/my-sources', complete: shows('main', '', 'link') },
  { what: 'a document', path: HONECKER, complete: shows('region', 'Related documents', 'link') },
  {
    what: 'a document without a summary',
    path: NO_SUMMARY,
    complete: shows('region', 'Related documents', 'link'),
  },
  { what: 'the collections', path: '/collections', complete: shows('main', '', 'listitem') },
  {
    what: 'a collection',
    path: '/collections/conversations-with-kim-il-sung',
    complete: shows('main', '', 'listitem'),
  },
  {
    what: 'a question about a document',
    path: `/?about=${HONECKER.split('/').at(-1)}`,
    complete: (page) => page.getByText(/^About: Memorandum/).waitFor(),
  },
  {
    what: 'a question about a document that is not here',
    path: '/?about=no-such-document',
    complete: async (page) => {
      await page.getByText('There is no document “no-such-document”').waitFor()
      // It goes to the whole archive, and so the page says.
      await page.getByRole('heading', { level: 1, name: 'What do the archives say?' }).waitFor()
      await shows('region', 'For example', 'button')(page)
    },
  },
  {
    what: 'the address of a conversation that is not here',
    path: '/c/no-such-conversation',
    complete: (page) => page.getByRole('heading', { name: 'No such conversation' }).waitFor(),
  },
  { what: 'the people', path: '/people', complete: shows('main', '', 'listitem') },
  {
    what: 'the events, found by a part of a name',
    path: '/events?q=pueblo',
    complete: shows('main', '', 'listitem'),
  },
  { what: 'a list in which nothing is found', path: '/places?q=zzz', complete: shows('main', '', 'link') },
  { what: 'a person', path: '/people/kim-il-sung', complete: shows('region', 'Documents by date', 'link') },
  {
    what: 'a person whom only records name',
    path: '/people/dean-rusk',
    complete: shows('region', 'Documents by date', 'link'),
  },
  {
    what: 'a person whom no document names',
    path: '/people/kim-jong-un',
    complete: shows('main', '', 'link'),
  },
  { what: 'a place', path: '/places/romania', complete: shows('region', 'Documents by date', 'link') },
  {
    what: 'an organization',
    path: '/organizations/korean-workers-party',
    complete: shows('region', 'Documents by date', 'link'),
  },
  {
    what: 'an event',
    path: '/events/uss-pueblo-seizure',
    complete: shows('region', 'Documents by date', 'link'),
  },
  { what: 'an address where nothing is', path: '/nothing-here', complete: shows('main', '', 'link') },
]

describe.skipIf(!hasBrowser)('every page', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  describe.each([1440, 390])('at %i pixels', (width) => {
    it.each(SEEN)(
      'with $what: axe finds nothing in light and dark, nothing breaks or reads “null”',
      async ({ path, complete }) => {
        const { page, faults } = await visit({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
        await page.goto(path)
        await complete(page)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await accessibilityFaults(page), colorScheme).toEqual([])
        }
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
        expect(await page.locator('body').innerText()).not.toMatch(/\b(?:null|undefined|NaN)\b/)
        for (const narrower of width === 390 ? [390, 375, 360, 320] : [width]) {
          await page.setViewportSize({ width: narrower, height: 900 })
          // A chart follows its window a moment later.
          await expect.poll(() => sideways(page), { message: `at ${narrower} pixels` }).toBe(0)
        }
        expect(faults).toEqual([])
      },
    )
  })

  it.each([
    '/documents/no-such-document',
    '/collections/no-such-collection',
    '/people/no-such-person',
    '/events/no-such-event',
    '/nowhere',
  ])('that does not exist, as %s, says so with the status 404, and leads on', async (path) => {
    const { page, faults } = await visit()
    const response = await page.goto(path)
    expect(response?.status()).toBe(404)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/^No such /)
    await page.getByRole('link', { name: 'Ask a question' }).click()
    await new ConversationPage(page).field.waitFor()
    expect(faults).toEqual([])
  })

  it('has room for the longest title, on the smallest phone', async () => {
    const { page } = await visit({ viewport: { width: 320, height: 700 } })
    let longest = { id: '', title: '' }
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const response = await page.request.get(`/api/documents?limit=100&offset=${offset}`)
      const list: DocumentList = await response.json()
      for (const document of list.documents)
        if (document.title.length > longest.title.length) longest = document
      total = list.total
    }
    expect(longest.title.length).toBeGreaterThan(240)
    await page.goto(`/documents/${longest.id}`)
    await page.getByRole('heading', { level: 1, name: longest.title }).waitFor()
    expect(await sideways(page)).toBe(0)
  })

  it('of a long list says where it is, “101–125 of 913”', async () => {
    const { page } = await visit()
    await page.goto('/documents?offset=100')
    await page.getByText('101–125 of 913').waitFor()
  })

  it('is bone on near-black where the system is dark, and stays otherwise once that is chosen', async () => {
    const { page } = await visit({ colorScheme: 'dark' })
    await page.goto('/collections')
    // The first number of oklch() is the lightness.
    const lightness = () =>
      page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.documentElement)
        return [backgroundColor, color].map((value) => Number(/oklch\(([\d.]+)/.exec(value)?.[1]))
      })
    expect(await lightness()).toEqual([expect.closeTo(0.2, 1), expect.closeTo(0.9, 1)])
    await page.getByRole('button', { name: /Change to light$/ }).click()
    expect(await lightness()).toEqual([expect.closeTo(1, 1), expect.closeTo(0.2, 1)])
    await page.reload()
    expect(await lightness()).toEqual([expect.closeTo(1, 1), expect.closeTo(0.2, 1)])
  })
})

/** By how many pixels the page is wider than its window. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

function asks(question: string) {
  return (page: Page) => new ConversationPage(page).ask(question)
}

function shows(place: 'region' | 'main', name: string, role: 'button' | 'link' | 'listitem') {
  return (page: Page) =>
    page
      .getByRole(place, name ? { name } : {})
      .getByRole(role)
      .first()
      .waitFor()
}
