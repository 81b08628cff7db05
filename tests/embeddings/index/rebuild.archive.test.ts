/** A server whose index is out of date: it answers over the one before while another process builds the new one. */
import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readGenerations } from '../../../embeddings/index/generations.ts'
import { searchResponseSchema } from '../../../server/contract/search.ts'
import { type IndexStatus, statusResponseSchema } from '../../../server/contract/status.ts'
import { addressOf, buildOf, endsAfterEachTest } from '../../programs.ts'
import { makeSmallArchive, type Program, type SmallArchive } from '../../small-archive.ts'

const RECORDS = 24
/** A start takes seconds, and two builds of this size on a busy machine half a minute. */
const MINUTE = 60_000

let archive: SmallArchive
beforeAll(async () => {
  archive = makeSmallArchive(RECORDS)
  const program = archive.run('server/build-index.ts')
  expect(await program.ended, program.output()).toEqual({ code: 0, signal: null })
})
afterAll(() => archive.remove())

const register = endsAfterEachTest()
/** A build that a test has stopped must not outlive it. */
let stopped: Awaited<ReturnType<typeof buildOf>> | undefined
afterEach(() => {
  if (stopped?.isRunning()) stopped.kill('SIGKILL')
  stopped = undefined
})

interface Server {
  program: Program
  request: (path: string) => Promise<Response>
  indexStatus: () => Promise<IndexStatus>
  /** Titles of the documents found. */
  found: (words: string) => Promise<string[]>
}

/** Starts a server and stops its build, if it has one, as soon as it answers. */
async function serve(): Promise<Server> {
  const program = register(archive.run('server/main.ts'))
  const address = await addressOf(program)
  if (program.output().includes('is built anew')) {
    stopped = await buildOf(program)
    stopped.kill('SIGSTOP')
  }
  return { program, ...clientOf(address) }
}

function clientOf(address: string): Omit<Server, 'program'> {
  const request = (path: string) => fetch(`${address}${path}`)
  return {
    request,
    indexStatus: async () => statusResponseSchema.parse(await (await request('/api/status')).json()).index,
    found: async (words) => {
      const response = await request(`/api/search?q=${encodeURIComponent(words)}`)
      expect(response.status).toBe(200)
      return searchResponseSchema.parse(await response.json()).results.map(({ document }) => document.title)
    },
  }
}

let changes = 0

/** Takes the first record out and puts one in that no other resembles. */
async function changeRecords() {
  changes += 1
  const [first = '', ...rest] = (await readFile(archive.records, 'utf8')).trim().split('\n')
  const gone: { id: string; title: string } = JSON.parse(first)
  const title = `Zeppelin number ${changes} over Wonsan`
  const fresh = { ...gone, id: `1955-zeppelin-${changes}`, title, summary: 'A zeppelin hovers.' }
  await writeFile(archive.records, `${[...rest, JSON.stringify(fresh)].join('\n')}\n`)
  return { gone, fresh }
}

describe('while the index of a changed catalog is built', { timeout: MINUTE }, () => {
  it('the one before answers: without records that are gone, and without new ones until the switch', async () => {
    const { gone, fresh } = await changeRecords()
    const { program, request, indexStatus, found } = await serve()

    expect(await indexStatus()).toMatchObject({ state: 'rebuilding', outdated: true })
    expect((await request('/health/ready')).status).toBe(200)
    expect(await found('Korea')).not.toEqual([])
    expect(await found(gone.title)).not.toContain(gone.title)
    expect(await found('zeppelin')).not.toContain(fresh.title)
    expect((await request(`/api/documents/${gone.id}`)).status).toBe(404)
    expect((await request(`/api/documents/${fresh.id}`)).status).toBe(404)
    const listed = await (await request('/api/documents?limit=100')).json()
    expect(listed.total).toBe(RECORDS - 1)

    stopped?.kill('SIGCONT')
    await program.printed(/The new index answers/)
    expect(await indexStatus()).toEqual({ state: 'ready', outdated: false })
    expect((await found('zeppelin'))[0]).toBe(fresh.title)
    expect((await request(`/api/documents/${fresh.id}/related`)).status).toBe(200)
    expect(program.output()).toMatch(new RegExp(`Indexed ${RECORDS} documents`))
    expect(program.output()).not.toMatch(/failed|Error/)
  })

  it('and breaks off, the one before goes on answering, and says so', async () => {
    await changeRecords()
    const { program, indexStatus, found } = await serve()
    stopped?.kill('SIGKILL')
    await program.printed(/could not be built: the build ended with signal SIGKILL/)
    await program.printed(/The previous index goes on answering/)
    expect(await indexStatus()).toEqual({ state: 'ready', outdated: true })
    expect(await found('Korea')).not.toEqual([])
  })

  it('a server that is asked to end ends, and its build with it', async () => {
    await changeRecords()
    const { program } = await serve()
    stopped?.kill('SIGCONT')
    program.process.kill('SIGTERM')
    expect(await program.ended).toEqual({ code: 0, signal: null })
    await vi.waitFor(() => expect(stopped?.isRunning()).toBe(false), 10_000)
  })

  it('a server that is killed leaves no build behind', async () => {
    await changeRecords()
    const generations = async () => readGenerations(await connect(archive.index))
    const before = await generations()
    const { program } = await serve()
    stopped?.kill('SIGCONT')
    program.process.kill('SIGKILL')
    await program.ended
    await vi.waitFor(() => expect(stopped?.isRunning()).toBe(false), 20_000)
    expect(await generations()).toEqual(before)
  })
})

describe('where there is no index yet', { timeout: MINUTE }, () => {
  it('the status tells how far it is, and all else that it is being prepared', async () => {
    const program = register(
      archive.run('server/main.ts', { LANCEDB_URI: join(archive.folder, 'none-yet'), PORT: String(PORT) }),
    )
    await program.printed(/Building the index/)
    stopped = await buildOf(program)
    stopped.kill('SIGSTOP')
    const { request, indexStatus } = clientOf(`http://127.0.0.1:${PORT}`)
    expect(await indexStatus()).toEqual({ state: 'building', progress: 0, outdated: false })
    expect((await request('/api/search?q=Korea')).status).toBe(503)
    expect((await request('/health/ready')).status).toBe(503)
    stopped.kill('SIGCONT')
    await program.printed(/answers at http/)
    expect(await indexStatus()).toEqual({ state: 'ready', outdated: false })
  })
})

/** Before it answers, a server does not say where it listens. */
const PORT = 20_000 + (process.pid % 20_000)

describe('a change of code', { timeout: MINUTE }, () => {
  const change = (file: string, text: string) => appendFile(join(archive.folder, file), text)
  async function startAndEnd(): Promise<string> {
    const program = register(archive.run('server/main.ts'))
    await program.printed(/answers at http/)
    if (program.output().includes('is built anew')) await program.printed(/The new index answers/)
    program.process.kill('SIGTERM')
    await program.ended
    return program.output()
  }

  it('that makes the same sentences builds nothing', async () => {
    await startAndEnd()
    await change('embeddings/split-sentences.ts', '\n// A remark.\n')
    expect(await startAndEnd()).not.toMatch(/Indexed|built anew/)
  })

  it('that makes other sentences builds the index anew', async () => {
    const file = join(archive.folder, 'embeddings', 'split-sentences.ts')
    const code = await readFile(file, 'utf8')
    expect(code).toContain("'Mr|Mrs|Ms|Mme|Messrs|Dr|")
    await writeFile(file, code.replace("'Mr|Mrs|Ms|Mme|Messrs|Dr|", "'Mr|Mrs|Ms|Mme|Messrs|"))
    expect(await startAndEnd()).toMatch(/Indexed/)
    expect(await startAndEnd()).not.toMatch(/Indexed|built anew/)
  })
})
