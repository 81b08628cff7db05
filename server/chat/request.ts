/** The body of `POST /api/chat`, as `useChat` sends it. Nothing in it is trusted but its text. */
import { z } from 'zod'
import type { Catalog } from '../../corpus/catalog.ts'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { ProblemError } from '../problem.ts'
import { standingTexts } from './standing-text.ts'

/** Characters a question may have. */
export const MOST_CHARACTERS = 2000

const partSchema = z.looseObject({ type: z.string(), text: z.string().max(100_000).optional() })

const messageSchema = z.looseObject({
  id: z.string().max(200).optional(),
  role: z.enum(['user', 'assistant', 'system']),
  parts: z.array(partSchema).max(500),
})

export const chatRequestSchema = z
  .looseObject({
    id: z.string().min(1).max(200),
    /** Keys of understood items that the reader took back, as in `GET /api/search`. */
    without: z.array(z.string().max(300)).max(50).default([]),
    /** The id of the document that the question is about: it becomes the first source. */
    about: z.string().max(200).optional(),
    /** "quotations" asks for an answer without the language model. */
    writer: z.enum(['quotations', 'model'], 'must be quotations or model').default('model'),
    messages: z.array(messageSchema).min(1, 'must hold at least one message').max(1000),
    /** Turns before these messages, which the page left out since a follow-up leans on the latest ones. */
    turnsBefore: z.int().min(0).max(1_000_000).default(0),
  })
  .superRefine(({ messages }, context) => {
    const path = ['messages', messages.length - 1]
    const last = messages.at(-1)
    if (!last) return
    if (last.role !== 'user') {
      context.addIssue({
        code: 'custom',
        path: [...path, 'role'],
        message: 'the last message must be the user’s',
      })
      return
    }
    if (textOf(last) === '')
      context.addIssue({ code: 'custom', path: [...path, 'parts'], message: 'must hold a question as text' })
    // Earlier questions are read too, where a follow-up leans on them.
    for (const [index, message] of messages.entries()) {
      const { length } = message.role === 'user' ? textOf(message) : ''
      if (length > MOST_CHARACTERS)
        context.addIssue({
          code: 'custom',
          path: ['messages', index, 'parts'],
          message: `the question has ${length} characters; at most ${MOST_CHARACTERS} are read`,
        })
    }
  })

export type ChatRequest = z.output<typeof chatRequestSchema>

/** The question being asked, and those asked before it, oldest first. */
export function questionsIn({ messages, without }: ChatRequest): {
  question: string
  before: string[]
  without: string[]
} {
  const questions = messages.filter(({ role }) => role === 'user').map(textOf)
  return { question: questions.at(-1) ?? '', before: questions.slice(0, -1), without }
}

/** A question asked before, and what was answered. */
export interface Turn {
  question: string
  answer: string
}

/** The questions asked before with their answers, oldest first. */
export function turnsIn({ messages }: Pick<ChatRequest, 'messages'>): Turn[] {
  const turns: Turn[] = []
  for (const message of messages.slice(0, -1)) {
    const last = turns.at(-1)
    if (message.role === 'user') turns.push({ question: textOf(message), answer: '' })
    else if (message.role === 'assistant' && last) last.answer = textOf(message)
  }
  return turns
}

/** The document that the question is about, if any. @throws {ProblemError} 400 for an id that is not in the catalog. */
export function documentAbout(
  { about }: Pick<ChatRequest, 'about'>,
  catalog: Pick<Catalog, 'byId'>,
): ArchiveDocument | undefined {
  if (about === undefined) return undefined
  const document = catalog.byId.get(about)
  if (document) return document
  const message = 'must be the id of a document of this archive'
  throw new ProblemError(400, `about: ${message}`, [{ field: 'about', message }])
}

function textOf(message: ChatRequest['messages'][number] | undefined): string {
  return standingTexts(message?.parts ?? [])
    .join('\n')
    .trim()
}
