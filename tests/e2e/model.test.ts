import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Received, type ScriptedModel, startScriptedModel } from '../server/scripted-model.ts'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser, openSite, type Site, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'

const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'

describe.skipIf(!hasBrowser)('where a language model writes, a reader', { timeout: 60_000 }, () => {
  let model: ScriptedModel
  let site: Site
  let visit: Visit
  beforeAll(async () => {
    model = await startScriptedModel()
    const environment = { LLM: 'local/scripted', LLM_BASE_URL: model.url, LLM_TIMEOUT: '5' }
    site = await openSite(inject('testIndex'), environment)
  }, 150_000)
  afterEach(() => visit.end())
  afterAll(async () => {
    await site.close()
    await model.close()
  })

  const arrive = async (options?: Parameters<Site['visit']>[0]) => {
    visit = await site.visit(options)
    const conversation = new ConversationPage(visit.page)
    await conversation.open()
    return { page: visit.page, conversation }
  }
  const verdicts = (page: Page) =>
    page
      .locator('[data-verdict]')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-verdict')))

  it.each([1440, 390])(
    'sees the searches, and the verdict on each sentence, quietly where all is well, at %i pixels',
    async (width) => {
      const { page, conversation } = await arrive({
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      })
      model.answers(
        { calls: [{ name: 'search_documents', arguments: '{"question":"Honecker 1984"}' }] },
        (asked) => ({
          text: `${firstSentenceOf(asked)} [1] On 8 July 1962 Honecker flew to Havana with Brezhnev. [1] All was agreed [99].`,
        }),
      )
      await conversation.ask(QUESTION)
      await page
        .getByRole('list', { name: 'Steps of the search' })
        .getByText(/^searching: Honecker 1984/)
        .waitFor()
      await page
        .getByText(/^Written by scripted \(local\)\. 1 of 3 sentences checked against their sources\.$/)
        .waitFor()
      expect(await verdicts(page)).toEqual(['unsupported', 'unknown-source'])
      expect(await conversation.exchange(QUESTION).innerText()).toContain('[99]')

      const mark = page.getByRole('button', { name: 'Not in the source. Why' })
      await mark.focus()
      await page.keyboard.press('Enter')
      await page.getByText(/^Not found: .*1962/).waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.reload()
      await conversation.answered(QUESTION)
      expect(await verdicts(page)).toEqual(['unsupported', 'unknown-source'])
      expect(visit.faults).toEqual([])
    },
  )

  it('gets the quotations below a plain sentence where the model fails', async () => {
    const { page, conversation } = await arrive()
    model.answers({ status: 500 })
    await conversation.ask(QUESTION)
    await page.getByText('Quotations only, since scripted (local) failed.').waitFor()
    expect((await conversation.cited(QUESTION)).length).toBeGreaterThan(0)
  })

  it('can ask for quotations only, and the model hears nothing', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'The model speaks.' })
    await page.getByRole('checkbox', { name: /^Quotations only/ }).check()
    await conversation.ask(QUESTION)
    expect(model.received).toEqual([])
    expect(await conversation.exchange(QUESTION).innerText()).not.toContain('The model speaks.')
  })

  it('stops it, and the model stops too', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'Kim came. [1] ', end: 'silence' })
    await conversation.field.fill(QUESTION)
    await conversation.field.press('Enter')
    await page.getByText('Kim came.').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect.poll(() => model.open(), { timeout: 2000 }).toBe(0)
    await page.getByText('It was stopped before its end.').waitFor()
  })

  it('sees neither pictures nor links nor markup in what the model writes', async () => {
    const { conversation } = await arrive()
    model.answers({
      text: 'See ![x](https://evil.example/p.png) <img src="https://evil.example/q.png"> [here](https://evil.example) [1].',
    })
    await conversation.ask(QUESTION)
    const text = conversation.exchange(QUESTION)
    expect(await text.locator('img').count()).toBe(0)
    expect(await text.locator('a[href*="evil"]').count()).toBe(0)
    expect(visit.faults).toEqual([])
  })
})

/** Of the first source's summary, as the model was given it. */
function firstSentenceOf({ messages }: Received): string {
  const text =
    messages.map(({ content }) => content).find((content) => content.includes('<source n="1">')) ?? ''
  return /<source n="1">[\s\S]*?summary: (.*?\.)\s/.exec(text)?.[1] ?? ''
}
