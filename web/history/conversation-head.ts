/**
 * The head of a conversation: the fields that the list of conversations needs. Checked with zod's small build
 * (zod/mini), because the list is part of the first load; the full zod is loaded with the first question.
 */
import * as z from 'zod/mini'

// The server's Content-Security-Policy forbids code generated at run time, which zod uses by default.
z.config({ jitless: true })

/** Milliseconds since 1970, as of `Date.now()`. */
export const timeSchema = z.int().check(z.minimum(0))

/** The document that a conversation is about. */
const aboutSchema = z.object({
  id: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
})

/** Limit for a title given by the user. */
export const MAX_TITLE_CHARACTERS = 200

export const headSchema = z.object({
  /** Part of the conversation's address. */
  id: z.string().check(z.regex(/^[\w-]{1,200}$/, 'must consist of letters, digits, hyphens and underscores')),
  /** The first question: the title until the user gives one. */
  question: z.string(),
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(MAX_TITLE_CHARACTERS))),
  begun: timeSchema,
  /** The time of the last question or answer. */
  changed: timeSchema,
  about: z.optional(aboutSchema),
})

export type AboutDocument = z.output<typeof aboutSchema>
export type ConversationHead = z.output<typeof headSchema>

export function conversationTitle({ title, question }: Pick<ConversationHead, 'title' | 'question'>): string {
  return title ?? (question || 'Without a question')
}

export function parseHeads(values: readonly unknown[]): ConversationHead[] {
  return values.flatMap((value) => parseHead(value) ?? [])
}

/** `undefined` if the database holds nothing, or an invalid record. */
export function parseHead(value: unknown): ConversationHead | undefined {
  const result = headSchema.safeParse(value)
  return result.success ? result.data : undefined
}
