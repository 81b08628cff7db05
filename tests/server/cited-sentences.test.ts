import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationsIn, SentencesAsTheyCome } from '../../server/answer/writer/cited-sentences.ts'

function sentencesOf(...pieces: string[]) {
  const coming = new SentencesAsTheyCome()
  return [...pieces.flatMap((piece) => coming.add(piece)), ...coming.end()]
}
const TEXT =
  'Kim met Mr. Honecker on 30 May 1984 [1]. They agreed on trade. [2][3] Did he say “no”? [4, 5]\n\nNo. 5 was closed [6–8]!\n- A line [9]\nAnother line without a stop\n\n김일성은 베를린에 갔다 [10]. Then he left.\n2. Later [1]. 15 men came [2]. В 1984 г. Ким ушёл. [3]'

describe('the sentences of an answer', () => {
  it('have the citations that stand in them or right after them', () => {
    expect(sentencesOf(TEXT)).toEqual([
      { text: 'Kim met Mr. Honecker on 30 May 1984 [1].', citations: [1] },
      { text: 'They agreed on trade. [2][3]', citations: [2, 3] },
      { text: 'Did he say “no”? [4, 5]', citations: [4, 5] },
      { text: 'No. 5 was closed [6–8]!', citations: [6, 7, 8] },
      { text: '- A line [9]', citations: [9] },
      { text: 'Another line without a stop', citations: [] },
      { text: '김일성은 베를린에 갔다 [10].', citations: [10] },
      { text: 'Then he left.', citations: [] },
      { text: '2. Later [1].', citations: [1] },
      { text: '15 men came [2].', citations: [2] },
      { text: 'В 1984 г. Ким ушёл. [3]', citations: [3] },
    ])
  })

  it('are the same wherever the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: TEXT.length }), { maxLength: 30 }), (cuts) => {
        const borders = [0, ...cuts.sort((a, b) => a - b), TEXT.length]
        const pieces = borders.slice(1).map((end, index) => TEXT.slice(borders[index], end))
        expect(sentencesOf(...pieces)).toEqual(sentencesOf(TEXT))
      }),
    )
  })

  it('lose no word, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (pieces) => {
        const words = (text: string) => text.match(/[\p{L}\d]+/gu) ?? []
        const told = sentencesOf(...pieces).map(({ text }) => text)
        expect(words(told.join(' ')).join('')).toBe(words(pieces.join('')).join(''))
      }),
    )
  })

  it('end at a citation and a stop, also before a number', () => {
    const told = sentencesOf('Kim left [1]. 15 men stayed [2]. They waited. [3] 8 июля 1962 г. Он уехал [4].')
    expect(told.map(({ citations }) => citations)).toEqual([[1], [2], [3], [4]])
  })

  it('do not end at the number of an item, nor at a Russian abbreviation', () => {
    expect(sentencesOf('1. Kim left [1].\n2. Mao stayed [2].').map(({ text }) => text)).toEqual([
      '1. Kim left [1].',
      '2. Mao stayed [2].',
    ])
    expect(
      sentencesOf('В мае 1984 г. Хонеккер встретился с тов. Кимом. [1] Он уехал в 1985 г. [2] Ким остался.'),
    ).toEqual([
      { text: 'В мае 1984 г. Хонеккер встретился с тов. Кимом. [1]', citations: [1] },
      { text: 'Он уехал в 1985 г. [2]', citations: [2] },
      { text: 'Ким остался.', citations: [] },
    ])
  })

  it('are whole ones where the text breaks off', () => {
    const broken = (text: string) => {
      const coming = new SentencesAsTheyCome()
      return [...coming.add(text), ...coming.end(true)].map(({ text }) => text)
    }
    expect(broken('Kim left. [1] In the next year he we')).toEqual(['Kim left. [1]'])
    expect(broken('Kim left. [1] Mao stayed [2].')).toEqual(['Kim left. [1]', 'Mao stayed [2].'])
    expect(broken('Kim left. [1')).toEqual([])
  })

  it('come before the text has ended', () => {
    const coming = new SentencesAsTheyCome()
    expect(coming.add('Kim left. [1] Mao st')).toEqual([{ text: 'Kim left. [1]', citations: [1] }])
    expect(coming.add('ayed [2].\n')).toEqual([{ text: 'Mao stayed [2].', citations: [2] }])
  })

  it('that cite without measure are not followed without measure', () => {
    expect(citationsIn('All of them [1-999999999].').length).toBeLessThan(50)
    expect(citationsIn('Backwards [5-2].')).toEqual([5])
  })
})
