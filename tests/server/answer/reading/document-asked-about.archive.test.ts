/** Whether the document that a question is about speaks to it, by its sentences alone. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isRelevant, readDocumentAskedAbout } from '../../../../server/answer/reading/document-asked-about.ts'
import { readSentences } from '../../../../server/answer/reading/read-sentences.ts'
import type { Archive } from '../../../../server/archive/archive.ts'
import { searchDocumentAskedAbout } from '../../../../server/chat/search-document-asked-about.ts'
import { openTestArchive } from '../../../open-test-archive.ts'

const HONECKER = '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung'
const MILITARY = '1976-10-report-on-a-stay-of-a-gdr-military-delegation-in-the-dprk-in-october'

const READ_OPTIONS = { maxSentences: 24 }

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

async function ask(question: string, id: string) {
  const document = archive.catalog.byId.get(id)
  if (!document) throw new Error(`The catalog lacks ${id}.`)
  const about = await searchDocumentAskedAbout(document, question, archive, new AbortController().signal)
  const { sentences } = await readDocumentAskedAbout(question, about, archive, READ_OPTIONS)
  const [best] = sentences.toSorted((a, b) => b.probability - a.probability)
  return { about, sentences, best, speaks: isRelevant(about, sentences) }
}

describe('a document asked about', () => {
  it.each([
    ['What did Honecker say of his party?', HONECKER, /party with 2\.2 million members/],
    ['And about industry?', HONECKER, /rising industrial output/],
    ['What did they say about China?', HONECKER, /Moscow and Beijing/],
    ['What about Panmunjom?', MILITARY, /Panmunjom/],
  ])('speaks to “%s” by the sentence that does', async (question, id, sentence) => {
    const { speaks, best } = await ask(question, id)
    expect(speaks).toBe(true)
    expect(best?.text).toMatch(sentence)
  })

  it.each([
    ['What about Vietnam?', HONECKER],
    ['What did they say about football?', HONECKER],
    ['Who met Otto Warmbier?', HONECKER],
    ['What about the Pueblo?', MILITARY],
  ])('does not speak to “%s”', async (question, id) => {
    expect((await ask(question, id)).speaks).toBe(false)
  })

  it('is never read for less than its sentences say to the question as it was put', async () => {
    const question = 'What did they say about China?'
    const { about, sentences } = await ask(question, HONECKER)
    const asPut = await readSentences(question, [about], archive, READ_OPTIONS)
    expect(sentences.map(({ ordinal }) => ordinal)).toEqual(asPut.map(({ ordinal }) => ordinal))
    sentences.forEach(({ probability }, index) => {
      expect(probability).toBeGreaterThanOrEqual(asPut[index]?.probability ?? 1)
    })
  })

  it('speaks to nearly every question that was made for it', async () => {
    expect(await shareSpeaking(0)).toBeGreaterThan(0.9)
  })

  it('seldom speaks to one that was made for another', async () => {
    expect(await shareSpeaking(7)).toBeLessThan(0.3)
  })
})

/** The share of documents that speak to the question made for the one so many places behind. */
async function shareSpeaking(shift: number): Promise<number> {
  const documents = archive.catalog.documents.filter(({ summary }, index) => summary && index % 60 === 0)
  expect(documents.length).toBeGreaterThan(12)
  let speaking = 0
  for (const [index, { id }] of documents.entries()) {
    const other = documents[(index + shift) % documents.length]?.id ?? ''
    const question = archive.catalog.expansions.get(other)?.questions.question ?? ''
    expect(question).not.toBe('')
    if ((await ask(question, id)).speaks) speaking += 1
  }
  return speaking / documents.length
}
