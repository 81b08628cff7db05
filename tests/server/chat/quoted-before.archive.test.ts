/** Earlier answers are text alone; what they quoted is found in it. */
import { beforeAll, expect, it } from 'vitest'
import { splitSentences } from '../../../embeddings/split-sentences.ts'
import type { Archive } from '../../../server/archive/archive.ts'
import { findQuotedSentences } from '../../../server/chat/quoted-before.ts'
import { openTestArchive } from '../../open-test-archive.ts'

let archive: Archive
let document: string
let sentences: string[]
beforeAll(async () => {
  archive = await openTestArchive()
  const long = archive.catalog.documents.find(({ summary }) => splitSentences(summary ?? '').length > 2)
  if (!long) throw new Error('No document has three sentences.')
  document = long.id
  sentences = splitSentences(long.summary ?? '')
})

const places = (text: string) =>
  findQuotedSentences([text], archive).map(({ document, ordinal }) => ({ document, ordinal }))

it('are sentences behind a lead-in, and behind a mark', () => {
  const text = `Two documents speak to this.\n\nShtykov, telegram, 31 January 1950: ${sentences[0]} [1] ${sentences[2]} [1]`
  expect(places(text)).toEqual([
    { document, ordinal: 0 },
    { document, ordinal: 2 },
  ])
})

it('are found whatever spaces stand between their words', () => {
  expect(places(`${sentences[1]?.replaceAll(' ', '\n ')} [3]`)).toEqual([{ document, ordinal: 1 }])
})

it('are none where a sentence is changed', () => {
  expect(places(`${sentences[0]?.replace(/\w+/, 'Nobody')} [1]`)).toEqual([])
  expect(places('An answer. [1]')).toEqual([])
})

// Reading each rest of it anew would take minutes, which is longer than a test may run.
it('are looked for in time proportional to the text', () => {
  expect(places(`${'a: '.repeat(33_000)} [1]`)).toEqual([])
  expect(places('[1]'.repeat(33_000))).toEqual([])
  expect(places(`${' '.repeat(100_000)}x [1]`)).toEqual([])
  expect(places(`[${'1'.repeat(100_000)}`)).toEqual([])
})
