import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../corpus/catalog.ts'
import { createNameLinker } from '../../../corpus/names/create-name-linker.ts'
import type { EmbeddingModel } from '../../../embeddings/embedding-model.ts'
import { buildIndex, INDEX_FORMAT } from '../../../embeddings/index/build.ts'
import { searchResponseSchema } from '../../../server/contract/search.ts'
import { addressOf, buildOf, endsAfterEachTest } from '../../programs.ts'
import { makeSmallArchive, type Program, type SmallArchive } from '../../small-archive.ts'

let archive: SmallArchive
beforeAll(() => {
  archive = makeSmallArchive(80)
})
afterAll(() => archive.remove())

describe('two servers that start at once over one empty folder', { timeout: 60_000 }, () => {
  const register = endsAfterEachTest()
  const startServer = (index: string) =>
    register(archive.run('server/main.ts', { LANCEDB_URI: join(archive.folder, index) }))

  async function expectToAnswer(program: Program): Promise<void> {
    const response = await fetch(`${await addressOf(program)}/api/search?q=Kim+Il+Sung`)
    expect(response.status).toBe(200)
    expect(searchResponseSchema.parse(await response.json()).total).toBeGreaterThan(0)
  }

  it('both come to answer, also where the one that began first is overtaken', async () => {
    const slow = startServer('overtaken')
    await slow.printed(/Building the index/)
    const build = await buildOf(slow)
    build.kill('SIGSTOP')
    await expectToAnswer(startServer('overtaken'))
    build.kill('SIGCONT')
    await expectToAnswer(slow)
  })
})

describe('building the index of a large corpus', () => {
  it('holds a bounded number of documents, however many there are', async () => {
    const catalog = await loadCatalog()
    const pattern = catalog.documents[0] ?? never()
    let read = 0
    let done = 0
    let most = 0
    async function* many() {
      for (let number = 0; number < 1500; number += 1) {
        read += 1
        most = Math.max(most, read - done)
        yield { ...pattern, id: `1955-${number}`, title: `Document ${number}`, summary: 'Kim asks.' }
      }
    }
    // A model that costs nothing: not what vectors mean is looked at here, but how many documents wait for theirs.
    const model: EmbeddingModel = {
      id: 'even',
      folder: '',
      dimension: 8,
      maxTokens: 256,
      countTokens: (text) => text.split(' ').length,
      embed: async (texts) => texts.map(() => new Float32Array(8).fill(Math.sqrt(1 / 8))),
    }
    const generation = await buildIndex({
      connection: await connect(`${archive.folder}/large`),
      model,
      stamp: { format: INDEX_FORMAT, model: model.id, corpus: 'large', code: '' },
      documents: many(),
      expansionOf: () => undefined,
      linker: createNameLinker(catalog),
      onProgress: (documents) => {
        done = documents
      },
    })
    expect(generation.documents).toBe(1500)
    expect(most).toBeLessThanOrEqual(128)
  })
})

function never(): never {
  throw new Error('The catalog is empty.')
}
