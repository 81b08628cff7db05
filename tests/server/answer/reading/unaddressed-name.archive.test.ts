/** What a question asks of somebody or somewhere must be told of them: on a reader made by hand. */
import { describe, expect, it } from 'vitest'
import type { LinkedName } from '../../../../corpus/names/name-linker.ts'
import { findUnaddressedName } from '../../../../server/answer/reading/unaddressed-name.ts'
import type { Archive } from '../../../../server/archive/archive.ts'

const QUESTION = 'When did Kim visit Washington?'
const WASHINGTON = named('Washington', QUESTION)
const SENTENCES = [0.6, 0.5, 0.4, 0.01].map((probability, ordinal) => ({
  ...{
    document: { title: 'Report', date: '1975-04-29' },
    ordinal,
    text: 'Kim went to China.',
    rank: 0,
    share: 1,
  },
  probability,
})) as unknown as Parameters<typeof findUnaddressedName>[2]

function named(text: string, question: string, subject = false): LinkedName {
  const start = question.indexOf(text)
  return {
    text,
    start,
    end: start + text.length,
    metonym: false,
    entities: [{ subject }],
  } as unknown as LinkedName
}

/** A reader that gives every sentence the probability of its question. */
function archiveWith(probabilityOf: (question: string) => number) {
  const asked: string[] = []
  const reader = {
    read: (question: string, sentences: readonly unknown[]) => {
      asked.push(question)
      return Promise.resolve(sentences.map(() => probabilityOf(question)))
    },
  }
  return { archive: { reader } as unknown as Archive, asked }
}

const understood = (question: string, names: LinkedName[]) => ({ question, names, periods: [] })

describe('a name that the best sentences do not speak of', () => {
  it('is one without which they answer far better', async () => {
    const { archive, asked } = archiveWith(() => 0.9)
    expect(await findUnaddressedName(QUESTION, understood(QUESTION, [WASHINGTON]), SENTENCES, archive)).toBe(
      WASHINGTON,
    )
    expect(asked).toEqual(['When did Kim visit ?'])
  })

  it.each([
    ['no better', () => 0.5],
    ['a little better', () => 0.6],
    ['worse', () => 0.1],
  ])('is none without which they answer %s', async (_, probabilityOf) => {
    const { archive } = archiveWith(probabilityOf)
    expect(
      await findUnaddressedName(QUESTION, understood(QUESTION, [WASHINGTON]), SENTENCES, archive),
    ).toBeUndefined()
  })

  it.each([
    ['in a question for no value', 'Why did Kim visit Washington?', []],
    ['where the question was read with words of the conversation', QUESTION, ['Nixon: ']],
  ])('is not looked for %s', async (_, question, [context = '']) => {
    const { archive, asked } = archiveWith(() => 0.9)
    const names = [named('Washington', question)]
    expect(
      await findUnaddressedName(question, understood(context + question, names), SENTENCES, archive),
    ).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('is not the one whom the whole archive is about', async () => {
    const { archive, asked } = archiveWith(() => 0.9)
    const names = [named('Kim', QUESTION, true)]
    expect(
      await findUnaddressedName(QUESTION, understood(QUESTION, names), SENTENCES, archive),
    ).toBeUndefined()
    expect(asked).toEqual([])
  })

  it('is looked for in the first two names alone', async () => {
    const { archive, asked } = archiveWith(() => 0.1)
    const question = 'When did Nixon, Mao and Tito meet?'
    const names = ['Nixon', 'Mao', 'Tito'].map((name) => named(name, question))
    await findUnaddressedName(question, understood(question, names), SENTENCES, archive)
    expect(asked).toHaveLength(2)
  })
})
