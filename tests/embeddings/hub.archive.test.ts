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
    const [, name, file] =
      /^\/owner\/(model|cls|ill)\/resolve\/main\/([\w./-]+)$/.exec(request.url ?? '') ?? []
    const path = join(BUNDLED_MODEL, file ?? 'none')
    const isPooling = file === '1_Pooling/config.json'
    if (isPooling && name === 'cls') response.end(JSON.stringify({ pooling_mode_cls_token: true }))
    else if (isPooling && name === 'ill') response.writeHead(503).end()
    else if (!file || file.includes('..') || !existsSync(path)) response.writeHead(404).end()
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

it('is pooled as its files on the hub say, also when it is loaded again', async () => {
  const cls = await loadEmbeddingModel('owner/cls', { cacheFolder })
  expect(cls.id).toMatch(/^owner\/cls\+[0-9a-f]{8}$/)
  const before = requested.length
  const kept = await loadEmbeddingModel('owner/cls', { cacheFolder })
  expect(kept.id).toBe(cls.id)
  expect(requested.slice(before)).toEqual([])
})

it('is not loaded where the hub cannot say how it is used', async () => {
  await expect(loadEmbeddingModel('owner/ill', { cacheFolder })).rejects.toThrow(
    /EMBEDDING_MODEL is "owner\/ill", which could not be loaded from the hub \(1_Pooling\/config\.json: the hub answers with status 503\)/,
  )
})

it('is downloaded once with its progress told, and is there without a network the next time', async () => {
  const told = new Map<string, number>()
  const model = await loadEmbeddingModel('owner/model', {
    cacheFolder,
    onDownload: (file, fraction) => told.set(file, fraction),
  })
  expect(model.id).toBe('owner/model')
  expect(told.get('onnx/model_quantized.onnx')).toBe(1)
  const [fresh] = await model.embed(['Kim Il Sung receives Erich Honecker.'], 'passage')

  hub.closeAllConnections()
  await new Promise((resolve) => hub.close(resolve))
  const before = requested.length
  const kept = await loadEmbeddingModel('owner/model', { cacheFolder })
  expect(requested.length).toBe(before)
  expect((await kept.embed(['Kim Il Sung receives Erich Honecker.'], 'passage'))[0]).toEqual(fresh)
})
