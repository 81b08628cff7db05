import { appendFile, cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Connection, connect } from '@lancedb/lancedb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUNDLED_MODEL } from '../../../embeddings/embedding-model.ts'
import { ArchiveIndex } from '../../../embeddings/index/archive-index.ts'
import { type Generation, readGenerations } from '../../../embeddings/index/generations.ts'
import { endsAfterEachTest } from '../../programs.ts'
import { makeSmallArchive, type Program, type SmallArchive } from '../../small-archive.ts'

/** More than one batch, so that a build may be killed between two. */
const RECORDS = 72

let archive: SmallArchive
beforeAll(() => {
  archive = makeSmallArchive(RECORDS)
})
afterAll(() => archive.remove())

const register = endsAfterEachTest()
const run = (...args: Parameters<SmallArchive['run']>): Program => register(archive.run(...args))

async function build(): Promise<void> {
  const program = run('server/build-index.ts')
  expect(await program.ended, program.output()).toEqual({ code: 0, signal: null })
}

async function generations(): Promise<Generation[]> {
  return readGenerations(await connect(archive.index))
}

/** Opens the newest index and searches it. */
async function openIndex(): Promise<ArchiveIndex> {
  const connection = await connect(archive.index)
  const [newest] = await readGenerations(connection)
  if (!newest) throw new Error('There is no index.')
  const index = await ArchiveIndex.open(connection, newest)
  await expectToServe(index)
  return index
}

async function expectToServe(index: ArchiveIndex): Promise<void> {
  expect((await index.matchText('Korea', { limit: 5 })).numbers).toHaveLength(5)
}

/** Tables that belong to no generation. */
async function leftOvers(connection: Connection): Promise<string[]> {
  const names = (await readGenerations(connection)).map(({ name }) => name)
  return (await connection.tableNames()).filter(
    (table) => table !== 'generations' && !names.some((name) => table.endsWith(name)),
  )
}

/** Where a build may be killed: as soon as it has written a certain file. */
const moments: [when: string, reached: (files: string[]) => boolean][] = [
  ['as it makes its tables', (files) => files.some((file) => file.startsWith('documents_'))],
  ['as it writes its passages', (files) => files.some((file) => file.startsWith('sentence_'))],
  ['as it makes its indexes', (files) => files.some((file) => /_indices\/./.test(file))],
  ['as it writes the pointer', (files) => files.some((file) => file.startsWith('generations'))],
]

/** Starts a build and kills it at the moment. */
async function killAt(reached: (typeof moments)[number][1]): Promise<void> {
  const before = new Set(await readdir(archive.index, { recursive: true }))
  const program = run('server/build-index.ts')
  let over = false
  program.ended.then(() => {
    over = true
  })
  const isReached = async () => {
    const files = await readdir(archive.index, { recursive: true }).catch(() => [])
    return over || reached(files.filter((file) => !before.has(file)))
  }
  await expect.poll(isReached, { interval: 8, timeout: 60_000 }).toBe(true)
  program.process.kill('SIGKILL')
  await program.ended
}

describe('where there is no index yet', () => {
  it.each(moments.filter(([when]) => !when.includes('indexes')).slice(0, 2))(
    'a build that is killed %s leaves nothing that stands in the way',
    async (_, reached) => {
      await killAt(reached)
      // Killed just after the pointer was written, the index is whole; else there is none.
      if ((await generations()).length > 0) await openIndex()
    },
  )

  it('the next start builds it, without being told, and drops what was left over', async () => {
    await startAndEnd()
    await openIndex()
    expect(await leftOvers(await connect(archive.index))).toEqual([])
  })
})

describe('while an index serves', () => {
  it.each(moments)('a build that is killed %s leaves it serving', async (when, reached) => {
    const open = await openIndex()
    await killAt(reached)
    await expectToServe(open)
    const { generation } = await openIndex()
    // A build that was killed later may have come to its end first, and put its index in the place of the old one.
    if (when === 'as it makes its tables') expect(generation.name).toBe(open.generation.name)
  })

  it('the next build succeeds and drops what the killed ones left over', async () => {
    await build()
    const connection = await connect(archive.index)
    expect(await leftOvers(connection)).toEqual([])
    const { generation } = await openIndex()
    expect(generation.documents).toBe(RECORDS)
  })

  it('a build that is asked to end leaves it serving, and ends before it is done', async () => {
    const [served] = await generations()
    const program = run('server/build-index.ts')
    await program.printed(/Building the index/)
    program.process.kill('SIGTERM')
    const { code, signal } = await program.ended
    expect(code === 0 && signal === null).toBe(false)
    expect((await openIndex()).generation.name).toBe(served?.name)
  })

  it('answers throughout a build, and after it those who had it open; none older is kept', async () => {
    const open = await openIndex()
    let over = false
    const built = build().then(() => {
      over = true
    })
    let asked = 0
    while (!over) {
      await expectToServe(open)
      asked += 1
    }
    await built
    expect(asked).toBeGreaterThan(10)
    await expectToServe(open)
    expect((await openIndex()).generation.name).not.toBe(open.generation.name)
    expect((await generations()).map(({ name }) => name)).toContain(open.generation.name)
    expect(await generations()).toHaveLength(2)
  })
})

/** Starts the server, waits until it answers, over a new index where it builds one, ends it; tells what it said. */
async function startAndEnd(environment: Record<string, string> = {}): Promise<string> {
  const program = run('server/main.ts', environment)
  await program.printed(/answers at http/)
  if (program.output().includes('is built anew')) await program.printed(/The new index answers/)
  program.process.kill('SIGTERM')
  expect(await program.ended).toEqual({ code: 0, signal: null })
  return program.output()
}

describe('a start', { timeout: 60_000 }, () => {
  it('builds nothing where all is as it was, anew as soon as a record changes, and then no more', async () => {
    expect(await startAndEnd()).not.toMatch(/Indexed|Building the index/)
    const [before] = await generations()
    const [line = ''] = (await readFile(archive.records, 'utf8')).split('\n')
    await appendFile(
      archive.records,
      `${JSON.stringify({ ...JSON.parse(line), id: '1955-a-new-record', title: 'A new record' })}\n`,
    )
    expect(await startAndEnd()).toMatch(new RegExp(`Indexed ${RECORDS + 1} documents`))
    const [after] = await generations()
    expect(after?.corpus).not.toBe(before?.corpus)
    expect(after?.model).toBe(before?.model)
    expect(await startAndEnd()).not.toMatch(/Indexed/)
  })

  it('builds anew for another model', async () => {
    const [before] = await generations()
    const other = join(archive.folder, 'other-model')
    await cp(BUNDLED_MODEL, other, { recursive: true })
    const output = await startAndEnd({ EMBEDDING_MODEL: other })
    expect(output).toMatch(/Indexed/)
    // The calibration came with the folder.
    expect(output).not.toMatch(/calibrated/)
    const [after] = await generations()
    expect(after?.model).toMatch(/^other-model@/)
    expect(after?.corpus).toBe(before?.corpus)
  })

  it('goes back to the model before without building, as its index is still there', async () => {
    expect(await startAndEnd()).not.toMatch(/Indexed/)
  })

  it('says in a line where ranking is not calibrated for the model, and how it is', async () => {
    expect((await startAndEnd({ EMBEDDING_POOLING: 'cls' })).split('\n')).toContainEqual(
      expect.stringMatching(
        /^Ranking is not calibrated for the model model@[0-9a-f]{12}\+[0-9a-f]{8}: `npm run tune`, with the same settings, calibrates it\.$/,
      ),
    )
  })

  it('stops at a bad record by its line, and leaves the index as it was', async () => {
    const good = await readFile(archive.records, 'utf8')
    const before = await generations()
    await appendFile(archive.records, '{"id": "1955-b"}\n')
    const program = run('server/main.ts')
    expect((await program.ended).code).toBe(1)
    expect(program.output()).toMatch(new RegExp(`wilson-center\\.jsonl, line ${RECORDS + 2}: title: `))
    expect(program.output()).not.toMatch(/\n\s+at /)
    expect(await generations()).toEqual(before)
    await writeFile(archive.records, good)
  })
})
