import { describe, expect, it } from 'vitest'
import { classifyErrorResponse } from '../../../../server/answer/writer/classify-error.ts'

const read = (status: number, body: string, url = 'http://localhost:1234/v1/chat/completions') =>
  classifyErrorResponse({ status, statusText: 'Bad Request', body, url })

describe('the words of a server that refuses', () => {
  it.each([
    ['{"error":{"message":"It is so.","type":"x","code":400}}', 'It is so.'],
    ['{"object":"error","message":"It is so.","type":"BadRequestError","code":400}', 'It is so.'],
    ['{"error":"It is so."}', 'It is so.'],
    ['{"type":"error","error":{"type":"x","message":"It is so."}}', 'It is so.'],
    ['{"detail":"It is so."}', 'It is so.'],
    ['{"detail":[{"loc":["body","n"],"msg":"It is so."}]}', 'body.n: It is so.'],
    ['It is\nso.', 'It is so.'],
    ['<html><h1>It is</h1> so.</html>', 'It is so.'],
    ['', 'Bad Request'],
    ['{}', '{}'],
  ])('are found in %s', (body, words) => {
    expect(read(400, body).detail).toBe(`400: ${words}`)
  })
})

describe('a server refuses tools', () => {
  it.each([
    [400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'],
    [400, 'registry.ollama.ai/library/gemma:2b does not support tools'],
    [500, 'tools param requires --jinja flag'],
    [404, 'No endpoints found that support tool use. To learn more about provider routing, visit: x'],
    [400, "Unsupported parameter: 'tools' is not supported with this model."],
    [400, '`tool calling` is not supported with this model'],
    [400, 'Function calling is not enabled for this model'],
    [400, 'Unrecognized request argument supplied: tools'],
    [422, 'body.tools: Extra inputs are not permitted'],
    [400, "x does not support parameters: ['tools'], for model=y"],
    [400, 'This model doesn’t support function calling.'],
  ])('with %d %s', (status, message) => {
    expect(read(status, JSON.stringify({ error: message })).tools).toBe('refused')
  })

  it.each([
    [500, `error parsing tool call: raw='{"question":"does not support tools"', err=unexpected end of JSON`],
    [400, 'Failed to call a function. Please adjust your prompt.'],
    [400, 'tool call validation failed: parameters for tool x did not match schema'],
    [500, 'Failed to parse tool call arguments as JSON'],
  ])('but not with %d %s, which speaks of one call', (status, message) => {
    expect(read(status, JSON.stringify({ error: message })).tools).toBe('miscalled')
  })

  it.each([
    [400, "This model's maximum context length is 4096 tokens. You requested 9000 (900 in the tools)."],
    [500, 'scripted 500'],
    [500, 'unknown tool: delete_documents'],
    [401, 'tools are not supported for this key'],
    [429, 'tool use is not available: too many requests'],
    [400, 'messages: tool role must follow a message with tool_calls'],
  ])('nor with %d %s', (status, message) => {
    expect(read(status, JSON.stringify({ error: message })).tools).toBeUndefined()
  })
})

describe('the cause that is told', () => {
  it.each([
    [
      400,
      'Trying to keep the first 5000 tokens from context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough. Try to load the model with a larger context length',
      'too-much-to-read',
    ],
    [400, "This model's maximum context length is 4096 tokens.", 'too-much-to-read'],
    [400, 'the request exceeds the available context size, try increasing it', 'too-much-to-read'],
    [400, 'prompt is too long: 210000 tokens > 200000 maximum', 'too-much-to-read'],
    [413, 'Payload Too Large', 'too-much-to-read'],
    [400, 'The model `o9` does not support max_tokens. Use max_completion_tokens.', 'failed'],
    [404, '404 page not found', 'wrong-address'],
    [404, 'Not Found', 'wrong-address'],
    [404, 'model "x" not found, try pulling it first', 'unknown-model'],
    [404, 'model: claude-x', 'unknown-model'],
    [400, 'x/y is not a valid model ID', 'unknown-model'],
    [400, 'The model `gpt-3.5` does not exist', 'unknown-model'],
    [500, 'an error', 'server-error'],
    [503, 'Loading model', 'busy'],
  ])('of %d %s is %s', (status, message, kind) => {
    expect(read(status, JSON.stringify({ error: message })).kind).toBe(kind)
  })

  it('of an address without /v1 says what may lack', () => {
    const refused = (url: string) => read(404, '404 page not found', url).detail
    expect(refused('http://localhost:11434/chat/completions')).toContain('LLM_BASE_URL may lack /v1')
    expect(refused('http://localhost:11434/v1/chat/completions')).toContain('LLM_BASE_URL may be wrong')
  })
})
