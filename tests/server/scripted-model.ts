/**
 * A server on a real socket that speaks OpenAI's chat completions protocol and answers by script: text in chunks at
 * random borders, tool calls, and everything that can go wrong.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

const messageSchema = z.looseObject({
  role: z.string(),
  content: z
    .union([z.string(), z.array(z.looseObject({ text: z.string().optional() }))])
    .nullish()
    .transform((content) =>
      typeof content === 'string' ? content : (content ?? []).map(({ text = '' }) => text).join(''),
    ),
})
const requestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(messageSchema),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
  tool_choice: z.unknown().optional(),
})

export interface Received extends z.output<typeof requestSchema> {
  authorization: string | undefined
  /** Whether the asking side closed before the answer had ended. */
  left: boolean
}

/** How one request is answered. */
export interface Reply {
  text?: string
  calls?: { name: string; arguments: string }[]
  /** Thinking aloud, in the field that open models' servers use. */
  reasoning?: string
  /** The whole answer at once, to a request that wants no stream. */
  complete?: string
  /** An answer that is no stream. */
  status?: number
  headers?: Record<string, string>
  body?: string
  /** What comes after the text in place of a good end. */
  end?:
    | 'cut'
    | 'silence'
    | 'endless'
    | 'garbled'
    | 'without-reason'
    | 'error-in-stream'
    | 'length'
    | 'filtered'
  /** Says nothing at all, not even headers. */
  mute?: boolean
  /** Waits before it answers. */
  until?: Promise<unknown>
}

type Script = Reply | ((request: Received) => Reply)

export interface ScriptedModel {
  /** A value for LLM_BASE_URL. */
  url: string
  received: Received[]
  /** Answers the next requests in this order, and all after them like the last. */
  answers(...replies: Script[]): void
  /** Requests that are being answered now, and the most that ever were at once. */
  open(): number
  most(): number
  close(): Promise<void>
}

export async function startScriptedModel(seed = 1): Promise<ScriptedModel> {
  const received: Received[] = []
  let script: Script[] = []
  let open = 0
  let most = 0
  const random = randomFrom(seed)
  const server = createServer(async (request, response) => {
    const parsed = requestSchema.parse(JSON.parse(await bodyOf(request)))
    const asked: Received = { ...parsed, authorization: request.headers.authorization, left: false }
    received.push(asked)
    open += 1
    most = Math.max(most, open)
    response.on('close', () => {
      open -= 1
      asked.left = !response.writableEnded
    })
    const next = script.length > 1 ? script.shift() : script[0]
    const reply = typeof next === 'function' ? next(asked) : next
    await reply?.until
    await respond(response, reply ?? { text: 'No script.' }, random).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    answers: (...replies) => {
      script = replies
      received.length = 0
      most = 0
    },
    open: () => open,
    most: () => most,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function respond(response: ServerResponse, reply: Reply, random: () => number): Promise<void> {
  if (reply.mute) return
  if (reply.status !== undefined) {
    response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
    response.end(reply.body ?? JSON.stringify({ error: { message: `scripted ${reply.status}` } }))
    return
  }
  if (reply.complete !== undefined) {
    const message = { role: 'assistant', content: reply.complete }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify({
        id: 'c',
        created: 1,
        model: 'scripted',
        choices: [{ index: 0, message, finish_reason: 'stop' }],
      }),
    )
    return
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const send = (text: string) => writeInPieces(response, text, random)
  const { text = '', calls = [], reasoning, end } = reply
  if (reasoning) await send(event({ reasoning_content: reasoning }))
  for (const piece of piecesOf(text, random)) await send(event({ content: piece }))
  for (const [index, call] of calls.entries()) {
    const [first = '', ...rest] = piecesOf(call.arguments, random)
    const id = `call-${index}-${Math.floor(random() * 1e9)}`
    await send(
      event({
        tool_calls: [{ index, id, type: 'function', function: { name: call.name, arguments: first } }],
      }),
    )
    for (const piece of rest) await send(event({ tool_calls: [{ index, function: { arguments: piece } }] }))
  }
  if (end === 'silence') return
  if (end === 'cut') {
    response.destroy()
    return
  }
  if (end === 'garbled') await send('data: {"choices":[{"delta":{"content": oh no}\n\n')
  if (end === 'error-in-stream')
    await send('data: {"error":{"message":"out of memory","type":"server_error"}}\n\n')
  while (end === 'endless' && !response.destroyed) await send(event({ content: ' and so on' }))
  const reasons = { length: 'length', filtered: 'content_filter' } as const
  const reason =
    end === 'length' || end === 'filtered' ? reasons[end] : calls.length > 0 ? 'tool_calls' : 'stop'
  if (end !== 'without-reason') await send(`${event({}, reason)}data: [DONE]\n\n`)
  response.end()
}

function event(delta: object, finish: string | null = null): string {
  const chunk = {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, delta, finish_reason: finish }],
  }
  return `data: ${JSON.stringify(chunk)}\n\n`
}

/** Writes bytes cut anywhere, in the midst of a letter too. */
async function writeInPieces(response: ServerResponse, text: string, random: () => number): Promise<void> {
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length && !response.destroyed; ) {
    const end = start + 1 + Math.floor(random() * 120)
    response.write(bytes.subarray(start, end))
    start = end
    await new Promise((resolve) => setImmediate(resolve))
  }
}

function piecesOf(text: string, random: () => number): string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    const end = start + 1 + Math.floor(random() * 12)
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}

/** Numerical Recipes' linear congruential generator: the same borders at every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
