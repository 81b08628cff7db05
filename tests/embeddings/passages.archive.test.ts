import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, loadCatalog } from '../../corpus/catalog.ts'
import { type ArchiveDocument, archiveDocumentSchema } from '../../corpus/document.ts'
import { BUNDLED_MODEL, type EmbeddingModel, loadEmbeddingModel } from '../../embeddings/embedding-model.ts'
import { type PassageKind, splitIntoPassages } from '../../embeddings/passages.ts'

let catalog: Catalog
let model: EmbeddingModel
beforeAll(async () => {
  catalog = await loadCatalog()
  model = await loadEmbeddingModel(BUNDLED_MODEL, { cacheFolder: '/nonexistent' })
})

function record(fields: Partial<ArchiveDocument>): ArchiveDocument {
  const rest = {
    people: [],
    countries: [],
    subjects: [],
    events: [],
    publisher: 'My own shelf',
    type: 'other',
  }
  return archiveDocumentSchema.parse({
    id: '1955-a',
    title: 'A title',
    date: '1955',
    summary: null,
    ...rest,
    ...fields,
  })
}

function texts(document: ArchiveDocument, kind: PassageKind): string[] {
  const ofKind = splitIntoPassages(document, catalog.expansions.get(document.id), model).filter(
    (passage) => passage.kind === kind,
  )
  expect(ofKind.map(({ ordinal }) => ordinal)).toEqual(ofKind.map((_, index) => index))
  return ofKind.map(({ text }) => text)
}

/** Letters and digits alone: what must not get lost, wherever a text was split. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
const words = (text: string) => text.split(/\s+/).filter(Boolean)

function expectNothingLost(document: ArchiveDocument): void {
  const windows = texts(document, 'record')
  const held = new Set(windows.flatMap((window) => words(window).map(letters)))
  const missing = words(`${document.title} ${document.summary ?? ''}`).filter(
    (word) => !held.has(letters(word)),
  )
  expect(missing, document.id).toEqual([])
}

/** Numbered words, so that each is one of its kind. */
const prose = (length: number, separator = ' ') => {
  let text = ''
  for (let number = 0; text.length < length; number += 1) text += `word${number}${separator}`
  return text.slice(0, length).trim()
}

describe('the passages of a document', () => {
  it('each fit into what the model reads, 256 tokens, for the whole catalog', () => {
    expect(model.maxTokens).toBe(256)
    for (const document of catalog.documents)
      for (const { text } of splitIntoPassages(document, catalog.expansions.get(document.id), model))
        expect(model.countTokens(text, 'passage'), document.id).toBeLessThanOrEqual(256)
  })

  it('hold every word of title and summary, for the whole catalog', () => {
    for (const document of catalog.documents) expectNothingLost(document)
  })

  it('are its sentences, verbatim and in order, which make up the summary', () => {
    for (const document of catalog.documents)
      expect(texts(document, 'sentence').join(' '), document.id).toBe(document.summary ?? '')
  })

  it('hold the title and nothing else to quote where there is no summary', () => {
    const silent = catalog.documents.find(({ summary }) => summary === null)
    if (!silent) throw new Error('The record without a summary is gone.')
    expect(texts(silent, 'sentence')).toEqual([])
    expect(texts(silent, 'record').join(' ')).toContain('Todor Zhivkov – Kim Il Sung, Sofia')
    expect(texts(silent, 'record').join(' ')).not.toMatch(/null/i)
  })

  it('never mix what a document is known to answer with what it says', () => {
    const [document] = catalog.documents
    if (!document) throw new Error('The catalog is empty.')
    const queries = Object.values(catalog.expansions.get(document.id)?.questions ?? {})
    expect(texts(document, 'query')).toEqual(queries)
    const said = [...texts(document, 'record'), ...texts(document, 'sentence')].join('\n')
    expect(queries.filter((query) => said.includes(query))).toEqual([])
  })
})

describe('an absurd record', () => {
  it.each([
    ['with a title of 3,000 characters', { title: prose(3000) }],
    ['with a summary of 50,000 characters without a stop', { summary: prose(50_000) }],
    [
      'with a summary of 50,000 characters in sentences',
      { summary: prose(50_000).replace(/(\d+7) w/g, '$1. W') },
    ],
    [
      'with long title and summary',
      { title: prose(3000), summary: prose(20_000).replaceAll('word', 'Other') },
    ],
    ['with a word to a line', { summary: prose(5000, '\n') }],
    ['with a tab between words', { title: prose(3000, '\t') }],
    ['in Hangul', { summary: '조선민주주의인민공화국 외무성 대변인은 '.repeat(300).trim() }],
    ['of signs', { summary: '🗞 ½ № § '.repeat(1500).trim() }],
  ])('%s fits and loses nothing', (_, fields) => {
    const document = record(fields)
    for (const { text } of splitIntoPassages(document, undefined, model)) {
      expect(text).not.toBe('')
      expect(model.countTokens(text, 'passage')).toBeLessThanOrEqual(256)
    }
    expectNothingLost(document)
    expect(letters(texts(document, 'sentence').join(''))).toBe(letters(document.summary ?? ''))
  })

  it.each([
    ['5,000 letters', 'x'.repeat(5000)],
    ['5,000 different letters', prose(5000, '')],
    ['2,000 signs that take two units of UTF-16', '𠀀'.repeat(2001)],
  ])('of one word of %s is split within it, and whole characters stay whole', (_, word) => {
    const document = record({ summary: word })
    const sentences = texts(document, 'sentence')
    expect(sentences.join('')).toBe(word)
    for (const text of [...sentences, ...texts(document, 'record')]) {
      expect(model.countTokens(text, 'passage')).toBeLessThanOrEqual(256)
      expect(text).not.toMatch(/\p{Cs}/u)
    }
    expect(letters(texts(document, 'record').join(''))).toContain(letters(word).slice(0, 100))
  })
})
