/** Sentences against one record, a check at a time; the sentences are no part of the evaluation. */
import { beforeAll, describe, expect, test } from 'vitest'
import { archiveDocumentSchema } from '../../../../corpus/document.ts'
import { type Knowledge, type ReadRecord, readRecord } from '../../../../server/answer/verification/record.ts'
import { type Verification, verify } from '../../../../server/answer/verification/verify.ts'
import { knowledgeOf } from '../../../eval/verification-pairs.ts'
import { openTestArchive } from '../../../open-test-archive.ts'

const document = archiveDocumentSchema.parse({
  id: '1971-11-08-an-invented-record',
  title: 'Record of Conversation between Erich Honecker and Kim Yong-nam',
  date: '1971-11-08',
  type: 'record of conversation',
  summary:
    'Kim Yong-nam asks Honecker for three power stations and a loan of 90 million rubles, to be paid back within six years. ' +
    'Honecker refuses the loan but promises to send twelve engineers to Hamhung in the spring of 1972. ' +
    'Kim criticizes the Soviet Union for its silence on the Second Congress and may visit East Berlin on 4 March 1973.',
  people: ['Erich Honecker', 'Kim Yong-nam'],
  countries: ['East Germany', 'North Korea', 'Soviet Union'],
  subjects: ['economic aid'],
  events: [],
  publisher: 'Wilson Center Digital Archive',
})

let knowledge: Knowledge
let record: ReadRecord
const check = (sentence: string): Promise<Verification> => verify(sentence, [{ n: 3, record }], knowledge)

beforeAll(async () => {
  knowledge = knowledgeOf(await openTestArchive())
  record = await readRecord(document, knowledge)
})

describe('a sentence that says what the record says', () => {
  test.each([
    'In November 1971 Kim Yong-nam asked Honecker for three power stations and a loan.',
    'Honecker turned down the loan of 90 million rubles [3].',
    'The East German leader promised to send a dozen engineers to Hamhung in 1972.',
    'Kim Young-nam requested some 90 million rubles from the GDR, to be repaid within six years.',
  ])('is supported: %s', async (sentence) => {
    expect((await check(sentence)).verdict).toBe('supported')
  })

  test('comes with the sentence of the record that carries it', async () => {
    const { found } = await check('The East German leader refused the loan.')
    expect(found.map(({ n }) => n)).toContain(3)
    expect(found.some(({ sentence }) => sentence.startsWith('Honecker refuses the loan'))).toBe(true)
  })
})

describe('what stands nowhere in the record makes a sentence unsupported, and is named', () => {
  test.each([
    ['another day', 'Kim Yong-nam asked Honecker for a loan on 18 November 1971.', '18 November 1971'],
    ['another year', 'Honecker promised to send twelve engineers to Hamhung in 1974.', '1974'],
    ['another number', 'Kim Yong-nam asked Honecker for five power stations.', 'five'],
    ['another ordinal', 'Kim criticized the Soviet Union for its silence on the Third Congress.', 'Third'],
    ['another length of time', 'The loan was to be paid back within six months.', 'six months'],
    ['another person', 'Kim Yong-nam asked Ceausescu for three power stations.', 'Ceausescu'],
    ['another country', 'Kim criticized the Chinese for their silence on the Second Congress.', 'Chinese'],
    ['another place', 'Honecker promised to send twelve engineers to Wonsan in the spring.', 'Wonsan'],
    [
      'a name that the archive does not know',
      'Honecker promised to send Engineer Quillfeather to Hamhung.',
      'Quillfeather',
    ],
  ])('%s', async (_, sentence, missing) => {
    const result = await check(sentence)
    expect(result.verdict).toBe('unsupported')
    expect(result.missing).toContain(missing)
  })
})

describe('what the record says otherwise is not supported', () => {
  test.each([
    ['who asks whom', 'Honecker asked Kim Yong-nam for three power stations and a loan.'],
    ['a refusal told as consent', 'Honecker granted the loan and promised to send twelve engineers.'],
    ['a promise that is denied', 'Honecker did not promise to send twelve engineers to Hamhung.'],
    ['a wish told as a deed', 'Kim Yong-nam had already visited East Berlin.'],
    ['a part told as the whole', 'Honecker promised to send every engineer to Hamhung.'],
    ['a number of something else', 'Honecker promised to send three engineers to Hamhung.'],
    ['a day where the record has a season', 'Honecker promised engineers for 3 May 1972.'],
    ['a half told of the whole', 'Honecker promised to send half of the engineers to Hamhung.'],
    ['an act of known people that is told nowhere', 'Honecker insulted Kim Yong-nam.'],
    ['an event in three words', 'The engineers vanished.'],
  ])('%s', async (_, sentence) => {
    expect((await check(sentence)).verdict).not.toBe('supported')
  })
})

test('a sentence on something else is not vouched for', async () => {
  const { verdict } = await check('The harvest was poor that year, and the fishermen stayed in port.')
  expect(verdict).not.toBe('supported')
})

test('a sentence in another language is left to the reader, and not called wrong', async () => {
  const { verdict } = await check(
    'Der Minister bat seinen Gast um Kraftwerke, Kredite, Ingenieure und Getreide.',
  )
  expect(verdict).toBe('unclear')
})

test('nor is one in Korean, whatever its figures', async () => {
  const { verdict, missing } = await check('김영남은 1971년 11월에 발전소 3개를 요청했다.')
  expect(verdict).toBe('unclear')
  expect(missing).toBeUndefined()
})

test.each(['[17]', '[1-3]', '[1; 3]'])('%s is no number of the sentence', async (mark) => {
  expect((await check(`Honecker refuses the loan ${mark}.`)).verdict).toBe('supported')
})

test.each(['2. ', '7) ', '• ', '5 · ', '• 4. ', 'Fifth, '])(
  'nor is what counts an item: %s',
  async (item) => {
    expect((await check(`${item}Honecker refuses the loan.`)).verdict).toBe('supported')
  },
)

test('citation numbers are no numbers of the sentence', async () => {
  expect(
    (
      await check(
        'Honecker refuses the loan but promises to send twelve engineers to Hamhung in the spring of 1972. [17]',
      )
    ).verdict,
  ).toBe('supported')
})
