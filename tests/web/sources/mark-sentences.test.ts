import { describe, expect, it } from 'vitest'
import { markedText, markSentences } from '../../../web/sources/mark-sentences.ts'

const summary =
  'Kim Il Sung receives the ambassador in Pyongyang. He asks Gen. Shtykov for rifles and for aircraft. The talk lasts an hour.'

describe('the pencil on a summary', () => {
  it('marks the sentences that the answer quotes', () => {
    const pieces = markSentences(summary, ['A telegram of 1950: The talk lasts an hour.'], [])
    expect(markedText(pieces)).toBe('The talk lasts an hour.')
  })

  it('does not cut a sentence at an abbreviation', () => {
    const pieces = markSentences(summary, ['He asks Gen. Shtykov for rifles and for aircraft.'], [])
    expect(markedText(pieces)).toBe('He asks Gen. Shtykov for rifles and for aircraft.')
  })

  it('marks what met the question best where the answer quotes nothing', () => {
    const pieces = markSentences(
      summary,
      ['Something in other words.'],
      [
        { text: 'Kim Il Sung receives the ambassador in Pyongyang.', score: 0.4 },
        { text: 'The talk lasts an hour.', score: 0.6 },
      ],
    )
    expect(markedText(pieces)).toBe('The talk lasts an hour.')
  })

  it('marks nothing where the whole summary was met: that points at nothing', () => {
    expect(markSentences(summary, [], [{ text: summary, score: 1 }])).toEqual([
      { text: summary, marked: false },
    ])
  })

  it('shows every letter of the summary, marked or not', () => {
    const pieces = markSentences(summary, ['The talk lasts an hour.'], [])
    expect(pieces.map((piece) => piece.text).join('')).toBe(summary)
  })
})
