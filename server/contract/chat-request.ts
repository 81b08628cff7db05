/** The body of `POST /api/chat`, as `useChat` sends it. Nothing in it is trusted but its text. */
import { z } from 'zod'
import {
  MAX_CHOSEN_DOCUMENTS,
  MAX_DOCUMENT_ID_CHARACTERS,
  MAX_MESSAGE_TEXT_CHARACTERS,
  MAX_QUESTION_CHARACTERS,
} from './limits.ts'
import { standingTexts } from './standing-texts.ts'

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
    /** Keys of understood items that the reader took back, as in `GET /api/search`. */
    without: z.array(z.string().max(300)).max(50).default([]),
    /** The id of the document that the question is about: it becomes the first source. */
    about: z.string().max(MAX_DOCUMENT_ID_CHARACTERS).optional(),
    /** Documents that the answer is to quote, and those that it is not to, whatever their sentences are worth: their ids. */
    quote: chosenDocumentsSchema.default([]),
    leaveOut: chosenDocumentsSchema.default([]),
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
    if (textOfMessage(last) === '')
      context.addIssue({ code: 'custom', path: [...path, 'parts'], message: 'must hold a question as text' })
    // Earlier questions are read too, where a follow-up leans on them.
    for (const [index, message] of messages.entries()) {
      const fault = tooLongQuestion(message)
      if (fault) context.addIssue({ code: 'custom', path: ['messages', index, 'parts'], message: fault })
    }
  })

export type ChatRequest = z.output<typeof chatRequestSchema>

/** What is wrong with the length of a question, if it is one; `undefined` where all is well. */
export function tooLongQuestion(message: Said & { role: string }): string | undefined {
  const length = message.role === 'user' ? textOfMessage(message).length : 0
  if (length <= MAX_QUESTION_CHARACTERS) return undefined
  return `the question has ${length} characters; at most ${MAX_QUESTION_CHARACTERS} are read`
}

interface Said {
  parts: Parameters<typeof standingTexts>[0]
}

/** The text of a message that counts: what was retracted is left out. */
export function textOfMessage(message: Said | undefined): string {
  return standingTexts(message?.parts ?? [])
    .join('\n')
    .trim()
}
