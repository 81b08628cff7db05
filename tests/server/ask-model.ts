/** The app with a scripted model behind it, asked in the chat; an answer as its parts stand at the end. */
import { parseJsonEventStream, readUIMessageStream, uiMessageChunkSchema } from 'ai'
import { expect } from 'vitest'
import type { WriterSettings } from '../../server/answer/writer/settings.ts'
import { createWriter } from '../../server/answer/writer/writer.ts'
import type { Archive } from '../../server/archive/archive.ts'
import type { ChatDataParts, ChatMessage } from '../../server/contract/chat-message.ts'
import { dataPartSchemas } from '../../server/contract/chat-message.ts'
import { unretractedTexts } from '../../server/contract/texts-after-retraction.ts'
import { createApp } from '../../server/routes/app.ts'
import { PAGE, postOf } from './ask.ts'

export interface Prose {
  /** The types of the stream's chunks in order, repeated ones once. */
  order: string[]
  /** The model's text, and what was quoted in its place. */
  text: string
  quoted: string
  steps: ChatDataParts['step'][]
  /** The last state of each part that there is. */
  data: Partial<ChatDataParts>
}

export interface AskingModel {
  app: ReturnType<typeof createApp>
  log: string[]
  reported: unknown[]
  ask(question: string, body?: object): Promise<Prose>
  /** How many answers have been told so far that they wait for the model. */
  queued(): number
}

export function openModelApp(archive: Archive, settings: WriterSettings): AskingModel {
  const log: string[] = []
  const reported: unknown[] = []
  let queued = 0
  const app = createApp({
    archive: () => archive,
    pageFolder: PAGE,
    writer: createWriter(settings, (line) => log.push(line)),
    report: (error) => reported.push(error),
  })
  const ask = async (question: string, body: object = {}) => {
    const messages = [{ id: 'u', role: 'user', parts: [{ type: 'text', text: question }] }]
    const response = await app.request('/api/chat', postOf({ id: 'c', messages, ...body }))
    expect(response.status).toBe(200)
    return readProse(response, () => {
      queued += 1
    })
  }
  return { app, log, reported, ask, queued: () => queued }
}

async function readProse(response: Response, onQueued: () => void): Promise<Prose> {
  if (!response.body) throw new Error('The answer has no body.')
  const order: string[] = []
  const chunks = parseJsonEventStream({ stream: response.body, schema: uiMessageChunkSchema }).pipeThrough(
    new TransformStream({
      transform(result, controller) {
        if (!result.success) throw result.error
        if (result.value.type === 'data-waiting' && !order.includes('data-waiting')) onQueued()
        if (order.at(-1) !== result.value.type) order.push(result.value.type)
        controller.enqueue(result.value)
      },
    }),
  )
  let message: ChatMessage | undefined
  for await (const state of readUIMessageStream<ChatMessage>({ stream: chunks, terminateOnError: true }))
    message = state
  const parts = message?.parts ?? []
  const texts = unretractedTexts(parts)
  const failed = parts.some((part) => part.type === 'data-writer' && part.data.failure !== undefined)
  const prose: Prose = {
    order,
    text: failed ? texts.slice(0, -1).join('') : texts.join(''),
    quoted: failed ? (texts.at(-1) ?? '') : '',
    steps: parts.flatMap((part) => (part.type === 'data-step' ? [part.data] : [])),
    data: {},
  }
  for (const name of Object.keys(dataPartSchemas) as (keyof ChatDataParts)[])
    for (const part of parts)
      if (part.type === `data-${name}` && 'data' in part)
        Object.assign(prose.data, { [name]: dataPartSchemas[name].parse(part.data) })
  return prose
}
