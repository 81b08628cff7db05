import mammoth from 'mammoth'
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest'
import { type ScriptedModel, startScriptedModel } from '../server/scripted-model.ts'
import { firstSentenceOf } from '../server/scripted-texts.ts'
import { hasBrowser, openSite, type Site, type Visit } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { ExportMenu } from './pages/export-menu.ts'
import { HistoryList } from './pages/history.ts'

const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'

describe.skipIf(!hasBrowser)('a reader who keeps what a language model wrote', { timeout: 60_000 }, () => {
  let model: ScriptedModel
  let site: Site
  let visit: Visit
  beforeAll(async () => {
    model = await startScriptedModel()
    site = await openSite(inject('testIndex'), { LLM: 'local/scripted', LLM_BASE_URL: model.url })
  }, 150_000)
  afterEach(() => visit.end())
  afterAll(async () => {
    await site.close()
    await model.close()
  })

  const arrive = async () => {
    visit = await site.visit()
    const conversation = new ConversationPage(visit.page)
    await conversation.open()
    return { page: visit.page, conversation }
  }

  it('finds the same after a reload, and in another browser from a file: steps, verdicts, failure, names', async () => {
    const { page, conversation } = await arrive()
    const search = { calls: [{ name: 'search_documents', arguments: '{"question":"Honecker 1984"}' }] }
    model.answers(
      search,
      (asked) => ({
        text: `${firstSentenceOf(asked)} **He** flew to Havana in 1962 [1, 2]. Nobody knows.\n- All was agreed [99].`,
      }),
      (asked) => ({ text: `${firstSentenceOf(asked)} [1] And then he we`, end: 'cut' }),
    )
    await conversation.ask(QUESTION)
    const FURTHER = 'And what about the Soviets?'
    await conversation.ask(FURTHER)
    const seen = (at: ConversationPage) =>
      Promise.all(
        [QUESTION, FURTHER].map(async (question) => {
          // Each exchange draws its menu on its own, when the menu's code has come.
          await at.answered(question)
          return at.exchange(question).innerText()
        }),
      )
    const before = await seen(conversation)
    expect(before[0]).toMatch(/^searching: Honecker 1984[\s\S]*\(number added\)[\s\S]*Written by scripted/m)
    expect(before[1]).toMatch(
      /And then he we[\s\S]*broke off[\s\S]*Begun by scripted \(local\), which failed/,
    )
    await page.reload()
    expect(await seen(conversation)).toEqual(before)

    const file = await new HistoryList(page).exportAll()
    await visit.end()
    const elsewhere = await arrive()
    const list = new HistoryList(elsewhere.page)
    await list.import(file)
    await list.link(QUESTION).click()
    expect(await seen(elsewhere.conversation)).toEqual(before)
  })

  it('takes it away as a Word document in which each verdict stands behind its sentence', async () => {
    const { page, conversation } = await arrive()
    model.answers((asked) => ({
      text: `${firstSentenceOf(asked)} [1] Nobody knows. All was agreed [99]. So [1`,
    }))
    await conversation.ask(QUESTION)
    const menu = new ExportMenu(page, conversation.exchange(QUESTION))
    const { content } = await menu.download('Download Word document')
    const text = (await mammoth.extractRawText({ buffer: content })).value
    expect(text).toContain('Nobody knows. [no source given]')
    expect(text).toContain('All was agreed. [cites number 99, which no source here has]')
    expect(text).toContain('Written by scripted (local). 1 of 4 sentences checked against their sources.')
    expect(text).not.toMatch(/\[\d/)
  })

  it('asks in two tabs, and both have both answers with their verdicts', async () => {
    const { page, conversation } = await arrive()
    model.answers({ text: 'On 8 July 1962 Honecker flew to Havana. [1]' })
    await conversation.ask(QUESTION)
    const other = new ConversationPage(await page.context().newPage())
    await other.page.goto(page.url())
    await other.answered(QUESTION)
    const THERE = 'Who was Kim Il Sung?'
    await other.ask(THERE)
    await conversation.answered(THERE)
    for (const { page } of [conversation, other]) expect(await page.locator('[data-verdict]').count()).toBe(2)
  })
})
