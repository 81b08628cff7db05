import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ScriptedModel, startScriptedModel } from '../server/scripted-model.ts'
import { firstSentenceOf } from '../server/scripted-texts.ts'
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

  it('can ask for quotations only, the model hears nothing, and the choice is remembered', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'The model speaks.' })
    const choice = page.getByRole('checkbox', { name: /^Quotations only/ })
    await choice.check()
    await conversation.ask(QUESTION)
    expect(model.received).toEqual([])
    expect(await conversation.exchange(QUESTION).innerText()).not.toContain('The model speaks.')
    await page.reload()
    await choice.waitFor()
    expect(await choice.isChecked()).toBe(true)
  })

  it('reads why a sentence is marked by pointing, by the keyboard, and by a tap', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'On 8 July 1962 Honecker flew to Havana. [1]' })
    await conversation.ask(QUESTION)
    const mark = page.locator('[data-verdict]')
    const why = page.getByRole('dialog', { name: 'Not in the source' })
    const [there, gone] = [() => why.waitFor(), () => why.waitFor({ state: 'detached' })]
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

    await mark.hover()
    await there()
    expect(await conversation.field.evaluate((node) => node === document.activeElement)).toBe(true)
    await why.hover()
    await page.getByText(/^Not found: .*Havana/).waitFor()
    await page.getByRole('heading', { name: QUESTION }).hover()
    await gone()

    await conversation.citation(QUESTION, 1).focus()
    await page.keyboard.press('Tab')
    await there()
    await page.keyboard.press('Enter')
    await expect.poll(focused).toMatch(/^Not in the source/)
    await page.keyboard.press('Escape')
    await gone()
    await expect.poll(() => mark.evaluate((node) => node === document.activeElement)).toBe(true)
    // Having the focus back does not open it again.
    expect(await why.count()).toBe(0)

    await visit.end()
    const finger = await arrive({ viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true })
    await finger.conversation.ask(QUESTION)
    await finger.page.locator('[data-verdict]').tap()
    await finger.page.getByRole('dialog', { name: 'Not in the source' }).waitFor()
    expect(await accessibilityFaults(finger.page)).toEqual([])
  })

  it('hears the verdicts with the answer', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'On 8 July 1962 Honecker flew to Havana. [1]' })
    await conversation.ask(QUESTION)
    await expect
      .poll(() => page.getByRole('log', { name: 'Answers' }).innerText())
      .toMatch(/flew to Havana\. \(Not in the source\.\) .* 0 of 1 sentence checked against its source\.$/)
  })

  it('sees the number that was added to a sentence, and follows it to its card', async () => {
    const { conversation } = await arrive()
    model.answers((asked) => ({ text: firstSentenceOf(asked) }))
    await conversation.ask(QUESTION)
    expect(await conversation.cited(QUESTION)).toEqual([1])
    expect(await conversation.exchange(QUESTION).innerText()).toContain('(number added)')
    await conversation.citation(QUESTION, 1).click()
    await expect.poll(() => conversation.card(1).getAttribute('data-selected')).toBe('true')
  })

  it('sees a plan go when it turns out to be none of the answer, and not come back with a reload', async () => {
    const { page, conversation } = await arrive()
    let answer = () => {}
    const until = new Promise<void>((resolve) => {
      answer = resolve
    })
    model.answers(
      {
        text: 'Source [1] seems relevant. Let me read it.',
        calls: [{ name: 'read_document', arguments: '{"n":1}' }],
      },
      { text: 'Kim came. [1]', until },
    )
    await conversation.field.fill(QUESTION)
    await conversation.field.press('Enter')
    await page.getByText(/^reading: /).waitFor()
    await expect.poll(() => page.getByText('seems relevant').count()).toBe(0)
    answer()
    await conversation.answered(QUESTION)
    expect(await page.getByText('seems relevant').count()).toBe(0)
    await page.reload()
    await page.getByText('Kim came.').first().waitFor()
    expect(await page.getByText('seems relevant').count()).toBe(0)
  })

  it('stops it, and the model stops too', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'Kim came. [1] ', end: 'silence' })
    await conversation.field.fill(QUESTION)
    await conversation.field.press('Enter')
    await page.getByText('Kim came.').waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect.poll(() => model.open()).toBe(0)
    await page.getByText('It was stopped before its end.').waitFor()
  })

  it('stops it before its first word, and nobody is named as its writer', async () => {
    const { page, conversation } = await arrive()
    model.answers(
      { calls: [{ name: 'search_documents', arguments: '{"question":"Honecker"}' }] },
      { mute: true },
    )
    await conversation.field.fill(QUESTION)
    await conversation.field.press('Enter')
    await page.getByText(/^searching: Honecker/).waitFor()
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect.poll(() => model.open()).toBe(0)
    await page.getByText('The question was stopped before an answer came.').waitFor()
    expect(await page.getByText(/^Written by/).count()).toBe(0)
  })

  it.each([1440, 390])(
    'sees the words of what the model sets in Markdown, no picture, no link and no mark, at %i pixels',
    async (width) => {
      const { page, conversation } = await arrive({ viewport: { width, height: 900 } })
      model.answers({
        text: 'See ![x](https://evil.example/p.png) <img src="https://evil.example/q.png"> **[here](https://evil.example)** [1](https://evil.example/1).\n\n- Korea&#8217;s *trade*\n  1. grew [2]\n\n| Year | Event |\n|---|---|\n| 1984 | Kim visits <b>Berlin</b> [1] |\n\nMore: https://archive.example/averylongaddresswithoutanyplacetobreakitat390pixels',
      })
      await conversation.ask(QUESTION)
      const answer = conversation.exchange(QUESTION)
      expect(await answer.locator('img').count()).toBe(0)
      expect(await answer.locator('a[href*="evil"]').count()).toBe(0)
      const shown = (await answer.locator('p').allInnerTexts()).map((line) => line.replace(/\s+/g, ' '))
      for (const line of [
        'See x here',
        '• Korea’s trade',
        '1. grew',
        'Year · Event',
        '1984 · Kim visits Berlin',
      ])
        expect(shown.some((text) => text.startsWith(line))).toBe(true)
      expect(shown.join('\n')).not.toMatch(/[*_|<>[\]]|evil|&#/)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      expect(visit.faults).toEqual([])
    },
  )
})
