/** Asks the chat of an app and reads its stream: what an evaluation needs of it. */
import type { Outcome } from '../../server/contract/chat-enums.ts'

export interface ChatAnswer {
  text: string
  sources: { n: number; document: { id: string } }[]
  outcome: Outcome | undefined
}

interface Asked {
  request(path: string, init: RequestInit): Response | Promise<Response>
}

/** @param messages of `useChat`, the question last */
export async function askChat(app: Asked, messages: readonly object[]): Promise<ChatAnswer> {
  const response = await app.request('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: 'evaluation', messages }),
  })
  return readStream(await response.text())
}

export function asMessage(role: 'user' | 'assistant', text: string) {
  return { role, parts: [{ type: 'text', text }] }
}

interface Chunk {
  type: string
  delta?: string
  data?: { sources?: ChatAnswer['sources']; outcome?: Outcome }
}

/** The text, the sources and the outcome of a UI-message stream. */
function readStream(stream: string): ChatAnswer {
  let text = ''
  let sources: ChatAnswer['sources'] = []
  let outcome: Outcome | undefined
  for (const line of stream.split('\n')) {
    if (!line.startsWith('data: {')) continue
    const chunk: Chunk = JSON.parse(line.slice('data: '.length))
    if (chunk.type === 'text-delta') text += chunk.delta ?? ''
    if (chunk.type === 'data-sources') sources = chunk.data?.sources ?? []
    if (chunk.type === 'data-outcome') outcome = chunk.data?.outcome
  }
  return { text, sources, outcome }
}
