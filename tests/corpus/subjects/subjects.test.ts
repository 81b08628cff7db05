import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, CorpusError, loadCatalog } from '../../../corpus/catalog.ts'
import { loadSubjects, type Subjects } from '../../../corpus/subjects/subjects.ts'

let catalog: Catalog
let subjects: Subjects
beforeAll(async () => {
  catalog = await loadCatalog()
  subjects = catalog.subjects
})

describe('the thesaurus of subjects', () => {
  it('has an entry for every subject of every record', () => {
    const strings = catalog.documents.flatMap((document) => document.subjects)
    expect(strings.filter((string) => !subjects.find(string))).toEqual([])
  })

  it('merges the twins of a record, and lets a string without an entry stand for itself', () => {
    expect(subjects.preferred('china-dprk estrangement')).toBe('China-North Korea estrangement')
    expect(subjects.preferred('China-DPRK Estrangement')).toBe('China-North Korea estrangement')
    expect(subjects.preferredOf(['armistice', 'armistice agreement', 'beekeeping'])).toEqual([
      'Armistice Agreement',
      'beekeeping',
    ])
  })

  it('knows an entry by what stands for it in an address', () => {
    expect(subjects.find('detente-on-the-korean-peninsula')?.preferred).toBe(
      'Detente on the Korean Peninsula',
    )
  })

  it('knows what is part of a subject, and of what it is a part', () => {
    const split = subjects.find('Sino-Soviet split')
    if (!split) throw new Error('has no entry')
    expect(subjects.broaderOf(split).map(({ preferred }) => preferred)).toContain(
      'Deterioration of relations',
    )
    expect(subjects.narrowerOf(split).map(({ preferred }) => preferred)).toContain(
      'Withdrawal of Soviet specialists from China',
    )
  })

  describe('with a fault', () => {
    async function load(content: unknown): Promise<Subjects> {
      const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-subjects-'))
      try {
        if (content !== undefined) await writeFile(join(folder, 'subjects.json'), JSON.stringify(content))
        return await loadSubjects(folder)
      } finally {
        await rm(folder, { recursive: true })
      }
    }
    const trade = { preferred: 'Trade', variants: ['foreign trade'] }

    it.each([
      ['an entry without variants', [{ preferred: 'Trade' }], '0.variants: Invalid input'],
      ['an empty name', [{ preferred: ' ', variants: [] }], '0.preferred: must not be empty'],
      ['a field that is not known', [{ ...trade, narrower: [] }], '0: Unrecognized key'],
      [
        'a broader subject that there is not',
        [{ ...trade, broader: ['Economy'] }],
        'entry 0 ("Trade"): broader: "Economy" is no entry\'s preferred form',
      ],
      [
        'a variant for a broader subject',
        [trade, { preferred: 'Exports', variants: [], broader: ['foreign trade'] }],
        'entry 1 ("Exports"): broader: "foreign trade" is no entry\'s preferred form',
      ],
      [
        'a variant of two entries',
        [trade, { preferred: 'Commerce', variants: ['Foreign Trade'] }],
        'entry 1 ("Commerce"): "Foreign Trade" stands already in "Trade"',
      ],
      [
        'a variant twice in one entry',
        [{ ...trade, variants: ['foreign trade', 'foreign trade'] }],
        'entry 0 ("Trade"): variants: "foreign trade" stands there twice',
      ],
      [
        'a circle',
        [
          { ...trade, broader: ['Economy'] },
          { preferred: 'Economy', variants: [], broader: ['Trade'] },
        ],
        'broader goes in a circle: "Trade" → "Economy" → "Trade"',
      ],
    ])('stops the start: %s', async (_, content, message) => {
      const error = await load(content).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(CorpusError)
      expect(String(error)).toContain('subjects.json: ')
      expect(String(error)).toContain(message)
    })

    it('may be missing: then every string stands for itself', async () => {
      const none = await load(undefined)
      expect(none.preferredOf(['armistice', 'truce talks'])).toEqual(['armistice', 'truce talks'])
    })
  })
})
