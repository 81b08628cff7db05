/** How a sentence may differ in its words from the record that it cites, and how it may not. */
import { beforeAll, describe, expect, test } from 'vitest'
import { archiveDocumentSchema } from '../../../../corpus/document.ts'
import { type Knowledge, type ReadRecord, readRecord } from '../../../../server/answer/verification/record.ts'
import { type Verification, verify } from '../../../../server/answer/verification/verify.ts'
import { knowledgeOf } from '../../../eval/verification-pairs.ts'
import { openTestArchive } from '../../../open-test-archive.ts'

const document = archiveDocumentSchema.parse({
  id: '1977-12-12-another-invented-record',
  title: 'Letter from Erich Honecker to Kim Il Sung',
  date: '1977-12-12',
  type: 'letter',
  summary:
    'Honecker thanks Kim Il Sung for the reception of his delegation in Pyongyang from 8 to 11 December. ' +
    'Reports of a meeting with the Communists of Japan are unconfirmed, as he told the Politburo the day before. ' +
    'He refuses a summit in Berlin, welcomes the consular treaty, and asks for half an hour of Korean broadcasts a week. ' +
    'Romania proposes a joint commission.',
  people: ['Erich Honecker', 'Kim Il Sung', 'Hermann Axen'],
  countries: ['East Germany', 'North Korea', 'Japan', 'Romania'],
  subjects: [],
  events: [],
  publisher: 'Wilson Center Digital Archive',
})

let knowledge: Knowledge
let record: ReadRecord
const check = (sentence: string): Promise<Verification> => verify(sentence, [{ n: 1, record }], knowledge)

beforeAll(async () => {
  knowledge = knowledgeOf(await openTestArchive())
  record = await readRecord(document, knowledge)
})

describe('nothing is missed in', () => {
  test.each([
    [
      'a day counted from the record’s own',
      'On 11 December 1977 Honecker spoke of the reports to the Politburo.',
    ],
    ['a day in words', 'The reception began on the eighth of December.'],
    ['a stretch of days that is counted', 'Honecker thanked Kim for a four-day reception in Pyongyang.'],
    ['a time in another unit', 'Honecker asked for thirty minutes of Korean broadcasts a week.'],
    ['a refusal in other words', 'Honecker would have no summit in Berlin.'],
    ['a word that denies itself', 'Nobody had confirmed the reports of a meeting.'],
    ['a day in figures', 'On 11.12.1977 Honecker’s delegation left Pyongyang.'],
    ['a day with a short month', 'The letter of Dec. 12, 1977, welcomes the consular treaty.'],
    ['the hour of a day', 'At 0830 the delegation was received in Pyongyang.'],
    [
      'a number of things that a reader counts',
      'The letter spoke of a summit, a treaty and three other matters.',
    ],
    ['what is summed up', 'The reception, the treaty and the broadcasts all came up in the letter.'],
  ])('%s', async (_, sentence) => {
    const { verdict, missing } = await check(sentence)
    expect(missing).toBeUndefined()
    expect(verdict).not.toBe('unsupported')
  })
})

describe('something is named in', () => {
  test.each([
    ['another stretch of days', 'Honecker thanked Kim for a six-day reception in Pyongyang.', 'six-day'],
    ['another time', 'Honecker asked for forty minutes of Korean broadcasts a week.', 'forty minutes'],
    ['a letter the other way round', 'In December 1977 Kim Il Sung wrote to Honecker.', 'wrote'],
    ['what is not confirmed', 'The reports of a meeting with the Communists were confirmed.', 'confirmed'],
    ['an opposite', 'Honecker regretted the consular treaty.', 'regretted'],
    ['a promise in place of a request', 'Honecker promised half an hour of Korean broadcasts.', 'promised'],
    ['finality', 'Honecker refused a summit in Berlin for good.', 'for'],
    ['a proposal of somebody else', 'Japan proposed a joint commission.', 'proposed'],
    [
      'somebody of whom only the list speaks',
      'Hermann Axen thanked Kim Il Sung for the reception.',
      'Hermann Axen',
    ],
    [
      'another country’s delegate',
      'The Romanian delegate Honecker welcomed the consular treaty.',
      'Romanian',
    ],
  ])('%s', async (_, sentence, missing) => {
    const result = await check(sentence)
    expect(result.verdict).not.toBe('supported')
    expect(result.missing).toContain(missing)
  })
})
