import { describe, expect, it } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser } from './browser.ts'
import { DocumentPage } from './pages/document.ts'
import { visitsToOneSite } from './visits.ts'

const HONECKER = '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'
const NO_COLLECTION = '1945-12-10-malik-on-the-question-of-a-united-government-in-korea'

describe.skipIf(!hasBrowser)('the page of a document', { timeout: 60_000 }, () => {
  const visit = visitsToOneSite()

  it('leads from every name, kind, subject and collection to what else there is', async () => {
    const { page, faults } = await visit()
    const document = new DocumentPage(page)
    await document.open(HONECKER)
    await document.record.getByRole('link', { name: 'Erich Honecker' }).waitFor()
    expect(await document.addressOf('Erich Honecker')).toBe('/people/erich-honecker')
    expect(await document.addressOf('East Germany')).toBe('/places/east-germany')
    const subject = 'Domestic politics of North Korea'
    await document.record.getByRole('link', { name: subject }).waitFor()
    expect(await document.addressOf(subject)).toBe('/documents?subject=Domestic+politics+of+North+Korea')
    expect(await document.addressOf('Record of conversation')).toBe('/documents?type=record+of+conversation')
    expect(await document.addressOf('Wilson Center Digital Archive')).toBe(
      '/documents?publisher=Wilson+Center+Digital+Archive',
    )
    expect(await document.addressOf('Conversations with Kim Il Sung')).toBe(
      '/collections/conversations-with-kim-il-sung',
    )
    await document.record.getByRole('link', { name: subject }).click()
    await page
      .getByRole('main')
      .getByRole('link', { name: 'Memorandum of Conversation between' })
      .first()
      .waitFor()
    expect(faults).toEqual([])
  })

  it('says why each related document is there, and what came before and after', async () => {
    const { page } = await visit()
    const document = new DocumentPage(page)
    await document.open(HONECKER)
    const related = page.getByRole('region', { name: 'Related documents' })
    await related
      .getByText(/^Why it is here: Same event: .* names both Erich Honecker and Kim Il Sung/)
      .first()
      .waitFor()
    expect(await document.series.allInnerTexts()).toEqual([
      expect.stringMatching(/14 September 1983/i),
      expect.stringMatching(/30 May 1984/i),
      expect.stringMatching(/31 May 1984\s+This document/i),
      expect.stringMatching(/1 June 1984/i),
      expect.stringMatching(/15 June 1984/i),
    ])
    await page.getByText('23 of 27 by date').waitFor()
    await document.open(NO_COLLECTION)
    await page.getByText('all documents, 1 of 719 by date').waitFor()
  })

  it('is read by programs as it is, and goes on to be true from document to document', async () => {
    const { page, faults } = await visit()
    const document = new DocumentPage(page)
    await document.open(HONECKER)
    await page.evaluate(() => {
      addEventListener('ZoteroItemUpdated', () =>
        globalThis.document.documentElement.setAttribute('data-updated', ''),
      )
    })
    const first = await document.told()
    expect(first.canonical).toEqual([page.url()])
    await document.series.nth(1).getByRole('link').click()
    await page.locator('html[data-updated]').waitFor()
    await document.arrived()
    const second = await document.told()
    expect(page.url()).not.toBe(first.canonical[0])
    expect(second.canonical).toEqual([page.url()])
    expect(second.titles).toEqual([await document.title.innerText()])
    expect(second.contextObjects).toHaveLength(1)
    expect(second.contextObjects[0]).toContain('rft.date=1984-05-30')
    expect(JSON.parse(second.data[0] ?? '')).toMatchObject({ dateCreated: '1984-05-30' })
    // What is for programs is not shown, and the security policy has nothing against it.
    expect(await page.locator('span.Z3988').isVisible()).toBe(false)
    expect(faults).toEqual([])
  })

  it('opens a conversation about it', async () => {
    const { page } = await visit()
    const document = new DocumentPage(page)
    await document.open(HONECKER)
    expect(await document.ask.getAttribute('href')).toBe(`/?about=${HONECKER}`)
  })

  it('that does not exist searches for the words of its address', async () => {
    const { page, faults } = await visit({ viewport: { width: 390, height: 844 } })
    const response = await page.goto('/documents/1984-05-30-honecker-kim-talk')
    expect(response?.status()).toBe(404)
    const nearest = page.getByRole('region', { name: 'Nearest to the words of the address' })
    await nearest
      .getByRole('link', { name: /Erich Honecker and Kim Il Sung/ })
      .first()
      .waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    await nearest.getByRole('link', { name: 'All results for “honecker kim talk 1984”' }).click()
    await page.waitForURL('**/documents?q=honecker+kim+talk+1984')
    expect(faults).toEqual([])
  })

  it('fits a phone of 320 pixels', async () => {
    const { page } = await visit({ viewport: { width: 320, height: 700 } })
    const document = new DocumentPage(page)
    await document.open(HONECKER)
    const sideways = await page.evaluate(
      () => globalThis.document.documentElement.scrollWidth - globalThis.document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
