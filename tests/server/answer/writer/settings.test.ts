import { describe, expect, it } from 'vitest'
import { describeWriter } from '../../../../server/answer/writer/writer.ts'
import { ConfigurationError, readConfiguration } from '../../../../server/start/configuration.ts'

function refusal(environment: NodeJS.ProcessEnv): string {
  try {
    readConfiguration(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
  throw new Error(`It was accepted: ${JSON.stringify(environment)}`)
}

const LOCAL = { LLM: 'local/qwen3:8b', LLM_BASE_URL: 'http://localhost:11434/v1' }

describe('the settings of a language model', () => {
  it('are none where none is named, whatever else is set', () => {
    expect(readConfiguration({}).writer).toBeUndefined()
    expect(readConfiguration({ LLM: ' ', LLM_TIMEOUT: '5' }).writer).toBeUndefined()
    expect(describeWriter(undefined)).toBe('Answers are quotations; LLM names no language model.')
  })

  it('need no more than a model and its address, or its key', () => {
    expect(readConfiguration(LOCAL).writer).toEqual({
      provider: 'local',
      model: 'qwen3:8b',
      baseUrl: 'http://localhost:11434/v1',
      silenceTimeoutMs: 60_000,
      answerTimeoutMs: 300_000,
      maxSearchRounds: 4,
      concurrency: 2,
      tools: true,
      verify: false,
      contextWindowTokens: 16_000,
    })
    const { writer } = readConfiguration({ LLM: 'anthropic/claude-x', LLM_API_KEY: 'sk-1' })
    expect(writer).toMatchObject({ provider: 'anthropic', model: 'claude-x', apiKey: 'sk-1' })
    // Models on hubs have slashes in their names.
    const { model } = readConfiguration({ ...LOCAL, LLM: 'local/Qwen/Qwen3-8B' }).writer ?? {}
    expect(model).toBe('Qwen/Qwen3-8B')
  })

  it.each([
    [
      { LLM: 'gpt' },
      /^LLM is "gpt", but it must be anthropic\/, openai\/ or local\/ and the name of a model/,
    ],
    [{ LLM: 'google/gemini' }, /^LLM is "google\/gemini", but it must be/],
    [{ LLM: 'local/x' }, /^LLM is "local\/x", so LLM_BASE_URL must say where its server listens/],
    [{ LLM: 'openai/x' }, /^LLM is "openai\/x", which needs a key\. Set LLM_API_KEY\.$/],
    [{ ...LOCAL, LLM_STEPS: '0' }, /^LLM_STEPS is "0", but it must lie between 1 and 12\.$/],
    [{ ...LOCAL, LLM_TIMEOUT: 'soon' }, /^LLM_TIMEOUT is "soon", but it must be a number\.$/],
    [{ ...LOCAL, LLM_TOOLS: 'yes' }, /^LLM_TOOLS is "yes", but it must be on or off\.$/],
    [{ ...LOCAL, LLM_CONCURRENCY: '1.5' }, /^LLM_CONCURRENCY is "1\.5", but it must be a whole number\.$/],
    [{ ...LOCAL, LLM_BASE_URL: 'localhost:11434' }, /^LLM_BASE_URL is set, but it must be a web address/],
  ])('%j is refused by a sentence that names the variable', (environment, sentence) => {
    expect(refusal(environment)).toMatch(sentence)
  })

  it('are refused and told without their secrets', () => {
    const secret = 'sk-very 5ecret'
    expect(refusal({ LLM: 'openai/x', LLM_API_KEY: secret })).toBe(
      'LLM_API_KEY is set, but it must be one word of plain characters.',
    )
    expect(refusal({ ...LOCAL, LLM_BASE_URL: 'http://me:5ecret@localhost/v1' })).not.toContain('5ecret')
    expect(refusal({ ...LOCAL, LLM_BASE_URL: 'http://localhost/v1?key=5ecret' })).not.toContain('5ecret')
    const { writer } = readConfiguration({ ...LOCAL, LLM_API_KEY: '5ecret' })
    expect(describeWriter(writer)).toBe(
      'Answers are written by local/qwen3:8b at localhost:11434, with tools, and checked against their sources.',
    )
  })
})
