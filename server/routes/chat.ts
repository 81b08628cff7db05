/** `POST /api/chat`: answers a question; the answer streams with its sources. */
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { createUIMessageStreamResponse } from 'ai'
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Writer } from '../answer/writer/writer.ts'
import { answerStream } from '../chat/answer-stream.ts'
import { previousTurns, readChatQuestion } from '../chat/read-chat-request.ts'
import { type ChatRequest, chatRequestSchema } from '../contract/chat-request.ts'
import { seedOfToday } from './examples.ts'
import { ProblemError } from './problem.ts'
import { type RateLimits, rateLimit } from './rate-limit.ts'
import { type AppEnvironment, problemResponses } from './schema.ts'

const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: 'Ask a question; the answer streams with its sources',
  request: { body: { required: true, content: { 'application/json': { schema: chatRequestSchema } } } },
  responses: {
    200: {
      description:
        'The AI SDK’s UI-message stream: data-understanding, data-writer, data-waiting, data-conversation, data-sources, data-step, data-quotations, text, data-retraction, data-verdicts, data-outcome, data-suggestions',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    ...problemResponses(400, 413, 415),
  },
})

export function routeChat(
  app: OpenAPIHono<AppEnvironment>,
  options: {
    report: (error: unknown) => void
    writer: Writer | undefined
    limits: RateLimits | undefined
  },
): void {
  const { report, writer, limits } = options
  const limitAnswers = limits && rateLimit(limits, 'answers')
  app.use(chatRoute.path, async (c, next) => {
    const type = c.req.header('content-type') ?? ''
    if (c.req.method === 'POST' && !/^application\/json\b/i.test(type))
      throw new ProblemError(415, 'The body must be JSON, sent as content-type application/json.')
    await next()
  })
  app.openapi(chatRoute, async (c) => {
    const request = c.req.valid('json')
    const about = documentAbout(request, c.var.archive.catalog)
    const asked = { ...readChatQuestion(request), ...(about ? { about } : {}) }
    const { turnsBefore } = request
    const prose =
      writer && request.writer === 'model'
        ? { writer, turns: previousTurns(request), turnsBefore }
        : undefined
    if (prose) await limitAnswers?.(c, async () => {})
    const stream = answerStream(asked, c.var.archive, {
      signal: c.req.raw.signal,
      reportError: report,
      seed: seedOfToday(),
      ...(prose ? { prose } : {}),
    })
    return createUIMessageStreamResponse({ stream })
  })
}

/** The document that the question is about, if any. @throws {ProblemError} 400 for an id that is not in the catalog. */
function documentAbout(
  { about }: Pick<ChatRequest, 'about'>,
  catalog: Pick<Catalog, 'byId'>,
): ArchiveDocument | undefined {
  if (about === undefined) return undefined
  const document = catalog.byId.get(about)
  if (document) return document
  const message = 'must be the id of a document of this archive'
  throw new ProblemError(400, `about: ${message}`, [{ field: 'about', message }])
}
