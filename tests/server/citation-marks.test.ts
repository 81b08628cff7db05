import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CitationMarks } from '../../server/answer/writer/citation-marks.ts'

/** The text as it is told when it comes in pieces of so many characters. */
function told(text: string, size = text.length || 1): string {
  const marks = new CitationMarks()
  let out = ''
  for (let start = 0; start < text.length; start += size) out += marks.add(text.slice(start, start + size))
  return out + marks.rest()
}

describe('a citation', () => {
  it.each([
    ['【2】', '[2]'],
    ['［2］', '[2]'],
    ['[^2]', '[2]'],
    ['[ 2 ]', '[2]'],
    ['[Source 2]', '[2]'],
    ['[source n="2"]', '[2]'],
    ['[Sources 2, 5]', '[2, 5]'],
    ['[doc. 12]', '[12]'],
    ['【2†source】', '[2]'],
    ['【3†L1-L4】', '[3]'],
  ])('%s is told as %s, however it is cut', (written, asked) => {
    for (const size of [1, 2, 3, 100])
      expect(told(`Kim came ${written}. Mao stayed.`, size)).toBe(`Kim came ${asked}. Mao stayed.`)
  })

  it.each([
    'Kim came [2]. Mao stayed [2][5].',
    'He said “[sic]” and [the minister] left.',
    'An open bracket [ and no end, for more characters than a citation could ever have here',
    'A link [2](https://example.org), a picture ![x](y).',
    'At the end [',
    '[not a citation\n2]',
    'Kim came [\n2】. Mao stayed.',
    'Kim came 【2†see [5 and more. Mao stayed.',
    'A list too long for a citation: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].',
  ])('is nothing else: %s', (text) => {
    for (const size of [1, 4, 100]) expect(told(text, size)).toBe(text)
  })

  it('is told alike however the text is cut', () => {
    const piece = fc.constantFrom('[', ']', '【', '】', '^', '2', ', ', '5', 'Source ', '†', 'Kim', ' ', '\n')
    const long = fc.constantFrom('2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5', '2†L1, L2, L3, L4, L5, L6, L7, L8, L9')
    const pieces = fc.array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: long }))
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 7 }), (some, size) => {
        expect(told(some.join(''), size)).toBe(told(some.join('')))
      }),
      { numRuns: 5000 },
    )
  })
})
