/** What a start serves of an index at an address, which others may share: it builds nothing there. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { connect } from '@lancedb/lancedb'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { BUNDLED_MODEL } from '../../../embeddings/embedding-model.ts'
import { type Generation, readGenerations } from '../../../embeddings/index/generations.ts'
import { ConfigurationError } from '../../../server/start/configuration.ts'
import { ServedArchive } from '../../../server/start/served-archive.ts'

let folder: string
let own: Generation
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-memoire-address-'))
  await cp(inject('testIndex'), folder, { recursive: true })
  const [generation] = await readGenerations(await connect(folder))
  if (!generation) throw new Error('The index of the tests has no generation.')
  own = generation
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Writes the list of generations, as other servers may have left it. */
async function list(...generations: Partial<Generation>[]): Promise<void> {
  const rows = generations.map((each) => ({ ...own, ...each }))
  await (await connect(folder)).createTable('generations', rows, { mode: 'overwrite' })
}

async function open() {
  const said: string[] = []
  const served = new ServedArchive({
    configuration: { lancedbUri: pathToFileURL(folder).href, embeddingModel: BUNDLED_MODEL },
    terminal: {
      say: (sentence) => said.push(sentence),
      progress: () => ({ update: () => {}, stop: () => {} }),
    },
    signal: new AbortController().signal,
  })
  const archive = await served.open()
  return { served, archive, said }
}

describe('a start with an address that is no folder', () => {
  it('serves an index that is up to date, without a word', async () => {
    await list({})
    const { served, archive, said } = await open()
    expect(archive.index.generation.name).toBe(own.name)
    expect(served.index).toEqual({ state: 'ready', outdated: false })
    expect(said).toEqual([])
  })

  it.each([
    ['corpus', { corpus: 'other' }],
    ['code', { code: 'other' }],
  ])('serves one of another %s as it is, says how it is built, and builds nothing', async (_, other) => {
    await list(other)
    const before = (await readdir(folder, { recursive: true })).sort()
    const { served, archive, said } = await open()
    expect(archive.index.generation).toMatchObject(other)
    expect(served.index).toEqual({ state: 'ready', outdated: true })
    expect(said).toEqual(['The index is older than the catalog or the code. `npm run index` builds it anew.'])
    await served.whenRebuilt()
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before)
  })

  it('serves the newest of those that it can read', async () => {
    await list(
      { corpus: 'older', builtAt: '2001-01-01T00:00:00.000Z' },
      { corpus: 'newer', builtAt: '2002-01-01T00:00:00.000Z' },
      { format: own.format + 1, builtAt: '2003-01-01T00:00:00.000Z' },
      { model: 'other@0123', builtAt: '2004-01-01T00:00:00.000Z' },
    )
    const { archive } = await open()
    expect(archive.index.generation.corpus).toBe('newer')
  })

  it('passes over a damaged one, and tells', async () => {
    await list(
      { builtAt: '2001-01-01T00:00:00.000Z' },
      { name: 'gone0000', builtAt: '2002-01-01T00:00:00.000Z' },
    )
    const { archive, said } = await open()
    expect(archive.index.generation.name).toBe(own.name)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^The index gone0000 cannot be read .* `npm run index` builds it anew\.$/s)
  })

  it.each([
    ['there is none', { format: 0 }],
    ['there is one of another model alone', { model: 'other@0123' }],
  ])('is refused where %s, with the command that builds it', async (_, other) => {
    await list(other)
    const error = await open().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(String(error)).toMatch(
      /LANCEDB_URI is "file:\/\/.*no index for the model model@[0-9a-f]{12}.*`npm run index` builds one there/,
    )
  })
})
