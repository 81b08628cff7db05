import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CheckedSentence } from '../../../server/contract/chat-message.ts'
import { claimsBySource, parseCitedText } from '../../../web/conversation/parse-cited-text.ts'
import { parseModelText } from '../../../web/conversation/parse-model-text.ts'

const checked = (text: string, verdict: CheckedSentence['verdict'] = 'supported'): CheckedSentence => ({
  text,
  verdict,
  citations: [],
  found: [],
})
const SOURCES = new Set([1, 2])
const words = (paragraphs: ReturnType<typeof parseModelText>) =>
  paragraphs.map((statements) => statements.map(({ text }) => text).join(''))

describe('an answer that a model wrote', () => {
  const text = 'Kim asks. [1] He waits [2]. Nobody knows.\n\nMao agrees. [9]'
  const sentences = [
    checked('Kim asks. [1]'),
    checked('He waits [2].', 'unclear'),
    checked('Nobody knows.', 'uncited'),
    checked('Mao agrees. [9]', 'unknown-source'),
  ]

  it('has the verdict on each sentence at its end', () => {
    const paragraphs = parseModelText(text, SOURCES, sentences)
    expect(paragraphs).toHaveLength(2)
    const verdicts = paragraphs.map((statements) => statements.flatMap(({ check }) => check?.verdict ?? []))
    expect(verdicts).toEqual([['supported', 'unclear', 'uncited'], ['unknown-source']])
  })

  it('reads as it does without verdicts, and shows an unknown number as it stands', () => {
    expect(words(parseModelText(text, SOURCES, sentences))).toEqual(words(parseCitedText(text, SOURCES)))
    expect(words(parseModelText(text, SOURCES, sentences))[1]).toContain('[9]')
  })

  it('counts the places of its citations through the text', () => {
    const places = parseModelText(text, SOURCES, sentences)
      .flat()
      .flatMap(({ citations }) => citations)
    expect(places).toEqual([
      { n: 1, ordinal: 0 },
      { n: 2, ordinal: 1 },
    ])
  })

  it('reads the same while its sentences are still being checked, whatever their number', () => {
    fc.assert(
      fc.property(fc.nat(4), (count) => {
        expect(words(parseModelText(text, SOURCES, sentences.slice(0, count)))).toEqual(
          words(parseCitedText(text, SOURCES)),
        )
      }),
    )
  })

  const cited = (some: string, sentences: readonly CheckedSentence[] = []) =>
    parseModelText(some, SOURCES, sentences)
      .flat()
      .map(({ text, citations }) => [text, ...citations.map(({ n }) => n)])

  it('cites by every way of writing numbers, and leaves an unknown one among them to be seen', () => {
    expect(cited('A [1][2]. B. [1, 2] C [1-2]. D. [2–9] E [1;2].')).toEqual([
      ['A.', 1, 2],
      [' B.', 1, 2],
      [' C.', 1, 2],
      [' D. [3] [4] [5] [6] [7] [8] [9]', 2],
      [' E.', 1, 2],
    ])
    expect(cited('A. [1-999999]')[0]?.length).toBe(3)
    expect(cited('A. [99]')).toEqual([['A. [99]']])
    expect(cited('A. [1]. B [2].')).toEqual([
      ['A.', 1],
      [' B.', 2],
    ])
  })

  it('loses no word, whatever the model writes and however far it was checked', () => {
    const letters = (some: string) => (some.match(/\p{L}+/gu) ?? []).join('')
    const piece = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'ab *_#>-|`~[]()!<.123\n') }),
      fc.constantFrom('[1]', ' [2, 9]', '\n• ', 'Kim asks. ', '\n\n', 'He waits. [2]', '\nYear · Mao', '1. '),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const some = pieces.join('')
        const first = /^[^\n]*?\./.exec(some)?.[0].trim() ?? ''
        const shown = parseModelText(some, SOURCES, first ? [checked(first)] : [])
        expect(letters(words(shown).join(''))).toBe(letters(some))
      }),
      { numRuns: 2000 },
    )
  })

  it('has each source marked where its own words are nearest to what the model says with its number', () => {
    const found = [
      { n: 1, sentence: 'Kim requests.' },
      { n: 2, sentence: 'He stays.' },
    ]
    const paragraphs = parseModelText('Kim asks [1] and waits [2].', SOURCES, [
      { ...checked('Kim asks [1] and waits [2].'), found },
    ])
    expect(claimsBySource(paragraphs)).toEqual(
      new Map([
        [1, ['Kim asks', 'Kim requests.']],
        [2, [' and waits.', 'He stays.']],
      ]),
    )
  })

  it('leaves a source unmarked by what it does not say', () => {
    const found = [{ n: 1, sentence: 'Kim requests.' }]
    const paragraphs = parseModelText('Kim flew to Havana [1].', SOURCES, [
      { ...checked('Kim flew to Havana [1].', 'unsupported'), found },
    ])
    expect(claimsBySource(paragraphs)).toEqual(new Map([[1, ['Kim flew to Havana.']]]))
  })

  it('has the number that was added to a sentence, at its end', () => {
    const added = { ...checked('Kim asks.'), citations: [2], added: true }
    expect(cited('Kim asks. He waits. [1]', [added, checked('He waits. [1]')])).toEqual([
      ['Kim asks.', 2],
      [' He waits.', 1],
    ])
  })

  it('never ends in a marker that was not finished, and keeps the verdict on that sentence', () => {
    for (const end of ['[', '[1', '[1, ', '[1-']) {
      const sentence = `He waits ${end}`.trim()
      const [, last] = parseModelText(`Kim asks. [1] ${sentence}`, SOURCES, [
        checked('Kim asks. [1]'),
        checked(sentence, 'uncited'),
      ]).flat()
      expect(last).toMatchObject({ text: ' He waits', check: { verdict: 'uncited' } })
    }
  })

  it('has each line by itself, and takes nothing in it for markup: the server sends none', () => {
    const text = 'What was *agreed*\n\n• Trade grew [1].\n2. 3 * 4 = 12, 5 < 6\nYear · Event\n1984 · <b> [2]'
    const paragraphs = parseModelText(text, SOURCES, [checked('• Trade grew [1].')])
    expect(words(paragraphs)).toEqual([
      'What was *agreed*',
      '• Trade grew.',
      '2. 3 * 4 = 12, 5 < 6',
      'Year · Event',
      '1984 · <b>',
    ])
    expect(paragraphs[1]?.map(({ check }) => check?.verdict)).toEqual(['supported'])
  })

  it('has no space before a stop where the number stood between', () => {
    expect(cited('Kim asks [1] [2] . He waits [1] , then leaves.')).toEqual([
      ['Kim asks.', 1, 2],
      [' He waits,', 1],
      [' then leaves.'],
    ])
  })

  it('has numbers in a row together, whatever stood between', () => {
    expect(cited('Kim asks [1], [2]. He waits [1] ; [2].\nSources: [1], [2]')).toEqual([
      ['Kim asks.', 1, 2],
      [' He waits.', 1, 2],
      ['Sources:', 1, 2],
    ])
  })

  it('holds back a marker that has only begun', () => {
    expect(words(parseModelText('Kim asks. [1] He waits. [', SOURCES, [checked('Kim asks. [1]')]))).toEqual([
      'Kim asks. He waits.',
    ])
  })
})
