import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CitationNormalizer } from '../../../../server/answer/writer/citation-normalizer.ts'

/** The text as it is told when it comes in pieces of so many characters. */
function told(text: string, size = text.length || 1): string {
  const marks = new CitationNormalizer()
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
    ['[1 and 2]', '[1, 2]'],
    ['[1, 3, and 5]', '[1, 3, 5]'],
    ['[1 & 2]', '[1, 2]'],
    ['[1;2]', '[1, 2]'],
    ['[2 – 4]', '[2–4]'],
    ['[2 to 4]', '[2–4]'],
    ['[Sources 1 and 2]', '[1, 2]'],
    ['[Source 1, Source 2]', '[1, 2]'],
    ['[Source 1; Source 2; Source 3; Source 4; Source 5]', '[1, 2, 3, 4, 5]'],
    ['[Source: 2]', '[2]'],
    ['[Source #2]', '[2]'],
    ['[see 2]', '[2]'],
    ['[1, p. 3]', '[1]'],
    ['[1, pp. 3–4; 2, p. 7]', '[1, 2]'],
    ['[Source 1, para. 2]', '[1]'],
    ['(Source 1)', '[1]'],
    ['(see Sources 1 and 2)', '[1, 2]'],
    ['(Source 1, p. 3)', '[1]'],
    ['[\u200B2\u2060]', '[2]'],
    ['[\u00A02\u2009]', '[2]'],
    ['【１】', '[1]'],
    ['（来源1、来源2）', '[1, 2]'],
    ['[Источники 1 и 2]', '[1, 2]'],
    ['[Quellen 1 und 2]', '[1, 2]'],
    ['[1]\u200B[2]', '[1][2]'],
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
    'A list too long for a citation: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23].',
    'Kim came (in 1984), Mao (see below) and the others (sources say 3 of them).',
    'Numbers of another kind: (1), (Document 5), [p. 3], [3 May 1984], [2 men].',
    'A source (see',
  ])('is nothing else: %s', (text) => {
    for (const size of [1, 4, 100]) expect(told(text, size)).toBe(text)
  })

  it('holds ordinary words back no longer than they may be one', () => {
    const marks = new CitationNormalizer()
    expect(marks.add('Kim (the')).toBe('Kim (the')
    expect(marks.add(' son) came [with all of his ministers')).toBe(' son) came [with all of his ministers')
    expect(marks.add(' and others] (sour')).toBe(' and others] ')
    expect(marks.add('ly) left (see S')).toBe('(sourly) left ')
  })

  it('is told alike however the text is cut', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '【',
      '】',
      '^',
      '2',
      ', ',
      '5',
      'Source ',
      '†',
      'Kim',
      ' ',
      '\n',
      '(',
      ')',
      'see ',
      ' and ',
      's',
      ', p. ',
    )
    const long = fc.constantFrom(
      '2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5, 2, 5',
      '1 2 3 4 5 6 7 8 9 0 1 2',
      '2†L1, L2, L3, L4, L5, L6, L7, L8, L9',
    )
    const pieces = fc.array(fc.oneof({ weight: 12, arbitrary: piece }, { weight: 1, arbitrary: long }))
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 7 }), (some, size) => {
        expect(told(some.join(''), size)).toBe(told(some.join('')))
      }),
      { numRuns: 5000 },
    )
  })
})
