/** Which number a sentence may cite, and which it is given where it cites none. */
import { beforeAll, describe, expect, test } from 'vitest'
import { archiveDocumentSchema } from '../../../../corpus/document.ts'
import { findSource } from '../../../../server/answer/verification/find-source.ts'
import { type Knowledge, readRecord } from '../../../../server/answer/verification/record.ts'
import type { Source } from '../../../../server/answer/verification/source.ts'
import { verify } from '../../../../server/answer/verification/verify.ts'
import { knowledgeOf } from '../../../eval/verification-pairs.ts'
import { openTestArchive } from '../../../open-test-archive.ts'

const record = {
  type: 'report',
  people: [],
  countries: ['Mongolia', 'North Korea', 'East Germany'],
  subjects: [],
  events: [],
  publisher: 'Wilson Center Digital Archive',
}
const documents = [
  {
    ...record,
    id: '1953-06-01-horses',
    title: 'Report of the Embassy of Mongolia',
    date: '1953-06-01',
    summary:
      'Mongolia sends four thousand horses to North Korea. Its herdsmen stay in Wonsan until the autumn.',
  },
  {
    ...record,
    id: '1971-11-08-a-loan',
    title: 'Record of Conversation with Erich Honecker',
    date: '1971-11-08',
    summary: 'Honecker refuses a loan of 90 million rubles, and promises engineers for Hamhung.',
  },
].map((each) => archiveDocumentSchema.parse(each))

let knowledge: Knowledge
let sources: Source[]
const check = (sentence: string) => verify(sentence, sources, knowledge)

beforeAll(async () => {
  knowledge = knowledgeOf(await openTestArchive())
  sources = await Promise.all(
    documents.map(async (document, index) => ({
      n: index + 1,
      record: await readRecord(document, knowledge),
    })),
  )
})

describe('a sentence that cites two records', () => {
  test('may draw on both', async () => {
    const { verdict, found } = await check(
      'Mongolia sent four thousand horses to North Korea, while Honecker refused a loan of 90 million rubles [1][2].',
    )
    expect(verdict).toBe('supported')
    expect(new Set(found.map(({ n }) => n))).toEqual(new Set([1, 2]))
  })

  test('has each number behind what its record says', async () => {
    const horses = 'Mongolia sent four thousand horses to North Korea'
    const loan = 'Honecker refused a loan of 90 million rubles'
    expect((await check(`${horses} [1], while ${loan} [2].`)).verdict).toBe('supported')
    const turned = await check(`${horses} [2], while ${loan} [1].`)
    expect(turned.verdict).toBe('unclear')
    expect(turned.missing).toEqual(expect.arrayContaining(['four thousand', '90 million rubles']))
  })

  test('may cite them as a range', async () => {
    const both = 'Mongolia sent four thousand horses to North Korea and Honecker refused a loan'
    expect((await check(`${both} [1-2], of 90 million rubles [2].`)).missing).toBeUndefined()
  })

  test('cites none that has nothing of it', async () => {
    const { verdict, missing } = await check('The herdsmen stayed in Wonsan until the autumn [1][2].')
    expect([verdict, missing]).toEqual(['unclear', ['[2]']])
  })
})

describe('a sentence that cites none', () => {
  test.each([
    ['Honecker refused a loan of 90 million rubles.', 2],
    ['Mongolia sent four thousand horses to North Korea.', 1],
  ])('is given the number of the record that says it: %s', async (sentence, n) => {
    expect((await findSource(sentence, sources, knowledge))?.n).toBe(n)
  })

  test.each([
    'Honecker was dismissed.',
    'Mongolia attacked North Korea.',
    'Okay, the user asks about Mongolia.',
    'North Korea sent horses to Mongolia.',
    'The herdsmen of Mongolia did not like the food in Wonsan.',
  ])('is given no number where none says it: %s', async (sentence) => {
    expect(await findSource(sentence, sources, knowledge)).toBeUndefined()
  })
})
