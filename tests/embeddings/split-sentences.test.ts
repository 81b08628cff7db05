import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../corpus/catalog.ts'
import { splitSentences } from '../../embeddings/split-sentences.ts'

describe('sentences', () => {
  it.each([
    [
      'after titles',
      'Dr. Kim meets Lt. Col. Fedorov. They talk.',
      ['Dr. Kim meets Lt. Col. Fedorov.', 'They talk.'],
    ],
    [
      'after initials',
      'L. Rinchin and V.N. Razuvaev agree. No more.',
      ['L. Rinchin and V.N. Razuvaev agree.', 'No more.'],
    ],
    ['after “No.”', 'Telegram No. 5 is lost. No. 6 is not.', ['Telegram No. 5 is lost.', 'No. 6 is not.']],
    [
      'within “i.e.” and “e.g.”',
      'Arms, e.g. Soviet tanks, i.e. T-34s, came.',
      ['Arms, e.g. Soviet tanks, i.e. T-34s, came.'],
    ],
    ['before small letters', 'He asks cf. below. and leaves.', ['He asks cf. below. and leaves.']],
    [
      'after “a.m.” and “p.m.”, but where the next word shows that another begins',
      'At 4 a.m. Northern guns fire. They stop at 11p.m. Seoul waits until 10 p.m. The city is dark.',
      ['At 4 a.m. Northern guns fire.', 'They stop at 11p.m. Seoul waits until 10 p.m.', 'The city is dark.'],
    ],
    [
      'after the initials of a state, but where the next word shows that another begins',
      'The U.S. Embassy leaves. Pak flies to the U.S. He stays.',
      ['The U.S. Embassy leaves.', 'Pak flies to the U.S.', 'He stays.'],
    ],
    [
      'between “b.” or “no.” and a number',
      'Pak (b. 1920, Seoul) reads telegram no. 5 Moscow–Pyongyang. Asked for more, he says no. Kim agrees.',
      [
        'Pak (b. 1920, Seoul) reads telegram no. 5 Moscow–Pyongyang.',
        'Asked for more, he says no.',
        'Kim agrees.',
      ],
    ],
    ['after titles in markup', '**Gen. Pak** leaves. He waits.', ['**Gen. Pak** leaves.', 'He waits.']],
    ['in numbers', 'It cost 1.5 million. He paid.', ['It cost 1.5 million.', 'He paid.']],
    [
      'before a bare number',
      'The heading reads 80. 02. 01. Kim signs.',
      ['The heading reads 80. 02. 01.', 'Kim signs.'],
    ],
  ])('do not end %s', (_, text, sentences) => expect(splitSentences(text)).toEqual(sentences))

  it('end with question and exclamation marks, and keep the quotation mark that closes them', () => {
    expect(splitSentences('“Who fired?” Kim asks. Nobody answers! He leaves.')).toEqual([
      '“Who fired?”',
      'Kim asks.',
      'Nobody answers!',
      'He leaves.',
    ])
  })

  it('are none where there is no text', () => {
    expect([...splitSentences(''), ...splitSentences(' \n ')]).toEqual([])
  })

  it('of every summary make up the summary again: nothing lost, nothing added, each verbatim', async () => {
    const { documents } = await loadCatalog()
    for (const { id, summary } of documents) {
      if (summary === null) continue
      const sentences = splitSentences(summary)
      expect(sentences.join(' '), id).toBe(summary.replace(/\s+/g, ' ').trim())
      expect(
        sentences.every((sentence) => summary.includes(sentence)),
        id,
      ).toBe(true)
    }
  })

  it('of the catalog begin like sentences and end like sentences', async () => {
    const { documents } = await loadCatalog()
    const sentences = documents.flatMap(({ summary }) => splitSentences(summary ?? ''))
    expect(sentences.length).toBeGreaterThan(1500)
    expect(sentences.filter((sentence) => !/^["“‘'(]*[\p{Lu}\p{N}]/u.test(sentence))).toEqual([])
    expect(sentences.filter((sentence) => !/[.?!]["”’)']*$/.test(sentence))).toEqual([])
    expect(
      sentences.filter((sentence) => /(?:^|\s)(?:Mr|Dr|Lt|Col|Gen|No|\p{Lu})\.$/u.test(sentence)),
    ).toEqual([])
  })

  it('lose nothing of any text whatever', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('. ', 'Dr. ', '? ', ' He', ' and', '\n', '80. 02. '),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const bare = (some: string) => some.replace(/\s+/g, '')
        const sentences = splitSentences(text)
        expect(bare(sentences.join(''))).toBe(bare(text))
        expect(sentences.every((sentence) => sentence !== '' && text.includes(sentence))).toBe(true)
      }),
    )
  })

  // Work that grows with the square of the length would take longer than a test may run.
  it('are found in time that grows with the length, even in 600,000 characters that seem to be one', () => {
    expect(splitSentences('A. '.repeat(200_000)).length).toBeGreaterThan(0)
  })
})
