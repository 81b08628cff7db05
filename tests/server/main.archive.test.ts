import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addressOf, endsAfterEachTest } from '../programs.ts'
import { type Program, start } from '../small-archive.ts'
import { chatRequest } from './ask.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-memoire-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const register = endsAfterEachTest()
const startServer = (environment: Record<string, string> = {}): Program =>
  register(
    start(['server/main.ts', '--without-page'], {
      LANCEDB_URI: inject('testIndex'),
      PORT: '0',
      ...environment,
    }),
  )

describe('a server', () => {
  it('builds nothing where the index is up to date', async () => {
    const program = startServer()
    const address = await addressOf(program)
    expect(program.output()).not.toMatch(/Building|Indexed/)
    expect((await fetch(`${address}/health/ready`)).status).toBe(200)
    expect((await fetch(`${address}/api/search?q=Pueblo`)).status).toBe(200)
    expect(program.output()).toContain('913 documents')
  })

  it('that is asked to end finishes what it streams, and ends by itself', async () => {
    const program = startServer()
    const address = await addressOf(program)
    // Six answers at once: when the last has begun, most still wait for the model.
    const asking = Array.from({ length: 6 }, () =>
      fetch(`${address}/api/chat`, chatRequest('How did the Pueblo crisis end?')),
    )
    const responses = await Promise.all(asking)
    program.process.kill('SIGTERM')
    const streams = await Promise.all(responses.map((response) => response.text()))
    for (const stream of streams) {
      expect(stream).toContain('data-suggestions')
      expect(stream.trimEnd()).toMatch(/\[DONE\]$/)
      expect(stream).not.toContain('"type":"error"')
    }
    expect(await program.ended).toEqual({ code: 0, signal: null })
    expect(program.output()).not.toMatch(/failed|Error/)
  })

  it('that is asked to end while it starts ends, too', async () => {
    const program = startServer({ LANCEDB_URI: join(folder, 'no-index-yet') })
    await program.printed(/Building/)
    program.process.kill('SIGINT')
    expect(await program.ended).toEqual({ code: 0, signal: null })
    expect(program.output()).not.toMatch(/\n\s+at /)
  })
})

describe('a start that cannot be is told in a sentence, without a stack trace:', () => {
  async function refusal(environment: Record<string, string>): Promise<string> {
    const program = startServer(environment)
    expect(await program.ended, program.output()).toEqual({ code: 1, signal: null })
    expect(program.output()).not.toMatch(/\n\s+at |node:internal|Error:/)
    return program.output().trim()
  }

  it('a port in use', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = address && typeof address === 'object' ? address.port : 0
    try {
      expect(await refusal({ PORT: String(port) })).toMatch(
        new RegExp(`^PORT is ${port}, and something else listens there already\\.[^\\n]+$`),
      )
    } finally {
      await new Promise((resolve) => other.close(resolve))
    }
  })

  it('a port that is none', async () => {
    expect(await refusal({ PORT: 'three thousand' })).toBe(
      'PORT is "three thousand", but it must be a number.',
    )
  })

  it.each(['192.0.2.1', 'no-such-host.invalid'])('the host %s, which is not this machine', async (host) => {
    expect(await refusal({ HOST: host })).toMatch(new RegExp(`^HOST is "${host}", `))
  })

  it('a folder for the index below a file', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(await refusal({ LANCEDB_URI: join(file, 'index') })).toMatch(
      new RegExp(`^LANCEDB_URI is "${join(file, 'index')}", which cannot be opened [^\\n]+$`),
    )
  })

  it('a file for the index', async () => {
    const file = join(folder, 'another-file')
    await writeFile(file, '')
    expect(await refusal({ LANCEDB_URI: file })).toMatch(new RegExp(`^LANCEDB_URI is "${file}", `))
  })

  it('a model that is not there', async () => {
    expect(await refusal({ EMBEDDING_MODEL: './no-such-model' })).toMatch(/^EMBEDDING_MODEL is "[^\n]+\.$/)
  })
})
