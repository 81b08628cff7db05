import { describe, expect, it } from 'vitest'
import { reducedDateSchema } from '../../corpus/document.ts'
import { splitLeadIn } from '../../web/conversation/lead-in.ts'

const date = reducedDateSchema.parse('1950-10-13')

describe('the words that lead a quotation in', () => {
  it('are set apart where they name the date of the source', () => {
    expect(splitLeadIn('A telegram of 13 October 1950: Kim asks.', date)).toEqual([
      'A telegram of 13 October 1950',
      'Kim asks.',
    ])
  })

  it.each([
    'The incident at home: from the afternoon on, radio ran the order.',
    'A telegram of 14 October 1950: Kim asks.',
    'Kim asks. On 13 October 1950: nothing.',
  ])('are not any words before a colon: %s', (text) => {
    expect(splitLeadIn(text, date)).toEqual(['', text])
  })
})
