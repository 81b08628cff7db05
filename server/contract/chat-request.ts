/** Schema of the body of `POST /api/chat`, as `useChat` sends it. Only the texts of its messages are used. */
import { z } from 'zod'
import {
  MAX_CHOSEN_DOCUMENTS,
  MAX_DOCUMENT_ID_CHARACTERS,
  MAX_MESSAGE_TEXT_CHARACTERS,
  MAX_QUESTION_CHARACTERS,
} from './limits.ts'
import { unretractedTexts } from './texts-after-retraction.ts'

const partSchema = z.looseObject({
  type: z.string(),
  text: z.string().max(MAX_MESSAGE_TEXT_CHARACTERS).optional(),
})

const messageSchema = z.looseObject({
  id: z.string().max(200).optional(),
  role: z.enum(['user', 'assistant', 'system']),
  parts: z.array(partSchema).max(500),
})

const chosenDocumentsSchema = z.array(z.string().max(MAX_DOCUMENT_ID_CHARACTERS)).max(MAX_CHOSEN_DOCUMENTS)

export const chatRequestSchema = z
  .looseObject({
    id: z.string().min(1).max(200),
    /** Keys of understood items that the user removed, as in `GET /api/search`. */
    without: z.array(z.string().max(300)).max(50).default([]),
    /** The id of the document that the question is about: it becomes the first source. */
    about: z.string().max(MAX_DOCUMENT_ID_CHARACTERS).optional(),
    /** Ids of the documents that the answer must quote, and of those that it must not quote, whatever their scores. */
    quote: chosenDocumentsSchema.default([]),
    leaveOut: chosenDocumentsSchema.default([]),
    /** "quotations" asks for an answer without the language model. */
    writer: z.enum(['quotations', 'model'], 'must be quotations or model').default('model'),
    messages: z.array(messageSchema).min(1, 'must hold at least one message').max(1000),
    /** Number of earlier turns that the page did not send: a follow-up refers to the latest ones. */
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
    if (messageText(last) === '')
      context.addIssue({ code: 'custom', path: [...path, 'parts'], message: 'must hold a question as text' })
    // Earlier questions are used, too, where a follow-up refers to them.
    for (const [index, message] of messages.entries()) {
      const fault = questionLengthProblem(message)
      if (fault) context.addIssue({ code: 'custom', path: ['messages', index, 'parts'], message: fault })
    }
  })

export type ChatRequest = z.output<typeof chatRequestSchema>

/** An error message for a question that is too long; `undefined` for all other messages. */
export function questionLengthProblem(message: MessageWithParts & { role: string }): string | undefined {
  const length = message.role === 'user' ? messageText(message).length : 0
  if (length <= MAX_QUESTION_CHARACTERS) return undefined
  return `the question has ${length} characters; at most ${MAX_QUESTION_CHARACTERS} are read`
}

interface MessageWithParts {
  parts: Parameters<typeof unretractedTexts>[0]
}

/** The text of a message without its retracted parts. */
export function messageText(message: MessageWithParts | undefined): string {
  return unretractedTexts(message?.parts ?? [])
    .join('\n')
    .trim()
}
