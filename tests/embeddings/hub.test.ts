/** A model from the hub, which here is a server of the test's own that hands out the files of the repository's model. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from '@xenova/transformers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BUNDLED_MODEL, loadEmbeddingModel } from '../../embeddings/embedding-model.ts'

let hub: Server
let cacheFolder: string
const requested: string[] = []
const remote = env.remoteHost

beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'aide-memoire-hub-'))
  hub = createServer((request, response) => {
    requested.push(request.url ?? '')
    const [, file] = /^\/owner\/model\/resolve\/main\/([\w./-]+)$/.exec(request.url ?? '') ?? []
    const path = join(BUNDLED_MODEL, file ?? 'none')
    if (!file || file.includes('..') || !existsSync(path)) response.writeHead(404).end()
    else {
      response.setHeader('content-length', statSync(path).size)
      createReadStream(path).pipe(response)
    }
  })
  await new Promise<void>((resolve) => hub.listen(0, '127.0.0.1', resolve))
  const address = hub.address()
  if (!address || typeof address === 'string') throw new Error('The hub has no port.')
  env.remoteHost = `http://127.0.0.1:${address.port}/`
})
afterAll(async () => {
  env.remoteHost = remote
  hub.close()
  await rm(cacheFolder, { recursive: true, force: true })
})

it('is downloaded once with its progress told, and is there without a network the next time', async () => {
  const told = new Map<string, number>()
  const model = await loadEmbeddingModel('owner/model', {
    cacheFolder,
    onDownload: (file, fraction) => told.set(file, fraction),
  })
  expect(model.id).toBe('owner/model')
  expect(told.get('onnx/model_quantized.onnx')).toBe(1)
  const [fresh] = await model.embed(['Kim Il Sung receives Erich Honecker.'])

  hub.closeAllConnections()
  await new Promise((resolve) => hub.close(resolve))
  const before = requested.length
  const kept = await loadEmbeddingModel('owner/model', { cacheFolder })
  expect(requested.length).toBe(before)
  expect((await kept.embed(['Kim Il Sung receives Erich Honecker.']))[0]).toEqual(fresh)
})
