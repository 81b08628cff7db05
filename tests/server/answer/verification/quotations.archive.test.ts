/** What the answer without a language model says: sentences of the records, word by word. */
import { expect, test } from 'vitest'
import { readRecord } from '../../../../server/answer/verification/record.ts'
import { verify } from '../../../../server/answer/verification/verify.ts'
import { knowledgeOf } from '../../../eval/verification-pairs.ts'
import { openTestArchive } from '../../../open-test-archive.ts'

/** All records are read; what that takes is no matter of this test. */
const MINUTE = 60_000

test(
  'every sentence of every record, quoted, is supported by its record, and found in it',
  async () => {
    const archive = await openTestArchive()
    // A quotation is found without the model; a vector would take minutes for all of them.
    const knowledge = {
      ...knowledgeOf(archive),
      embed: async (texts: readonly string[]) => texts.map(() => new Float32Array(1)),
    }
    const failing: string[] = []
    let count = 0
    for (const document of archive.catalog.documents) {
      const record = await readRecord(document, knowledge)
      for (const { text } of record.sentences) {
        count += 1
        const { verdict, found } = await verify(`${text} [1]`, [{ n: 1, record }], knowledge)
        if (verdict !== 'supported' || found[0]?.sentence !== text) failing.push(`${document.id}: ${text}`)
      }
    }
    expect(failing).toEqual([])
    expect(count).toBeGreaterThan(2000)
  },
  MINUTE,
)
