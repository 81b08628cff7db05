/** The whole app over the real archive, asked by calling it: no socket, no stand-ins. */
import { fileURLToPath } from 'node:url'
import {
  isDataUIPart,
  isTextUIPart,
  parseJsonEventStream,
  readUIMessageStream,
  type UIMessageChunk,
  uiMessageChunkSchema,
} from 'ai'
import { expect } from 'vitest'
import type { z } from 'zod'
import type { Archive } from '../../server/archive/archive.ts'
import { type ChatMessage, dataPartSchemas, type Source } from '../../server/contract/chat-message.ts'
import { type Problem, problemSchema } from '../../server/contract/problem.ts'
import { type SearchResponse, searchResponseSchema } from '../../server/contract/search.ts'
import { createApp } from '../../server/routes/app.ts'
import { openTestArchive } from '../open-test-archive.ts'

export interface Asking {
  archive: Archive
  /** Calls the app; the path is what follows the host. */
  request(path: string, init?: RequestInit): Promise<Response>
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>
  search(q: string, parameters?: Record<string, string>): Promise<SearchResponse>
  /** Asks in the chat, after the given earlier questions; `about` is the id of a document. */
  chat(question: string, before?: readonly string[], about?: string): Promise<Answer>
  /** What the app reported as unforeseen. */
  reported: unknown[]
}

/** A built page of one HTML file and one asset. */
export const PAGE = fileURLToPath(new URL('../fixtures/page', import.meta.url))

export async function openApp(options: { archive?: Archive; publicUrl?: string } = {}): Promise<Asking> {
  const archive = options.archive ?? (await openTestArchive())
  const reported: unknown[] = []
  const app = createApp({
    archive: () => archive,
    pageFolder: PAGE,
    publicUrl: options.publicUrl,
    report: (error) => reported.push(error),
  })
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  const get: Asking['get'] = async (path, schema) => {
    const response = await request(path)
    expect(response.status, path).toBe(200)
    return schema.parse(await response.json())
  }
  return {
    archive,
    reported,
    request,
    get,
    search: (q, parameters = {}) =>
      get(`/api/search?${new URLSearchParams({ q, ...parameters })}`, searchResponseSchema),
    chat: async (question, before = [], about = undefined) => {
      const response = await request('/api/chat', chatRequest(question, before, about))
      expect(response.status).toBe(200)
      return readAnswer(response)
    },
  }
}

/** What `useChat` posts: all messages, the answers between them with their parts. */
export function chatRequest(question: string, before: readonly string[] = [], about?: string): RequestInit {
  const messages = [
    ...before.flatMap((earlier, index) => [
      { id: `u${index}`, role: 'user', parts: [{ type: 'text', text: earlier }] },
      {
        id: `a${index}`,
        role: 'assistant',
        parts: [
          { type: 'data-sources', data: { sources: [] } },
          { type: 'text', text: 'An answer. [1]', state: 'done' },
          { type: 'data-outcome', data: { outcome: 'answered' } },
        ],
      },
    ]),
    { id: 'u', role: 'user', parts: [{ type: 'text', text: question }] },
  ]
  return postOf({ id: 'a-conversation', trigger: 'submit-message', messages, about })
}

export function postOf(body: unknown): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

export interface Answer {
  /** The types of the stream's chunks in order, repeated ones once. */
  order: string[]
  sources: Source[]
  text: string
  quotations: z.output<typeof dataPartSchemas.quotations>
  suggestions: string[]
  outcome: z.output<typeof dataPartSchemas.outcome>
}

/** Reads an answer as the page does, with the AI SDK. */
export async function readAnswer(response: Response): Promise<Answer> {
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  if (!response.body) throw new Error('The answer has no body.')
  const order: string[] = []
  const chunks = parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream<
      { success: true; value: UIMessageChunk } | { success: false; error: Error },
      UIMessageChunk
    >({
      transform(result, controller) {
        if (!result.success) throw result.error
        if (order.at(-1) !== result.value.type) order.push(result.value.type)
        controller.enqueue(result.value)
      },
    }),
  )
  let message: ChatMessage | undefined
  for await (const state of readUIMessageStream<ChatMessage>({ stream: chunks, terminateOnError: true }))
    message = state
  const parts = message?.parts ?? []
  const data = (name: string) => parts.filter(isDataUIPart).find(({ type }) => type === `data-${name}`)?.data
  return {
    order,
    sources: dataPartSchemas.sources.parse(data('sources')).sources,
    text: parts
      .filter(isTextUIPart)
      .map(({ text }) => text)
      .join(''),
    quotations: dataPartSchemas.quotations.parse(data('quotations')),
    suggestions: dataPartSchemas.suggestions.parse(data('suggestions')).questions,
    outcome: dataPartSchemas.outcome.parse(data('outcome')),
  }
}

/** Expects an RFC 9457 problem that tells nothing of the server's inside. */
export async function problemOf(response: Response, status: number): Promise<Problem> {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expectNothingOfTheInside(text)
  const problem = problemSchema.parse(JSON.parse(text))
  expect(problem.status).toBe(status)
  return problem
}

export function expectNothingOfTheInside(text: string): void {
  expect(text).not.toMatch(/\bat .*:\d+:\d+|node_modules|\.ts\b|Error:/)
}
