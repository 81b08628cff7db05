/** How an answer introduces what it quotes. */
import { describe, expect, it } from 'vitest'
import { documentTypes, reducedDateSchema } from '../../../corpus/document.ts'
import { describeDocument, openingLine } from '../../../server/answer/lead-in.ts'
import { record } from '../hand-made-archive.ts'

describe('a lead-in', () => {
  it('tells the kind of a document of which a bare name says too little', () => {
    const maker = { kind: 'person', name: 'Terentii Shtykov', short: 'Shtykov', people: [] } as const
    const document = { type: 'telegram', date: reducedDateSchema.parse('1950-07-04') } as const
    expect(describeDocument(document, { maker, phrase: 'Shtykov' })).toBe('Shtykov, telegram, 4 July 1950')
    expect(describeDocument(document, { maker, phrase: 'Shtykov to Stalin' })).toBe(
      'Shtykov to Stalin, 4 July 1950',
    )
  })

  it.each([
    ['record of conversation', '1984-05-31', 'A conversation recorded on 31 May 1984'],
    ['record of conversation', '1984-05', 'A conversation recorded in May 1984'],
    ['telegram', '1984-05-31', 'A telegram of 31 May 1984'],
    ['other', '1984', 'A document of 1984'],
  ] as const)('of a %s of %s whose maker is unknown', (type, date, leadIn) => {
    expect(describeDocument(record('A', { type, date }))).toBe(leadIn)
  })

  it('tells what an office’s words are where they are not its own alone', () => {
    const maker = { kind: 'embassy', name: 'Embassy', short: 'Hungarian embassy', people: [] } as const
    const told = documentTypes.filter((type) =>
      describeDocument(record('A', { type }), { maker, phrase: 'Hungarian embassy' }).includes(
        type.slice(0, 6),
      ),
    )
    expect(told).toEqual(['record of conversation', 'minutes', 'speech', 'article', 'agreement', 'statement'])
  })

  it('of a person does not say that a document of no kind is one', () => {
    const maker = { kind: 'person', name: 'Shtykov', short: 'Shtykov', people: [] } as const
    expect(describeDocument(record('A', { type: 'other' }), { maker, phrase: 'Shtykov' })).toBe(
      'Shtykov, 23 January 1968',
    )
  })
})

describe('the opening of an answer', () => {
  const of = (...dates: string[]) => dates.map((date) => record(`Of ${date}`, { date }))
  const three = of('1968-05', '1950', '1953')

  it.each([
    [of('1950'), 0, 'One document speaks to this most directly. Quoted from its summary:'],
    [
      three,
      0,
      'Three documents speak to this most directly, from 1950 to May 1968. Quoted from their summaries:',
    ],
    [
      three,
      1,
      'Two documents speak to this most directly, one more touches on it, from 1950 to May 1968. Quoted from their summaries:',
    ],
    [
      three,
      2,
      'One document speaks to this most directly, two more touch on it, from 1950 to May 1968. Quoted from their summaries:',
    ],
    [of('1950', '1950'), 2, 'Two documents touch on this, all of 1950. Quoted from their summaries:'],
    [of('1950'), 1, 'One document touches on this, of 1950. Quoted from its summary:'],
  ])('counts documents: %#', (documents, touching, line) => {
    expect(openingLine(documents, { outcome: 'answered', touching })).toBe(line)
  })

  it('counts in words up to twelve', () => {
    const many = (count: number) =>
      openingLine(of(...Array.from({ length: count }, (_, n) => String(1950 + n))), {
        outcome: 'answered',
        touching: 0,
      })
    expect(many(12)).toMatch(/^Twelve documents/)
    expect(many(13)).toMatch(/^13 documents/)
  })

  it('says where nothing answers outright', () => {
    expect(openingLine(three, { outcome: 'near', touching: 0 })).toBe(
      'No document here says this outright. Nearest, from 1950 to May 1968:',
    )
  })

  it.each([
    [[], { isQuoted: true, hasSummary: true }, 'Quoted from its summary:'],
    [
      of('1950'),
      { isQuoted: true, hasSummary: true },
      'Quoted from its summary, then from one other document of 1950:',
    ],
    [
      three,
      { isQuoted: false, hasSummary: true },
      'Its summary does not speak to this. Quoted from three other documents, from 1950 to May 1968:',
    ],
    [
      of('1950'),
      { isQuoted: false, hasSummary: false },
      'The archive gives no summary of it. Quoted from one other document of 1950:',
    ],
  ])('tells of the document that is asked about: %#', (documents, about, line) => {
    expect(openingLine(documents, { outcome: 'answered', touching: 0, about })).toBe(line)
  })
})
