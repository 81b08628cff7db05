/** How models of other makers are used: by their files, their family, or the environment, each in a small folder made here. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import {
  BUNDLED_MODEL,
  type EmbeddingModel,
  loadEmbeddingModel,
  ModelError,
} from '../../embeddings/embedding-model.ts'
import type { ConfiguredEncoding } from '../../embeddings/encoding.ts'
import { splitIntoPassages } from '../../embeddings/passages.ts'

let parent: string
let bundled: EmbeddingModel
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'aide-memoire-encoding-'))
  bundled = await loadEmbeddingModel(BUNDLED_MODEL, { cacheFolder: parent })
})
afterAll(() => rm(parent, { recursive: true, force: true }))

/** A folder with the weights of the repository's model and such files of sentence-transformers. */
async function modelFolder(name: string, files: Record<string, unknown> = {}): Promise<string> {
  const folder = join(await mkdtemp(join(parent, 'case-')), name)
  await mkdir(folder)
  for (const part of ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx'])
    await symlink(join(BUNDLED_MODEL, part), join(folder, part))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return folder
}

async function load(name: string, files?: Record<string, unknown>, encoding?: ConfiguredEncoding) {
  const folder = await modelFolder(name, files)
  return loadEmbeddingModel(folder, { cacheFolder: parent, ...(encoding ? { encoding } : {}) })
}

async function refusal(...given: Parameters<typeof load>): Promise<string> {
  const error = await load(...given).catch((reason: unknown) => reason)
  if (!(error instanceof ModelError)) throw new Error(`A ModelError should say what to do, but: ${error}`)
  return error.message
}

async function vectorOf(model: EmbeddingModel, text: string, role: 'query' | 'passage' = 'passage') {
  const [vector = new Float32Array()] = await model.embed([text], role)
  return vector
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

const TEXT = 'Kim Il Sung asks Moscow for oil.'
const CLS = { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }
const MEAN = { pooling_mode_cls_token: false, pooling_mode_mean_tokens: true }

describe('a model whose files say how it is used', () => {
  it('is pooled as `1_Pooling` says, in either version of that file', async () => {
    const mean = await vectorOf(bundled, TEXT)
    const cls = await vectorOf(await load('m', { '1_Pooling/config.json': CLS }), TEXT)
    const named = await vectorOf(await load('m', { '1_Pooling/config.json': { pooling_mode: 'cls' } }), TEXT)
    const last = await vectorOf(
      await load('m', { '1_Pooling/config.json': { pooling_mode_lasttoken: true } }),
      TEXT,
    )
    expect(await vectorOf(await load('m', { '1_Pooling/config.json': MEAN }), TEXT)).toEqual(mean)
    expect(named).toEqual(cls)
    for (const [a, b] of [
      [mean, cls],
      [mean, last],
      [cls, last],
    ] as const)
      expect(dot(a, b)).toBeLessThan(0.98)
  })

  it('has the prefixes of its prompts before questions and before texts, counted as tokens', async () => {
    const prompts = { query: 'search_query: ', document: 'search_document: ' }
    const model = await load('m', { 'config_sentence_transformers.json': { prompts } })
    expect(await vectorOf(model, TEXT, 'query')).toEqual(await vectorOf(bundled, `search_query: ${TEXT}`))
    expect(await vectorOf(model, TEXT)).toEqual(await vectorOf(bundled, `search_document: ${TEXT}`))
    expect(model.countTokens(TEXT, 'query')).toBe(bundled.countTokens(`search_query: ${TEXT}`, 'query'))
  })

  it('reads as much as `sentence_bert_config.json` says, and passages are cut to that', async () => {
    const model = await load('m', { 'sentence_bert_config.json': { max_seq_length: 32 } })
    expect(model.maxTokens).toBe(32)
    const document = archiveDocumentSchema.parse({
      id: '1955-oil',
      title: 'Oil',
      date: '1955',
      type: 'telegram',
      summary: 'Moscow sends oil to Pyongyang. '.repeat(20),
      people: [],
      countries: [],
      subjects: [],
      events: [],
      publisher: 'Wilson Center',
    })
    const passages = splitIntoPassages(document, undefined, model)
    expect(passages.length).toBeGreaterThan(20)
    for (const { text } of passages) expect(model.countTokens(text, 'passage')).toBeLessThanOrEqual(32)
  })

  it('is another model to the index than the same weights used otherwise', async () => {
    const plain = await load('m')
    const cls = await load('m', { '1_Pooling/config.json': CLS })
    expect(plain.id).toBe(bundled.id.replace('model@', 'm@'))
    expect(cls.id).toMatch(new RegExp(`^${plain.id}\\+[0-9a-f]{8}$`))
  })

  it.each([
    ['is no JSON', 'nonsense', /1_Pooling\/config\.json is not JSON/],
    ['wants what is not done', { pooling_mode_max_tokens: true }, /pooling by max; only mean, cls and last/],
    [
      'wants two ways at once',
      { pooling_mode_mean_tokens: true, pooling_mode_cls_token: true },
      /cls and mean|mean and cls/,
    ],
    ['leaves the prompt out', { ...MEAN, include_prompt: false }, /leaves the prompt out/],
    [
      'has a field of another kind',
      { pooling_mode_mean_tokens: 'yes' },
      /config\.json, pooling_mode_mean_tokens: /,
    ],
  ])('is refused where `1_Pooling` %s', async (_, content, reason) => {
    const message = await refusal('m', { '1_Pooling/config.json': content })
    expect(message).toMatch(/^EMBEDDING_MODEL is "\//)
    expect(message).toMatch(reason)
  })

  it('is refused where its prefix leaves no room for text', async () => {
    const files = { 'sentence_bert_config.json': { max_seq_length: 12 } }
    expect(await refusal('m', files, { queryPrefix: 'one two three four five six: ' })).toMatch(
      /reads 12 tokens: too few for the prefix "one two/,
    )
  })
})

describe('a model of a known family', () => {
  it.each([
    ['multilingual-e5-small', 'query: ', 'passage: ', 'mean'],
    ['bge-small-en-v1.5', 'Represent this sentence for searching relevant passages: ', '', 'cls'],
    ['bge-m3', '', '', 'cls'],
    ['gte-small', '', '', 'mean'],
    ['gte-base-en-v1.5', '', '', 'cls'],
  ] as const)('%s is used as its card says', async (name, queryPrefix, passagePrefix, pooling) => {
    const model = await load(name)
    // The same, said by files.
    const filed = await load('m', {
      '1_Pooling/config.json': pooling === 'cls' ? CLS : MEAN,
      'config_sentence_transformers.json': { prompts: { query: queryPrefix, passage: passagePrefix } },
    })
    for (const role of ['query', 'passage'] as const)
      expect(await vectorOf(model, TEXT, role)).toEqual(await vectorOf(filed, TEXT, role))
    expect(model.maxTokens).toBe(512)
  })

  it('is known by the name in its config.json, too', async () => {
    const folder = await modelFolder('m')
    await rm(join(folder, 'config.json'))
    const config = { model_type: 'bert', _name_or_path: 'intfloat/e5-small-v2' }
    await writeFile(join(folder, 'config.json'), JSON.stringify(config))
    const model = await loadEmbeddingModel(folder, { cacheFolder: parent })
    expect(await vectorOf(model, TEXT, 'query')).toEqual(await vectorOf(bundled, `query: ${TEXT}`))
  })

  it('follows its own files before its family', async () => {
    const model = await load('bge-small-en-v1.5', { '1_Pooling/config.json': MEAN })
    expect(await vectorOf(model, TEXT)).toEqual(await vectorOf(bundled, TEXT))
  })

  it('has no prefix that sentence-transformers wrote down as empty', async () => {
    const files = { 'config_sentence_transformers.json': { prompts: { query: '', document: '' } } }
    const model = await load('e5-small', files)
    expect(await vectorOf(model, TEXT, 'query')).toEqual(await vectorOf(bundled, `query: ${TEXT}`))
  })

  it('that wants an instruction is left to the environment', async () => {
    const model = await load('multilingual-e5-large-instruct', {}, { queryPrefix: 'Instruct: ' })
    expect(await vectorOf(model, TEXT, 'query')).toEqual(await vectorOf(bundled, `Instruct: ${TEXT}`))
    expect(await vectorOf(model, TEXT)).toEqual(await vectorOf(bundled, TEXT))
  })
})

describe('a model that says nothing', () => {
  it('is used as the environment says', async () => {
    const cls = await load('m', { '1_Pooling/config.json': CLS })
    const model = await load('m', {}, { pooling: 'cls', queryPrefix: 'q: ', passagePrefix: 'p: ' })
    expect(await vectorOf(model, TEXT, 'query')).toEqual(await vectorOf(cls, `q: ${TEXT}`))
    expect(await vectorOf(model, TEXT)).toEqual(await vectorOf(cls, `p: ${TEXT}`))
  })

  it.each([
    ['its own file', 'm', { '1_Pooling/config.json': MEAN }],
    ['its family', 'e5-small', {}],
  ])('is refused where the environment contradicts %s', async (who, name, files) => {
    expect(await refusal(name, files, { pooling: 'cls' })).toMatch(
      new RegExp(`EMBEDDING_POOLING is "cls", but ${who} says "mean"\\. Leave the variable unset\\.$`),
    )
    await expect(load(name, files, { pooling: 'mean' })).resolves.toBeDefined()
  })
})
