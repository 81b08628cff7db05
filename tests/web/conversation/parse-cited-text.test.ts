import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimsBySource, firstOrdinal, parseCitedText } from '../../../web/conversation/parse-cited-text.ts'

const sources = new Set([1, 2, 3])

describe('the text of an answer', () => {
  it('gives each sentence the numbers that follow it', () => {
    const [opening, first] = parseCitedText(
      'Two documents speak to this.\n\nKim thanks Moscow. [1] He asks for oil.[2][3]',
      sources,
    )
    expect(opening).toEqual([{ text: 'Two documents speak to this.', citations: [] }])
    expect(first).toEqual([
      { text: 'Kim thanks Moscow.', citations: [{ n: 1, ordinal: 0 }] },
      {
        text: ' He asks for oil.',
        citations: [
          { n: 2, ordinal: 1 },
          { n: 3, ordinal: 2 },
        ],
      },
    ])
  })

  it('cites only its own sources: other numbers in brackets stay text', () => {
    const [paragraph] = parseCitedText('Ciphered telegram [405840], see [9] and [12]. [1]', sources)
    expect(paragraph).toEqual([
      { text: 'Ciphered telegram [405840], see [9] and [12].', citations: [{ n: 1, ordinal: 0 }] },
    ])
  })

  it('keeps a true number beside a false one', () => {
    const [paragraph] = parseCitedText('Kim agrees. [9] [1]', sources)
    expect(paragraph).toEqual([{ text: 'Kim agrees. [9]', citations: [{ n: 1, ordinal: 0 }] }])
  })

  it('leaves markup and links as the text that they are', () => {
    const text = '<img src=x onerror=alert(1)> [a](https://example.org) **bold**'
    expect(parseCitedText(text, sources)).toEqual([[{ text, citations: [] }]])
  })

  it('cites a source once where a sentence names it twice', () => {
    expect(parseCitedText('Kim agrees. [1] [1]', sources)[0]?.[0]?.citations).toEqual([{ n: 1, ordinal: 0 }])
  })

  it('holds back a marker that has only begun, but only while the answer streams', () => {
    expect(parseCitedText('Kim agrees. [1', sources, true)).toEqual([
      [{ text: 'Kim agrees.', citations: [] }],
    ])
    expect(parseCitedText('Kim agrees. [1', sources)).toEqual([[{ text: 'Kim agrees. [1', citations: [] }]])
  })

  it('has no paragraph where there is no text', () => {
    expect(parseCitedText('\n\n \n\n', sources)).toEqual([])
  })

  it('loses no words, whatever is asked and answered', () => {
    const words = (some: string) => some.replace(/\[[123]\]/g, '').replace(/\s/g, '')
    const piece = fc.oneof(fc.string(), fc.constantFrom('[1]', ' [2]', '[9]', '[', '\n\n', 'Kim asks. '))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const shown = parseCitedText(text, sources).flatMap((statements) =>
          statements.map((statement) => statement.text),
        )
        expect(words(shown.join(''))).toBe(words(text))
      }),
    )
  })
})

describe('what a source is cited for', () => {
  const paragraphs = parseCitedText('A. [2]\n\nB. [1] C. [2]', sources)

  it('collects the texts by number', () => {
    expect(claimsBySource(paragraphs)).toEqual(
      new Map([
        [2, ['A.', ' C.']],
        [1, ['B.']],
      ]),
    )
  })

  it('finds the first place, where a card leads back to', () => {
    const read = paragraphs.map((statements) => ({ statements }))
    expect(firstOrdinal(read, 2)).toBe(0)
    expect(firstOrdinal(read, 1)).toBe(1)
    expect(firstOrdinal(read, 3)).toBeUndefined()
  })
})
