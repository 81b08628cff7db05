/** The part of an index's stamp that stands for code: it follows what the code makes, and not how it is written. */
import { afterEach, describe, expect, it, vi } from 'vitest'

async function hash(): Promise<string> {
  vi.resetModules()
  const { codeHash } = await import('../../../embeddings/index/code-hash.ts')
  return codeHash()
}

afterEach(() => {
  for (const path of MOCKED) vi.doUnmock(path)
})

const MOCKED = [
  '../../../embeddings/split-sentences.ts',
  '../../../embeddings/passages.ts',
  '../../../embeddings/index/name-terms.ts',
  '../../../corpus/names/document-entities.ts',
  '../../../corpus/names/russian-case.ts',
  '../../../corpus/reduced-date.ts',
  '../../../corpus/names/romanization.ts',
  '../../../corpus/names/capitalization.ts',
] as const

/** A module with one of its functions answering otherwise for some input. */
function change<Module extends object>(
  path: (typeof MOCKED)[number],
  changes: (actual: Module) => Partial<Module>,
) {
  vi.doMock(path, async (importActual) => {
    const actual = await importActual<Module>()
    return { ...actual, ...changes(actual) }
  })
}

describe('the hash of what building code makes', () => {
  it('is the same each time', async () => {
    expect(await hash()).toMatch(/^[0-9a-f]{16}$/)
    expect(await hash()).toBe(await hash())
  })

  it('is the same where a function is written otherwise and makes the same', async () => {
    const before = await hash()
    change<typeof import('../../../embeddings/split-sentences.ts')>(MOCKED[0], ({ splitSentences }) => ({
      splitSentences: (text) => [...splitSentences(text)],
    }))
    expect(await hash()).toBe(before)
  })

  it.each<[string, () => void]>([
    [
      'sentences that end at an abbreviation',
      () =>
        change<typeof import('../../../embeddings/split-sentences.ts')>(MOCKED[0], ({ splitSentences }) => ({
          splitSentences: (text) => splitSentences(text).flatMap((each) => each.split(/(?<=Dr\.) /)),
        })),
    ],
    [
      'a searched text without its call number',
      () =>
        change<typeof import('../../../embeddings/passages.ts')>(MOCKED[1], ({ recordText }) => ({
          recordText: ({ archive: _, ...document }) => recordText(document),
        })),
    ],
    [
      'queries that are embedded as passages',
      () =>
        change<typeof import('../../../embeddings/passages.ts')>(MOCKED[1], () => ({
          textRoleOf: () => 'passage',
        })),
    ],
    [
      'other words for linked names',
      () =>
        change<typeof import('../../../embeddings/index/name-terms.ts')>(MOCKED[2], () => ({
          nameTerms: (keys) => keys.join(' '),
        })),
    ],
    [
      'names that are linked only in titles',
      () =>
        change<typeof import('../../../corpus/names/document-entities.ts')>(
          MOCKED[3],
          ({ documentEntities }) => ({
            documentEntities: (document, linker) => {
              const { title } = documentEntities(document, linker)
              return { all: title, title }
            },
          }),
        ),
    ],
    [
      'Russian names that are not known in other cases',
      () =>
        change<typeof import('../../../corpus/names/russian-case.ts')>(MOCKED[4], () => ({
          withoutRussianCase: (word) => word,
        })),
    ],
    [
      'Korean names that are known in one romanization alone',
      () =>
        change<typeof import('../../../corpus/names/romanization.ts')>(MOCKED[6], () => ({
          koreanNameKey: () => undefined,
        })),
    ],
    [
      'surnames that count as names in small letters, too',
      () =>
        change<typeof import('../../../corpus/names/capitalization.ts')>(MOCKED[7], () => ({
          followsCapitalization: () => true,
        })),
    ],
    [
      'dates in other words',
      () =>
        change<typeof import('../../../corpus/reduced-date.ts')>(MOCKED[5], () => ({
          formatDate: (date) => date,
        })),
    ],
  ])('is another for %s', async (_, make) => {
    const before = await hash()
    make()
    expect(await hash()).not.toBe(before)
  })
})
