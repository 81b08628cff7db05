import { beforeAll, describe, expect, it } from 'vitest'
import { leadInFormatter } from '../../../server/answer/lead-in.ts'
import type { Archive } from '../../../server/archive/archive.ts'
import { openTestArchive } from '../../open-test-archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

describe('a lead-in', () => {
  it.each([
    [
      '1966-10-20-report-embassy-of-hungary-in-the-soviet-union-to-the-hungarian-foreign',
      'Hungarian embassy in Moscow, 20 October 1966',
    ],
    [
      '1957-04-12-journal-of-soviet-ambassador-to-the-dprk-a-m-puzanov-for-12-april-1957',
      "Soviet ambassador Puzanov's journal, 12 April 1957",
    ],
    [
      '1950-06-26-memorandum-of-conversation-by-the-ambassador-at-large-jessup',
      'Jessup, record of a conversation, 26 June 1950',
    ],
    [
      '1948-10-12-telephone-message-via-vch-i-stalin-to-kim-il-sung',
      'Stalin to Kim Il Sung, 12 October 1948',
    ],
    [
      '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
      'A conversation recorded on 31 May 1984',
    ],
  ])('%s', (id, leadIn) => {
    const document = archive.catalog.byId.get(id)
    if (!document) throw new Error(`the catalog has no record "${id}"`)
    expect(leadInFormatter(archive)(document)).toBe(leadIn)
  })

  it('begins with a capital, has its date, and holds no colon, which ends it', () => {
    for (const document of archive.catalog.documents)
      expect(leadInFormatter(archive)(document)).toMatch(/^[\p{Lu}\d][^:]+ (?:of|on|in)?.*\d{4}$/u)
  })
})
