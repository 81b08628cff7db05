import { beforeAll, expect, it } from 'vitest'
import { sentenceCheckFor } from '../../../../server/answer/writer/check-sentences.ts'
import type { Archive } from '../../../../server/archive/archive.ts'
import type { Source } from '../../../../server/contract/chat-message.ts'
import { openTestArchive } from '../../../open-test-archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

it('a record that could not be read once is read anew by the next check', async () => {
  const [document] = archive.catalog.documents.filter(({ summary }) => summary !== null)
  if (!document) throw new Error('No document has a summary.')
  const { model } = archive
  let failures = 1
  const check = sentenceCheckFor({
    ...archive,
    model: {
      ...model,
      embed: async (texts, role) => {
        failures -= 1
        if (failures >= 0) throw new Error('The model is out of memory.')
        return model.embed(texts, role)
      },
    },
  })
  const sources: Source[] = [{ n: 1, document, passages: [] }]
  const sentence = { text: document.summary ?? '', citations: [1] }
  await expect(check(sentence, sources)).rejects.toThrow('out of memory')
  expect(await check(sentence, sources)).toMatchObject({ verdict: 'supported', citations: [1] })
})
