import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ArchiveIndex, DamagedIndexError } from '../../../embeddings/index/archive-index.ts'
import { readGenerations } from '../../../embeddings/index/generations.ts'
import { makeSmallArchive, type SmallArchive } from '../../small-archive.ts'

let archive: SmallArchive
/** A copy of its index, for a test to damage. */
let copy: string
beforeAll(async () => {
  archive = makeSmallArchive(20)
  copy = join(archive.folder, 'copy')
  const program = archive.run('server/build-index.ts')
  expect(await program.ended, program.output()).toEqual({ code: 0, signal: null })
})
beforeEach(async () => {
  await rm(copy, { recursive: true, force: true })
  await cp(archive.index, copy, { recursive: true })
})
afterAll(() => archive.remove())

/** Opens the newest index of the copy. */
async function open(): Promise<ArchiveIndex> {
  const connection = await connect(copy)
  const [newest] = await readGenerations(connection)
  if (!newest) throw new Error('There is no index.')
  return ArchiveIndex.open(connection, newest)
}

/** Takes a part from a table: its `data`, its `_versions` or its `_indices`. */
async function take(part: string, table: string): Promise<void> {
  const folder = (await readdir(copy)).find(
    (name) => name.startsWith(`${table}_`) || name === `${table}.lance`,
  )
  const files = await readdir(join(copy, folder ?? table, part))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) await rm(join(copy, folder ?? table, part, file), { recursive: true })
}

describe('a damaged index', { timeout: 60_000 }, () => {
  it('is one that could be opened before', async () => {
    expect((await open()).generation.documents).toBe(20)
  })

  it.each(
    ['documents', 'record', 'sentence'].flatMap((table) =>
      ['data', '_versions', '_indices'].map((part) => [part, table]),
    ),
  )('is noticed when it is opened without the %s of its table %s', async (part = '', table = '') => {
    await take(part, table)
    await expect(open()).rejects.toThrow(DamagedIndexError)
  })

  it.each([
    ['data', 'documents'],
    ['_versions', 'record'],
    ['_versions', 'generations'],
  ])('is repaired by a start that finds no %s of the table %s', async (part, table) => {
    await take(part, table)
    const program = archive.run('server/main.ts', { LANCEDB_URI: copy })
    await program.printed(/answers at http/)
    program.process.kill('SIGTERM')
    expect(await program.ended).toEqual({ code: 0, signal: null })
    expect(program.output()).toMatch(/Indexed 20 documents/)
    if (table !== 'generations') expect(program.output()).toMatch(/cannot be read.*It is built anew/)
    expect(program.output()).not.toMatch(/\n\s+at /)
    expect((await open()).generation.documents).toBe(20)
  })
})
