/** Which generations of an index are kept, and which of them a server can use. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Connection, connect } from '@lancedb/lancedb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Generation,
  isCurrent,
  isReadable,
  publishGeneration,
  readGenerations,
} from '../../../embeddings/index/generations.ts'

let folder: string
let connection: Connection
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-memoire-generations-'))
  connection = await connect(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const STAMP = { format: 2, model: 'a', corpus: 'c', code: 'd' }

function generation(name: string, model: string, second: number): Generation {
  const builtAt = `2001-01-01T00:00:0${second}.000Z`
  return { ...STAMP, name, model, dimension: 8, documents: 1, passages: 1, builtAt }
}
const kept = async () => (await readGenerations(connection)).map(({ name }) => name)

describe('publishing a generation', () => {
  it('keeps the one before for servers that still read it, and none older', async () => {
    for (const [name, second] of [
      ['first', 1],
      ['second', 2],
      ['third', 3],
    ] as const)
      await publishGeneration(connection, generation(name, 'a', second))
    expect(await kept()).toEqual(['third', 'second'])
  })

  it('keeps the one before of the same model, too, which answers until the switch', async () => {
    await publishGeneration(connection, generation('first', 'a', 1))
    await publishGeneration(connection, generation('other', 'b', 2))
    await publishGeneration(connection, generation('second', 'a', 3))
    expect(await kept()).toEqual(['second', 'other', 'first'])
    await publishGeneration(connection, generation('third', 'a', 4))
    expect(await kept()).toEqual(['third', 'second'])
  })
})

describe('a generation', () => {
  const own = generation('own', 'a', 1)

  it('is up to date where all that it was made from is as it is now', () => {
    expect(isCurrent(own, STAMP)).toBe(true)
    for (const change of [{ format: 3 }, { model: 'b' }, { corpus: 'x' }, { code: 'x' }])
      expect(isCurrent(own, { ...STAMP, ...change })).toBe(false)
  })

  it('can be read where format and model are the same, whatever the corpus and the code', () => {
    expect(isReadable(own, { ...STAMP, corpus: 'x', code: 'x' })).toBe(true)
    expect(isReadable(own, { ...STAMP, format: 3 })).toBe(false)
    expect(isReadable(own, { ...STAMP, model: 'b' })).toBe(false)
  })

  it('of a version before the code counted can be read, and is out of date', async () => {
    const { code: _, ...former } = own
    await connection.createTable('generations', [former])
    const [read] = await readGenerations(connection)
    if (!read) throw new Error('It was not read.')
    expect(isReadable(read, STAMP)).toBe(true)
    expect(isCurrent(read, STAMP)).toBe(false)
  })
})
