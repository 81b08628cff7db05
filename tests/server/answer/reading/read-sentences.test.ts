/** Which sentences are read together with the question, and what the reader is given of them. */
import { expect, it } from 'vitest'
import { type FoundDocument, readSentences } from '../../../../server/answer/reading/read-sentences.ts'
import { record } from '../../hand-made-archive.ts'

const found = (title: string, priority: number, ...scores: number[]): FoundDocument => ({
  document: record(title, { date: '1968' }),
  number: 0,
  rank: 2,
  share: 0.5,
  priority,
  sentences: scores.map((score, ordinal) => ({
    document: title,
    ordinal,
    text: `${title} ${ordinal}`,
    score,
  })),
})

/** A reader that answers with falling probabilities, and keeps what it was given. */
function reader(missing = 0) {
  const given: { question: string; sentences: readonly { sentence: string }[] }[] = []
  const read = async (question: string, sentences: readonly { sentence: string }[]) => {
    given.push({ question, sentences })
    return sentences.slice(missing).map((_, index) => 1 / (index + 2))
  }
  return { archive: { reader: Object.assign(Object.create(null), { read }) }, given }
}

it('the most promising sentences are read, by their document’s priority and half of their own closeness', async () => {
  const { archive } = reader()
  const documents = [found('A', 0.5, 0.5, 0.1), found('B', 0.3, 0.8)]
  const read = await readSentences('Why?', documents, archive, { maxSentences: 3 })
  // 0.5 + 0.25, 0.3 + 0.4, 0.5 + 0.05
  expect(read.map(({ text }) => text)).toEqual(['A 0', 'B 0', 'A 1'])
  const two = await readSentences('Why?', documents, archive, { maxSentences: 2 })
  expect(two.map(({ text }) => text)).toEqual(['A 0', 'B 0'])
})

it('the reader is given title, date and sentence, and its probabilities are kept', async () => {
  const { archive, given } = reader()
  const read = await readSentences('Why?', [found('A', 1, 0.5, 0.4)], archive, { maxSentences: 9 })
  expect(given).toEqual([
    {
      question: 'Why?',
      sentences: [
        { title: 'A', date: '1968', sentence: 'A 0' },
        { title: 'A', date: '1968', sentence: 'A 1' },
      ],
    },
  ])
  expect(read.map(({ probability }) => probability)).toEqual([1 / 2, 1 / 3])
  expect(read[0]).toMatchObject({ ordinal: 0, rank: 2, share: 0.5 })
})

it('a sentence that the reader says nothing of is no answer', async () => {
  const { archive } = reader(1)
  const read = await readSentences('Why?', [found('A', 1, 0.5, 0.4)], archive, { maxSentences: 9 })
  expect(read.map(({ probability }) => probability)).toEqual([1 / 2, 0])
})
