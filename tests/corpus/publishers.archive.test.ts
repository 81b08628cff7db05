import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, CORPUS_FOLDER, loadCatalog } from '../../corpus/catalog.ts'
import { cite } from '../../corpus/citation/cite.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { createNameLinker } from '../../corpus/names/create-name-linker.ts'
import { loadPublishers, type Publishers } from '../../corpus/publishers.ts'
import { repositoryOf } from '../../corpus/repository.ts'
import { understandAlone } from '../../server/understanding/understand.ts'
import { copyCorpus, NEW_PUBLISHER } from './new-publisher.ts'

const VOLUME = 'Documents on Canadian External Relations, Volume 16, 1950'
const NEW_RECORD = {
  id: '1950-07-02-telegram-from-ottawa-on-korea',
  title: 'Telegram from Ottawa & others on Korea',
  date: '1950-07-02',
  type: 'telegram',
  summary: 'Ottawa weighs sending destroyers to Korea.',
  people: [],
  countries: ['Canada'],
  subjects: [],
  events: [],
  archive: 'DEA/50069-A-40',
  url: 'https://dcer.example.org/volume-16/item-45',
  collections: [VOLUME],
  publisher: NEW_PUBLISHER.name,
}

describe('a record whose publisher', () => {
  let folder: string
  let catalog: Catalog
  const load = async () => {
    catalog = await loadCatalog(folder)
  }
  beforeAll(async () => {
    folder = await copyCorpus()
    await writeFile(join(folder, 'catalog', 'dcer.jsonl'), `${JSON.stringify(NEW_RECORD)}\n`)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const record = (): ArchiveDocument => {
    const found = catalog.byId.get(NEW_RECORD.id)
    if (!found) throw new Error('The record was not loaded.')
    return found
  }
  const withoutAddress = () => {
    const { url: _, ...rest } = record()
    return rest
  }
  const publishersIn = (question: string) =>
    understandAlone(question, {
      catalog,
      linker: createNameLinker(catalog),
      facts: { makers: { officesNamedIn: () => [] } },
    }).publishers.map(({ value }) => value)
  const noteOf = (document: ArchiveDocument) =>
    cite([document], 'chicago-note', '2026-01-15', catalog.publishers)[0]?.text

  describe('has no file', () => {
    beforeAll(load)

    it('is loaded and cited as held by an archive of that name', () => {
      expect(noteOf(record())).toBe(
        '“Telegram from Ottawa & others on Korea,” July 2, 1950, DEA/50069-A-40, Documents on Canadian External Relations.',
      )
    })

    it('has no link, no repository, and no alias in questions', () => {
      expect(catalog.publishers.links.linkOf(record())).toBeUndefined()
      expect(repositoryOf(record(), catalog.publishers)).toBeUndefined()
      expect(publishersIn('What does DCER say about Korea?')).toEqual([])
    })

    it('is named among those without one', () => {
      expect(catalog.publishers.namesWithoutFile(catalog.documents)).toEqual([NEW_PUBLISHER.name])
    })
  })

  describe('is added as a file', () => {
    beforeAll(async () => {
      await writeFile(join(folder, 'publishers', 'dcer.json'), JSON.stringify(NEW_PUBLISHER))
      await load()
    })

    it('links to the original, or else to the publisher’s search', () => {
      const { links } = catalog.publishers
      const publisher = NEW_PUBLISHER.name
      expect(links.linkOf(record())).toEqual({ href: NEW_RECORD.url, kind: 'original', publisher })
      expect(links.linkOf(withoutAddress())).toEqual({
        href: 'https://dcer.example.org/find?title=Telegram+from+Ottawa+%26+others+on+Korea&sort=date',
        kind: 'search',
        publisher,
      })
    })

    it('is asked for by its name and its aliases', () => {
      for (const words of [NEW_PUBLISHER.name, 'dcer', 'the Canadian documents series'])
        expect(publishersIn(`What is in ${words} about Korea?`), words).toEqual([NEW_PUBLISHER.name])
    })

    it('is cited by volume and number', () => {
      expect(noteOf(record())).toBe(
        `“Telegram from Ottawa & others on Korea,” in ${VOLUME}, No. 45, July 2, 1950, ${NEW_RECORD.url}.`,
      )
    })

    it('has its repository, also in records of other publishers', () => {
      expect(repositoryOf(record(), catalog.publishers)).toBe('Library and Archives Canada')
      const elsewhere = { publisher: 'National Security Archive', archive: 'DEA/1' }
      expect(repositoryOf(elsewhere, catalog.publishers)).toBe('Library and Archives Canada')
      const shared = { publisher: NEW_PUBLISHER.name, archive: 'RGANI, fond 5' }
      expect(repositoryOf(shared, catalog.publishers)).toBe(
        'Russian State Archive of Contemporary History (RGANI)',
      )
    })

    it('is none of those without a file', () => {
      expect(catalog.publishers.namesWithoutFile(catalog.documents)).toEqual([])
    })
  })
})

describe('the publishers that a question names', () => {
  let publishers: Publishers
  beforeAll(async () => {
    publishers = await loadPublishers(CORPUS_FOLDER)
  })

  it('are found with the words that name them, the longest where several fit', () => {
    const question = 'Does the wilson centre’s FRUS shelf match the Wilson Center Digital Archive?'
    const found = publishers.mentionedIn(question)
    expect(found.map(({ publisher, text }) => [publisher, text])).toEqual([
      ['Wilson Center Digital Archive', 'wilson centre'],
      ['Foreign Relations of the United States', 'FRUS'],
      ['Wilson Center Digital Archive', 'Wilson Center Digital Archive'],
    ])
    for (const { text, start, end } of found) expect(question.slice(start, end)).toBe(text)
  })

  it.each(['frustration', 'Woodrow Wilson', 'éFRUS', 'FRUS_2', 'the archive', 'foreign relations', ''])(
    'are none in “%s”',
    (question) => expect(publishers.mentionedIn(question)).toEqual([]),
  )

  it('are none where no publisher is described', async () => {
    const folder = await copyCorpus()
    for (const name of ['frus', 'national-security-archive', 'wilson-center'])
      await rm(join(folder, 'publishers', `${name}.json`))
    const catalog = await loadCatalog(folder)
    expect(catalog.publishers.mentionedIn('FRUS on Korea')).toEqual([])
    expect(catalog.publishers.namesWithoutFile(catalog.documents)).toHaveLength(3)
    await rm(folder, { recursive: true, force: true })
  })
})
