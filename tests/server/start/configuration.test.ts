import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BUNDLED_MODEL } from '../../../embeddings/embedding-model.ts'
import { ConfigurationError, DATA_FOLDER, readConfiguration } from '../../../server/start/configuration.ts'

function refusal(environment: NodeJS.ProcessEnv): string {
  try {
    readConfiguration(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  throw new Error(`It was accepted: ${JSON.stringify(environment)}`)
}

const NO_ORIGIN = 'must be a web address without a path, such as https://archive.example.org'

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    const defaults = { port: 3000, host: '127.0.0.1', lancedbUri: DATA_FOLDER, embeddingModel: BUNDLED_MODEL }
    expect(readConfiguration({})).toEqual(defaults)
    expect(readConfiguration({ PORT: '', HOST: ' ', LANCEDB_URI: '', EMBEDDING_MODEL: '  ' })).toEqual(
      defaults,
    )
  })

  it('are read as they are given', () => {
    const given = {
      PORT: '8080',
      HOST: '::1',
      LANCEDB_URI: 's3://bucket/archive',
      EMBEDDING_MODEL: 'Xenova/all-MiniLM-L6-v2',
    }
    expect(readConfiguration(given)).toEqual({
      port: 8080,
      host: '::1',
      lancedbUri: 's3://bucket/archive',
      embeddingModel: 'Xenova/all-MiniLM-L6-v2',
    })
    for (const uri of ['/var/archive', 'data', './a b', 'gs://b/x', 'az://c', 'db://archive', 'C:\\archive'])
      expect(readConfiguration({ LANCEDB_URI: uri }).lancedbUri).toBe(uri)
  })

  it.each([
    ['PORT', 'http', 'must be a number'],
    ['PORT', '80.5', 'must be a whole number'],
    ['PORT', '-1', 'must lie between 0 and 65535'],
    ['PORT', '65536', 'must lie between 0 and 65535'],
    ['HOST', 'local host', 'must be a host name or an IP address'],
    ['HOST', 'http://localhost', 'must be a host name or an IP address'],
    ['LANCEDB_URI', 'http://example.org', 'must be a folder, or start with s3://, gs://, az:// or db://'],
    ['PUBLIC_URL', 'archive.example.org', NO_ORIGIN],
    ['PUBLIC_URL', 'ftp://example.org', NO_ORIGIN],
    ['PUBLIC_URL', 'https://example.org/a', NO_ORIGIN],
    ['PUBLIC_URL', 'https://me@example.org', NO_ORIGIN],
    ['LANCEDB_URI', 's3://', 'must be a folder, or start with s3://, gs://, az:// or db://'],
  ])('%s that is “%s” is refused by a sentence that names it', (name, value, reason) => {
    expect(refusal({ [name]: value })).toBe(`${name} is "${value}", but it ${reason}.`)
  })

  it('may name the address that readers see, with or without a slash at its end', () => {
    for (const address of ['https://archive.example.org', ' https://archive.example.org/ '])
      expect(readConfiguration({ PUBLIC_URL: address }).publicUrl).toBe('https://archive.example.org')
    expect(readConfiguration({ PUBLIC_URL: ' ' }).publicUrl).toBeUndefined()
  })

  it('may say how another model is used, a prefix as it is given', () => {
    expect(
      readConfiguration({
        EMBEDDING_POOLING: 'cls',
        EMBEDDING_QUERY_PREFIX: 'query: ',
        EMBEDDING_PASSAGE_PREFIX: ' ',
      }).embeddingEncoding,
    ).toEqual({ pooling: 'cls', queryPrefix: 'query: ' })
    expect(refusal({ EMBEDDING_POOLING: 'max' })).toBe(
      'EMBEDDING_POOLING is "max", but it must be mean, cls or last.',
    )
  })

  it('limit each client where others than this machine can ask', () => {
    for (const HOST of ['localhost', '127.0.0.1', '127.1.2.3', '::1'])
      expect(readConfiguration({ HOST, RATE_LIMIT: '7' }).limits).toBeUndefined()
    for (const HOST of ['0.0.0.0', '::', '192.168.1.5', 'archive.example.org'])
      expect(readConfiguration({ HOST }).limits).toEqual({ requests: 300, answers: 10, behindProxy: false })
    const PUBLIC_URL = 'https://archive.example.org'
    expect(readConfiguration({ PUBLIC_URL, RATE_LIMIT: '7', LLM_RATE_LIMIT: '2' }).limits).toEqual({
      requests: 7,
      answers: 2,
      behindProxy: true,
    })
    expect(refusal({ RATE_LIMIT: '0' })).toBe('RATE_LIMIT is "0", but it must lie between 1 and 1000000.')
  })

  it('are all named where several are wrong', () => {
    expect(refusal({ PORT: 'x', HOST: '?' }).split('\n')).toHaveLength(2)
  })

  it('are accepted or refused by name, whatever they hold', () => {
    const names = ['PORT', 'HOST', 'LANCEDB_URI', 'EMBEDDING_MODEL', 'PUBLIC_URL'] as const
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, value) => {
        try {
          const { port } = readConfiguration({ [name]: value })
          expect(Number.isInteger(port) && port >= 0 && port <= 65535).toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigurationError)
          expect(String(error)).toContain(`${name} is "`)
        }
      }),
    )
  })
})
