import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Archive } from '../../../../server/archive/archive.ts'
import { openTestArchive } from '../../../open-test-archive.ts'
import { type AskingModel, openModelApp } from '../../ask-model.ts'
import { settingsFor } from '../../model-settings.ts'
import { type ScriptedModel, startScriptedModel } from '../../scripted-model.ts'

let archive: Archive
let model: ScriptedModel
let asking: AskingModel
beforeAll(async () => {
  archive = await openTestArchive()
  model = await startScriptedModel()
  asking = openModelApp(archive, settingsFor(model.url))
})
afterAll(() => model.close())

describe('a conversation', () => {
  const turns = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => [
      { id: `u${index}`, role: 'user', parts: [{ type: 'text', text: `Question ${index}?` }] },
      {
        id: `a${index}`,
        role: 'assistant',
        parts: [{ type: 'text', text: `Answer ${index} [7]. ${'x'.repeat(length)}` }],
      },
    ]).flat()
  const last = { id: 'u', role: 'user', parts: [{ type: 'text', text: 'And then?' }] }

  it('goes to the model with its earlier turns, without their numbers', async () => {
    model.answers({ text: 'Kim came [1].' })
    const { data } = await asking.ask('', { messages: [...turns(2, 10), last] })
    const roles = model.received[0]?.messages.map(({ role }) => role)
    expect(roles).toEqual(['system', 'user', 'assistant', 'user', 'assistant', 'user'])
    expect(model.received[0]?.messages[2]?.content).toMatch(/^Answer 0\. x+$/)
    expect(data.conversation).toBeUndefined()
  })

  const before = [
    {
      id: 'u1',
      role: 'user',
      parts: [{ type: 'text', text: 'What did Honecker discuss in Pyongyang in 1986?' }],
    },
    { id: 'a1', role: 'assistant', parts: [{ type: 'text', text: 'Trade and the Olympic Games [1].' }] },
    { id: 'u2', role: 'user', parts: [{ type: 'text', text: 'And the Soviets there?' }] },
  ]
  const REWRITTEN = 'What did Shevardnadze discuss in Pyongyang in January 1986?'

  it('is rewritten by a model without tools, and the archive is asked that', async () => {
    const plain = openModelApp(archive, settingsFor(model.url, { tools: false }))
    model.answers({ complete: `"${REWRITTEN}"` }, { text: 'They came [1].' })
    const { data, steps, text } = await plain.ask('', { messages: before })
    expect(text).toBe('They came [1].')
    expect(steps).toEqual([{ tool: 'rewrite', summary: `asking: ${REWRITTEN}` }])
    expect(data.understanding?.items.map(({ label }) => label)).toContain('Eduard Shevardnadze')
    expect(model.received).toHaveLength(2)
    expect(model.received[0]?.messages.at(-1)?.content).toBe('Last question: And the Soviets there?')
    // The reader's own words are what is answered.
    expect(model.received[1]?.messages.at(-1)?.content).toMatch(/Question: And the Soviets there\?$/)
  })

  it.each([
    ['nothing', ''],
    ['two lines', 'One?\nTwo?'],
    ['without end', `${'why '.repeat(200)}?`],
  ])('is understood by the rules where the model writes %s', async (_, written) => {
    const plain = openModelApp(archive, settingsFor(model.url, { tools: false }))
    model.answers({ complete: written }, { text: 'They came [1].' })
    const { steps, text, data } = await plain.ask('', { messages: before })
    expect([text, steps]).toEqual(['They came [1].', []])
    expect(data.understanding?.items.map(({ key }) => key)).toContain('period:1986')
  })

  it('is understood by the rules where the model fails, and the answer fails by itself or not at all', async () => {
    const plain = openModelApp(archive, settingsFor(model.url, { tools: false }))
    model.answers({ status: 500 }, { text: 'They came [1].' })
    const { text, data } = await plain.ask('', { messages: before })
    expect([text, data.writer?.failure]).toEqual(['They came [1].', undefined])
    expect(plain.log).toEqual([expect.stringMatching(/^A follow-up was not rewritten\. .*\(server-error\)/)])
  })

  it('is left to the searches of a model with tools', async () => {
    model.answers({ text: 'They came [1].' })
    await asking.ask('', { messages: before })
    expect(model.received).toHaveLength(1)
  })

  it('that is too long for the model loses its oldest turns, whole, and says so', async () => {
    model.answers({ text: 'Kim came [1].' })
    const { data } = await asking.ask('', { messages: [...turns(20, 2000), last] })
    const kept = model.received[0]?.messages.filter(({ role }) => role === 'assistant') ?? []
    expect(kept.length).toBeGreaterThan(0)
    expect(data.conversation).toEqual({ turnsLeftOut: 20 - kept.length })
    expect(kept.at(-1)?.content).toMatch(/^Answer 19/)
  })

  it('says so too of turns that the page did not send', async () => {
    model.answers({ text: 'Kim came [1].' })
    const { data } = await asking.ask('', { messages: [...turns(2, 10), last], turnsBefore: 5 })
    expect(data.conversation).toEqual({ turnsLeftOut: 5 })
  })
})
