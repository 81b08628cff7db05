import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addressOf, endsAfterEachTest } from '../../programs.ts'
import { makeSmallArchive, type SmallArchive } from '../../small-archive.ts'

describe('a start', () => {
  const register = endsAfterEachTest()
  let archive: SmallArchive
  beforeEach(() => {
    archive = makeSmallArchive(3)
  })
  afterEach(() => archive.remove())

  const fileOf = (name: string) => join(archive.folder, 'corpus', 'publishers', `${name}.json`)

  it('stops at a wrong file of a publisher, named with its field, without a stack trace', async () => {
    const publisher = JSON.parse(readFileSync(fileOf('frus'), 'utf8'))
    writeFileSync(fileOf('frus'), JSON.stringify({ ...publisher, hosts: 'history.state.gov' }))
    const program = register(archive.run('server/main.ts'))
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(program.output().trim()).toMatch(
      new RegExp(`^${fileOf('frus')}: hosts: Invalid input: expected array[^\\n]*$`),
    )
  })

  it('names publishers of records that no file describes, and serves their records', async () => {
    rmSync(fileOf('wilson-center'))
    const program = register(archive.run('server/main.ts'))
    const address = await addressOf(program)
    expect(program.output()).toContain(
      'No file in corpus/publishers/ describes "Wilson Center Digital Archive": its documents are found and cited, but link to no publisher.\n',
    )
    expect(program.output()).not.toContain('National Security Archive')
    const answer = await fetch(`${address}/api/documents?publisher=Wilson+Center+Digital+Archive`)
    expect(await answer.json()).toMatchObject({ total: 3 })
  })
})
