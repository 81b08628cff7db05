import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citationsIn, SentencesAsTheyCome } from '../../server/answer/writer/cited-sentences.ts'

function sentencesOf(...pieces: string[]) {
  const coming = new SentencesAsTheyCome()
  return [...pieces.flatMap((piece) => coming.add(piece)), ...coming.end()]
}
const TEXT =
  'Kim met Mr. Honecker on 30 May 1984 [1]. They agreed on trade. [2][3] Did he say “no”? [4, 5]\n\nNo. 5 was closed [6–8]!\n- A line [9]\nAnother line without a stop\n\n김일성은 베를린에 갔다 [10]. Then he left.'

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
