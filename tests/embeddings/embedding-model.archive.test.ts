import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from '@xenova/transformers'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  BUNDLED_MODEL,
  type EmbeddingModel,
  loadEmbeddingModel,
  ModelError,
  weightsHash,
} from '../../embeddings/embedding-model.ts'

let cacheFolder: string
let model: EmbeddingModel
beforeAll(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'aide-memoire-models-'))
  model = await loadEmbeddingModel(BUNDLED_MODEL, { cacheFolder })
  return () => rm(cacheFolder, { recursive: true, force: true })
})
afterEach(() => vi.restoreAllMocks())

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

async function embedOne(text: string): Promise<Float32Array> {
  const [vector] = await model.embed([text], 'passage')
  if (!vector) throw new Error('The model answered no vector.')
  return vector
}

async function refusal(name: string): Promise<string> {
  const error = await loadEmbeddingModel(name, { cacheFolder }).catch((reason: unknown) => reason)
  if (!(error instanceof ModelError)) throw new Error(`A ModelError should say what to do, but: ${error}`)
  return error.message
}

describe('the model of the repository', () => {
  it('is the one that its card describes: the weights have the card’s sha256', async () => {
    const card = await readFile(join(BUNDLED_MODEL, 'README.md'), 'utf8')
    const sha256 = /`onnx\/model_quantized\.onnx` \|[^|]*sha256 `([0-9a-f]{64})`/.exec(card)?.[1]
    expect(sha256).toBeDefined()
    expect(await weightsHash(BUNDLED_MODEL)).toBe(sha256)
    expect(model.id).toBe(`model@${sha256?.slice(0, 12)}`)
  })

  it('loads and works without touching the network', async () => {
    const touched = vi.fn(() => {
      throw new Error('The network was touched.')
    })
    vi.spyOn(globalThis, 'fetch').mockImplementation(touched)
    vi.spyOn(env, 'fetch').mockImplementation(touched)
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(touched)
    const offline = await loadEmbeddingModel(BUNDLED_MODEL, { cacheFolder })
    expect(await offline.embed(['The spy ship'], 'query')).toHaveLength(1)
    expect(touched).not.toHaveBeenCalled()
  })

  it('gives vectors of length one and of its dimension, also for nothing and for what it must cut', async () => {
    expect(model.dimension).toBe(384)
    for (const text of ['Kim Il Sung', '', ' ', '조선', 'x'.repeat(5000), 'word '.repeat(3000)]) {
      const vector = await embedOne(text)
      expect(vector).toHaveLength(384)
      expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 4)
    }
  })

  it('gives a text the same vector whatever is embedded along with it', async () => {
    const text = 'Kim Il Sung asks Moscow for oil.'
    const alone = await embedOne(text)
    const long = 'A long neighbour that widens the range of activations. '.repeat(30)
    const [, among] = await model.embed([long, text, 'x', '!'], 'passage')
    expect(among).toEqual(alone)
  })

  it('knows that the spy ship was the Pueblo, though the two share no word', async () => {
    const question = await embedOne('the spy ship')
    const same = await embedOne('USS Pueblo is seized off Wonsan with its crew.')
    const other = await embedOne('The Hungarian embassy asks for land to build on.')
    expect(dot(question, same)).toBeGreaterThan(dot(question, other) + 0.1)
  })

  it('counts the tokens that it reads, the two that enclose a text included', () => {
    expect(model.countTokens('', 'passage')).toBe(2)
    expect(model.countTokens('oil', 'passage')).toBe(3)
  })
})

describe('another model', () => {
  it('in a folder goes by the folder’s name and its weights', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-other-'))
    try {
      await cp(BUNDLED_MODEL, join(folder, 'my-model'), { recursive: true })
      const other = await loadEmbeddingModel(join(folder, 'my-model'), { cacheFolder })
      expect(other.id).toBe(model.id.replace('model@', 'my-model@'))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })

  it.each([
    '/no/such/folder',
    './nowhere',
    '../nowhere',
    'nowhere',
    'a/b/c',
    'what is this?',
    'owner/model/',
    'https://huggingface.co/a/b',
  ])('named %j is said to be neither a folder nor a name on the hub', async (name) => {
    const message = await refusal(name)
    expect(message).toMatch(/^EMBEDDING_MODEL is "[^"]+", but there is no folder \/[^\n]+ owner\/model\.$/)
    expect(message).toContain(`"${name}"`)
  })

  it('in a folder that holds none is refused by name', async () => {
    expect(await refusal(cacheFolder)).toContain(
      `EMBEDDING_MODEL is "${cacheFolder}", a folder without a model`,
    )
  })

  it('on the hub, without a network, is refused with what to do instead', async () => {
    const remote = env.remoteHost
    // A port of this machine that was just closed: nobody listens, as without a network.
    env.remoteHost = `http://127.0.0.1:${await closedPort()}/`
    try {
      const message = await refusal('Xenova/all-MiniLM-L6-v2')
      expect(message).toMatch(
        /^EMBEDDING_MODEL is "Xenova\/all-MiniLM-L6-v2", which could not be loaded from the hub/,
      )
      expect(message).toContain('leave it unset')
    } finally {
      env.remoteHost = remote
    }
  })
})

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (!address || typeof address === 'string') throw new Error('There is no port.')
  return address.port
}
