/** What is found for a question that asks for somebody's documents. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isOfDocumentType } from '../../../server/understanding/requested-types.ts'
import { understandAlone } from '../../../server/understanding/understand.ts'
import { type Asking, openApp } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

const makerOf = (id: string) => app.archive.facts.makers.makerOf(app.archive.index.numberOf.get(id) ?? -1)

describe('what a question is bound to', () => {
  it('is all that is found, and stands among what was understood', async () => {
    const { results, understanding } = await app.search('Romanian embassy telegrams on the Pueblo', {
      limit: '50',
    })
    expect(results.length).toBeGreaterThan(5)
    for (const { document } of results) {
      // Of a few the record does not tell the office; it lists Romania first.
      expect(makerOf(document.id)?.of ?? document.countries[0]).toMatch(/^(?:place:romania|Romania)$/)
      expect(makerOf(document.id)?.kind ?? 'embassy').toBe('embassy')
      expect(document.type).toBe('telegram')
    }
    expect(understanding.items).toContainEqual(
      expect.objectContaining({
        kind: 'maker',
        label: 'the Romanian embassy',
        key: 'maker:the Romanian embassy',
      }),
    )
    expect(understanding.unmet).toBeUndefined()
  })

  it.each([
    ['what did the CIA write in 1969', /^1969/],
    ['Hungarian embassy reports from 1955', /^1955/],
  ])('is answered where that is all that it asks for: “%s”', async (question, date) => {
    const { answerable, results } = await app.search(question)
    expect(answerable).toBe(true)
    expect(results[0]?.document.date).toMatch(date)
  })

  it('can be taken back', async () => {
    const { results, understanding } = await app.search('Romanian embassy telegrams on the Pueblo', {
      without: 'maker:the Romanian embassy',
      limit: '50',
    })
    expect(understanding.items.map(({ kind }) => kind)).not.toContain('maker')
    expect(results.some(({ document }) => makerOf(document.id)?.of !== 'place:romania')).toBe(true)
  })

  it('gives way to a maker that the request sets', async () => {
    const { results } = await app.search('Romanian embassy telegrams on the Pueblo', {
      maker: 'Hungarian embassy in Pyongyang',
    })
    expect(results.length).toBeGreaterThan(0)
    for (const { document } of results)
      expect(makerOf(document.id)?.name).toBe('Embassy of Hungary in North Korea')
  })

  it('is looked beyond where none of it speaks to the question, and the answer says so', async () => {
    const question = 'What did the Danish embassy in Stockholm write about the capture of the USS Pueblo?'
    const { understanding, results } = await app.search(question)
    expect(results[0]?.document.people.concat(results[0].document.events).join()).toMatch(/Pueblo/)
    expect(understanding.unmet).toBe(
      'No document here that speaks to this was made by the Danish embassy in Stockholm; these are by others.',
    )
    const { quotations } = await app.chat(question)
    expect(quotations).toMatchObject({
      outcome: 'answered',
      notices: [{ kind: 'widened-maker', text: understanding.unmet }],
    })
  })
})

it('what a question is bound to seldom loses what is looked for: of the queries that records answer and that bind, nearly all find their own', () => {
  const { catalog, facts, index } = app.archive
  const met = { maker: [0, 0], kind: [0, 0] }
  // Every third record: as many as take some seconds.
  for (const [id, { questions }] of [...catalog.expansions].filter((_, place) => place % 3 === 0)) {
    const number = index.numberOf.get(id)
    const document = catalog.byId.get(id)
    if (number === undefined || !document) continue
    for (const question of Object.values(questions)) {
      const { makers, types } = understandAlone(question, app.archive)
      const offices = makers.filter(({ hard, value }) => hard && value.people.length === 0)
      const kinds = types.filter(({ hard }) => hard)
      const count = (name: keyof typeof met, isMet: boolean) => {
        met[name] = [(met[name][0] ?? 0) + Number(isMet), (met[name][1] ?? 0) + 1]
      }
      if (offices.length > 0)
        count(
          'maker',
          offices.some(({ value }) => facts.makers.canBeBy(value, number)),
        )
      if (kinds.length > 0)
        count(
          'kind',
          kinds.some(({ value }) => isOfDocumentType(value, document)),
        )
    }
  }
  for (const [found = 0, all = 0] of Object.values(met)) {
    expect(all).toBeGreaterThan(40)
    expect(found / all).toBeGreaterThanOrEqual(0.95)
  }
})
