import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CitedSentenceSplitter } from '../../../../server/answer/writer/cited-sentences.ts'
import {
  MarkdownStreamParser,
  plainText,
} from '../../../../server/answer/writer/markdown/markdown-stream-parser.ts'
import type { LinePiece } from '../../../../server/answer/writer/markdown/plain-lines.ts'
import { citedNumbersIn } from '../../../../server/contract/citation-mark.ts'

/** What a model writes, in pieces, as the checks get it. */
function readingOf(coming = new CitedSentenceSplitter(), reader = new MarkdownStreamParser()) {
  return {
    add: (piece: string) => coming.add(reader.add(piece)),
    end: (brokenOff = false) => [...coming.add(reader.end()), ...coming.end(brokenOff)],
  }
}
function sentencesOf(...pieces: string[]) {
  const reading = readingOf()
  return [...pieces.flatMap(reading.add), ...reading.end()]
}
/** The sentences of plain text that comes in pieces. */
function sentencesOfPlain(...pieces: string[]) {
  const coming = new CitedSentenceSplitter()
  const lines = (piece: string) =>
    piece.split('\n').map((text, index): LinePiece => ({ breaks: index > 0 ? 1 : 0, text, kind: undefined }))
  return [...pieces.flatMap((piece) => coming.add(lines(piece))), ...coming.end()]
}
/** The text in pieces. */
function cutAt(text: string, cuts: readonly number[]): string[] {
  const borders = [0, ...[...cuts].sort((a, b) => a - b), text.length]
  return borders.slice(1).map((end, index) => text.slice(borders[index], end))
}
const textsOf = (...pieces: string[]) => sentencesOf(...pieces).map(({ text }) => text)

const TEXT =
  'Kim met Mr. Honecker on 30 May 1984 [1]. They agreed on trade. [2][3] Did he say “no”? [4, 5]\n\nNo. 5 was closed [6–8]!\n- A line [9]\nAnother line without a stop\n\n김일성은 베를린에 갔다 [10]. Then he left.\n2. Later [1]. 15 men came [2]. В 1984 г. Ким ушёл. [3]'

describe('the sentences of an answer', () => {
  it('have the citations that stand in them or right after them', () => {
    expect(sentencesOf(TEXT)).toEqual([
      { text: 'Kim met Mr. Honecker on 30 May 1984 [1].', citations: [1] },
      { text: 'They agreed on trade. [2][3]', citations: [2, 3] },
      { text: 'Did he say “no”? [4, 5]', citations: [4, 5] },
      { text: 'No. 5 was closed [6–8]!', citations: [6, 7, 8] },
      { text: '• A line [9]', citations: [9] },
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
        expect(sentencesOfPlain(...cutAt(TEXT, cuts))).toEqual(sentencesOfPlain(TEXT))
      }),
    )
  })

  it('are the same wherever it is cut, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'Kim left',
        'The',
        'he',
        ' ',
        ' ',
        '. ',
        '.',
        '! ',
        '\n',
        '"',
        ' "',
        '" ',
        '“',
        '”',
        '‘',
        '’',
        ': ',
        ', ',
        '–',
      ],
      ...[
        '[1]',
        ' [2]',
        '[1, 2]. ',
        '[',
        'a.m.',
        'U.S.',
        'Gen.',
        'am 30.',
        'Mai',
        '(b.',
        '15',
        'г.',
        '1. ',
        '8 июля',
      ],
      ...['Year · Event', '• ', 'Sources:', '[1] Letter', 'Overview:', '。', '他说'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), fc.array(fc.nat(150)), (pieces, cuts) => {
        const text = pieces.join('')
        expect(sentencesOfPlain(...cutAt(text, cuts))).toEqual(sentencesOfPlain(text))
        expect(sentencesOfPlain(...text)).toEqual(sentencesOfPlain(text))
      }),
      { numRuns: 500 },
    )
  })

  it('lose no word, whatever the text, but for headings', () => {
    const piece = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[#*_|:：]/g, ''))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
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
    expect(textsOf('1968. Kim left [1].\n\nHe came in 1968. Kim left [1].')).toEqual([
      '1968. Kim left [1].',
      'He came in 1968.',
      'Kim left [1].',
    ])
    expect(
      sentencesOf('В мае 1984 г. Хонеккер встретился с тов. Кимом. [1] Он уехал в 1985 г. [2] Ким остался.'),
    ).toEqual([
      { text: 'В мае 1984 г. Хонеккер встретился с тов. Кимом. [1]', citations: [1] },
      { text: 'Он уехал в 1985 г. [2]', citations: [2] },
      { text: 'Ким остался.', citations: [] },
    ])
  })

  it.each([
    ['after “a.m.”', 'Around 4 a.m. Northern guns opened up on Ongjin [1].'],
    ['after a title', 'Gen. Pak (b. 1920, Seoul) answered at 10 p.m. [1]'],
    ['within a quotation', 'Muccio said: "Northern guns … morning. Kaesong fell by nine." [1]'],
    ['within a quotation in the middle', 'He said “Guns fired. Kaesong fell.” and left [1].'],
    ['after a quotation that somebody says', '"Only bodies will be recovered." General Pak said so [1].'],
    ['after a quotation that a list has', '• “Only bodies will be recovered!” Pak said [1].'],
    ['in other quotation marks', 'Er sagte: „Sie schossen. Kaesong fiel.“ [1]'],
    ['in those of Russian', '«Кто стрелял? Мы ждём.» – Ким не ответил [1].'],
    ['in those of Chinese', '金日成说：“他们开火了。开城失守了。”[1]'],
    ['in single ones', 'He said: ‘They didn’t stop. Kaesong fell.’ [1]'],
    ['in a German date', 'Am 30. Mai 1984 traf Kim Honecker [1].'],
  ])('do not end %s', (_, text) => expect(sentencesOf(text)).toEqual([{ text, citations: [1] }]))

  it('end within a quotation that cites, and where one is never closed', () => {
    expect(textsOf('He said: “Guns fired. [1] Kaesong fell.” [2]')).toEqual([
      'He said: “Guns fired. [1]',
      'Kaesong fell.” [2]',
    ])
    expect(textsOf('He said: "Guns fired. Kaesong fell. [1] Kim left.')).toEqual([
      'He said: "Guns fired.',
      'Kaesong fell. [1]',
      'Kim left.',
    ])
  })

  it('end with a quotation that is cited, or that somebody said before it', () => {
    expect(textsOf('"Only bodies." [1] Pak left [2].')).toEqual(['"Only bodies." [1]', 'Pak left [2].'])
    expect(textsOf('Pak said: "Only bodies." Kim left [2].')).toEqual([
      'Pak said: "Only bodies."',
      'Kim left [2].',
    ])
  })

  // Searching each line anew at each letter took longer than a test may run.
  it('take time in proportion to the text, however strange it is and however small its pieces', () => {
    for (const piece of ['A. ', '"', '.', ' "a” ‘b ', '[1] ', ': ', 'word ', ' · a ', ' ']) {
      const coming = new CitedSentenceSplitter()
      const text = piece.repeat(12_000 / piece.length)
      for (const some of text.match(/.{1,5}/gs) ?? [])
        coming.add([{ breaks: 0, text: some, kind: undefined }])
      expect(coming.end().every((sentence) => text.includes(sentence.text))).toBe(true)
    }
  })

  it('are whole ones where the text breaks off', () => {
    const broken = (text: string) => {
      const reading = readingOf()
      return [...reading.add(text), ...reading.end(true)].map(({ text }) => text)
    }
    expect(broken('Kim left. [1] In the next year he we')).toEqual(['Kim left. [1]'])
    expect(broken('Kim left. [1] Mao stayed [2].')).toEqual(['Kim left. [1]', 'Mao stayed [2].'])
    expect(broken('Kim left. [1')).toEqual([])
  })

  it('come before the text has ended', () => {
    const reading = readingOf()
    expect(reading.add('Kim left. [1] Mao st')).toEqual([{ text: 'Kim left. [1]', citations: [1] }])
    expect(reading.add('ayed [2].\nT')).toEqual([{ text: 'Mao stayed [2].', citations: [2] }])
  })

  it.each([
    ...['## Overview', '**Overview**', 'Overview:', '- **Soviet position:**', '**1. Background**', '## 개요'],
    ...[
      '### The role of the Soviet Union',
      '## The U.S. Response',
      'Here are the key points:',
      '## Überblick',
    ],
    ...['Here is what the sources say about the Pueblo crisis:', 'The sources say the following:'],
    ...['| Year | Event |\n|---|---|', 'Year | Event\n--- | ---', 'Sources:'],
  ])('are none where nothing is claimed: %s', (text) => {
    for (const size of [1, 3, 100])
      expect(
        textsOf(
          'Kim left [1].\n',
          ...(text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []),
          '\nMao stayed [2].',
        ),
      ).toEqual(['Kim left [1].', 'Mao stayed [2].'])
  })

  it('are told apart from the entries of a list of sources, which claim nothing but that there are such', () => {
    const text =
      'Kim left [1].\n**Sources:** [1], [2]\n[1] Memorandum from Rusk to Johnson, May 30, 1968.\n- [2]: Ciphered Telegram. Stalin to Shtykov\n\n3. Letter\nMao stayed [2].'
    for (const size of [1, 3, 200])
      expect(sentencesOf(...(text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []))).toEqual([
        { text: 'Kim left [1].', citations: [1] },
        { text: 'Sources: [1], [2]', citations: [1, 2], listsSources: true },
        { text: '[1] Memorandum from Rusk to Johnson, May 30, 1968.', citations: [1], listsSources: true },
        { text: '• [2]: Ciphered Telegram. Stalin to Shtykov', citations: [2], listsSources: true },
        { text: 'Mao stayed [2].', citations: [2] },
      ])
  })

  it.each([
    ...['## Kim ordered the attack', '## Kim orders the attack', '**Kim left Berlin.**', '**Kim was here**'],
    ...['## The attack of 25 June 1950', '## No Soviet Involvement', '## Mao agrees [1]', 'Kim is a liar:'],
    ...['Kim ordered the following:', 'The documents show that Kim lied:', 'Here is how Kim murdered Pak:'],
    ...[
      'The sources report Chinese attacks:',
      '## Kim besucht Berlin',
      '## 金日成访问北京',
      '## Ким напал первым',
    ],
    ...[
      'Kim left',
      '| Kim | Berlin |',
      '| Kim left | Mao stayed |\n|---|---|',
      '[1] Memorandum',
      '> Kim attacked:',
    ],
    'Sources:\n[1] Kim ordered the attack.',
    'Sources:\nKim and Mao',
  ])('are not lost where a claim only looks like a heading: %s', (text) => {
    const claim = plainText(text).replace(/^Sources:\n/, '')
    for (const size of [1, 3, 100])
      expect(textsOf(...(text.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []))).toEqual([claim])
  })

  it('that cite without measure are not followed without measure', () => {
    expect(citedNumbersIn('All of them [1-999999999].').length).toBeLessThan(50)
    expect(citedNumbersIn('Backwards [5-2].')).toEqual([5])
  })
})
