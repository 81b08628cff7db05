/** Where many ask a language model at once: the queue, and the limit of one client. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ScriptedModel, startScriptedModel } from '../server/scripted-model.ts'
import { accessibilityFaults } from './accessibility.ts'
import { hasBrowser, openSite, type Site, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'

const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'

describe.skipIf(!hasBrowser)('where many ask a language model at once, a reader', { timeout: 60_000 }, () => {
  let model: ScriptedModel
  let site: Site
  const visits: Visit[] = []
  beforeAll(async () => {
    model = await startScriptedModel()
    site = await openSite(inject('testIndex'), {
      LLM: 'local/scripted',
      LLM_BASE_URL: model.url,
      LLM_CONCURRENCY: '1',
      LLM_RATE_LIMIT: '2',
      HOST: '0.0.0.0',
    })
  }, 150_000)
  afterAll(async () => {
    for (const { end } of visits) await end()
    await site.close()
    await model.close()
  })

  it('waits in a line and sees the place in it, then hears of the limit, and how to go on', async () => {
    const arrive = async () => {
      const visit = await site.visit({ viewport: { width: 390, height: 844 } })
      visits.push(visit)
      const conversation = new ConversationPage(visit.page)
      await conversation.open()
      return conversation
    }
    const [first, second] = [await arrive(), await arrive()]
    let finish = () => {}
    model.answers(
      { text: 'Kim came. [1]', until: new Promise<void>((resolve) => (finish = resolve)) },
      { text: 'Kim left. [1]' },
    )
    for (const { field } of [first, second]) {
      await field.fill(QUESTION)
      await field.press('Enter')
      await expect.poll(() => model.received.length, { timeout: 15_000 }).toBe(1)
    }
    const place = second.page.getByText('The model is busy. Place in the queue: 1.')
    await place.waitFor()
    expect(await accessibilityFaults(second.page)).toEqual([])
    finish()
    await second.answered(QUESTION)
    expect(await place.count()).toBe(0)
    expect(await second.exchange(QUESTION).innerText()).toContain('Kim left.')

    const MORE = 'And what about the Soviets?'
    await second.field.fill(MORE)
    await second.field.press('Enter')
    await second.page
      .getByText(/answer 2 questions a minute for one client\. .* or ask for quotations only\.$/)
      .waitFor()
    await second.page.getByRole('checkbox', { name: /^Quotations only/ }).check()
    await second.page.getByRole('button', { name: 'Try again' }).click()
    await second.answered(MORE)
    expect((await second.cited(MORE)).length).toBeGreaterThan(0)
  })
})
