/** The typed part of an answer in quotations: it holds all that its text says, and what it says is true. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  compareDates,
  formatDate,
  isReducedDate,
  latestDay,
  overlapsPeriod,
} from '../../../corpus/reduced-date.ts'
import { splitSentences } from '../../../embeddings/split-sentences.ts'
import type { Quotations } from '../../../server/contract/quotations.ts'
import { quotationsText } from '../../../server/contract/quotations-text.ts'
import { messageSchema } from '../../../web/history/message-schema.ts'
import { judgedQuestions } from '../../eval/judged-questions.ts'
import { type Answer, type Asking, openApp } from '../ask.ts'
import { openModelApp } from '../ask-model.ts'
import { settingsFor } from '../model-settings.ts'
import { type ScriptedModel, startScriptedModel } from '../scripted-model.ts'

const HONECKER = '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'
const QUESTION = 'What did Honecker and Kim Il Sung agree on in 1984?'
const ABSENT = 'How long should I knead sourdough?'

let app: Asking
let model: ScriptedModel
beforeAll(async () => {
  app = await openApp()
  model = await startScriptedModel()
})
afterAll(() => model.close())

type Quoting = Extract<Quotations, { outcome: 'answered' | 'near' }>

function quotes(quotations: Quotations): quotations is Quoting {
  return quotations.outcome === 'answered' || quotations.outcome === 'near'
}

function answered(quotations: Quotations | undefined): Quoting {
  if (!quotations || !quotes(quotations)) throw new Error('There is no answer.')
  return quotations
}

describe('the part of an answer in quotations', () => {
  let answers: Answer[]
  beforeAll(async () => {
    const questions = judgedQuestions('dev-a').filter((_, index) => index % 6 === 0)
    answers = []
    for (const { question } of questions) answers.push(await app.chat(question))
    for (const question of [ABSENT, 'What was agreed at the Singapore summit of 2018?'])
      answers.push(await app.chat(question))
    for (const question of [
      'What did they say about China?',
      'What about Vietnam?',
      'Who met Otto Warmbier?',
    ])
      answers.push(await app.chat(question, [], HONECKER))
  })

  it('comes before the text, which says the same word for word', () => {
    for (const { order, text, quotations } of answers) {
      expect(text).toBe(quotationsText(quotations))
      expect(order.indexOf('data-quotations')).toBeLessThan(order.indexOf('text-start'))
    }
  })

  it('has the outcome of the answer, and its reason', () => {
    for (const { quotations, outcome } of answers)
      expect({
        outcome: quotations.outcome,
        ...(quotations.outcome === 'nothing-found' ? { reason: quotations.reason } : {}),
      }).toEqual(outcome)
  })

  it('tells how many documents it quotes, and the dates of the first and the last of them', () => {
    for (const { quotations, sources } of answers) {
      if (!quotes(quotations)) continue
      const quoted = quotations.groups.flatMap(({ paragraphs }) => paragraphs.map(({ document }) => document))
      const dates = sources
        .map(({ document }) => document)
        .filter(({ id }) => quoted.includes(id))
        .map(({ date }) => date)
        .sort(compareDates)
      const { documents, from, to } = quotations.opening
      expect({ documents, from, to }).toEqual({
        documents: new Set(quoted).size,
        from: dates.at(0),
        to: dates.at(-1),
      })
    }
  })

  it('has of each sentence its place in the summary, and the number of its document', () => {
    let sentences = 0
    for (const { quotations, sources } of answers) {
      if (!quotes(quotations)) continue
      for (const paragraph of quotations.groups.flatMap(({ paragraphs }) => paragraphs))
        for (const { n, index, text } of paragraph.sentences) {
          const document = sources.find((source) => source.n === n)?.document
          expect(document?.id).toBe(paragraph.document)
          expect(splitSentences(document?.summary ?? '')[index]).toBe(text)
          sentences += 1
        }
    }
    expect(sentences).toBeGreaterThan(20)
  })

  it('comes out of storage as it went in', () => {
    for (const { quotations, sources, text, outcome } of answers) {
      const parts = [
        { type: 'data-sources', id: 'sources', data: { sources } },
        { type: 'data-quotations', id: 'quotations', data: quotations },
        { type: 'text', text, state: 'done' },
        { type: 'data-outcome', data: outcome },
      ]
      const message = { id: 'a', role: 'assistant', parts }
      expect(messageSchema('assistant').parse(JSON.parse(JSON.stringify(message)))).toEqual(message)
    }
  })
})

describe('what an answer in quotations says first', () => {
  it('is that nothing lies in the period asked for, where it looks beyond', async () => {
    const { documents } = app.archive.catalog
    const empty = ['1946-03', '1946-07', '1946-09', '1946-10']
      .filter(isReducedDate)
      .find((month) => documents.every(({ date }) => !overlapsPeriod(date, `${month}-01`, latestDay(month))))
    if (!empty) throw new Error('The archive has a document of each of these months.')
    const { quotations, text } = await app.chat(`What did Kim Il Sung tell Moscow in ${formatDate(empty)}?`)
    expect(answered(quotations).notices).toContainEqual({
      kind: 'widened-period',
      text: `No document here that speaks to this is dated ${formatDate(empty)}. Looking beyond:`,
    })
    expect(text).toMatch(/^No document here .* Looking beyond: /)
  })

  it('is what of the question was left aside', async () => {
    const { quotations } = await app.chat('김일성은 1984년에 호네커에게 무엇을 말했습니까?')
    const [notice, another] = answered(quotations).notices.filter(({ kind }) => kind !== 'not-told')
    expect(notice?.kind).toBe('left-aside')
    expect(notice?.text).toMatch(/another script.*Kim Il Sung/)
    expect(another).toBeUndefined()
  })

  it('is which document it is about, and whether it quotes it', async () => {
    const about = async (question: string) => (await app.chat(question, [], HONECKER)).quotations.about
    const text = 'About: “Memorandum of Conversation between Erich Honecker and Kim Il Sung” (31 May 1984).'
    expect(await about('What did they say about China?')).toEqual({ document: HONECKER, quoted: true, text })
    expect(await about('What about the Pueblo?')).toEqual({ document: HONECKER, quoted: false, text })
    expect(await about('Who met Otto Warmbier?')).toEqual({ document: HONECKER, quoted: false, text })
  })

  it('is the nearest document where nothing answers: never the one that the question is about', async () => {
    const { quotations, sources } = await app.chat('Who met Otto Warmbier?', [], HONECKER)
    expect(quotations).toMatchObject({ outcome: 'nothing-found', nearest: sources[1]?.document.id })
  })

  it('is why a language model did not finish it; the rest is as it would be without one', async () => {
    const asking = openModelApp(app.archive, settingsFor(model.url))
    model.answers({ text: 'Kim visited East Germany in 1984 [1]. Then', end: 'cut' })
    const { data, quoted, text } = await asking.ask(QUESTION)
    expect(text).toMatch(/^Kim visited/)
    const quotations = answered(data.quotations)
    expect(quotations.failure).toMatch(
      /^The answer above is not finished\. .*broke off\. What follows is quoted/,
    )
    expect(quoted).toBe(quotationsText(quotations))
    const { failure: _, ...alone } = quotations
    expect(alone).toEqual((await app.chat(QUESTION)).quotations)
  })

  it('is no part of an answer that a language model finished', async () => {
    model.answers({ text: 'Kim visited East Germany in 1984 [1].' })
    const { order } = await openModelApp(app.archive, settingsFor(model.url)).ask(QUESTION)
    expect(order).not.toContain('data-quotations')
  })
})
