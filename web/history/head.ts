/**
 * What the list knows of a conversation. Checked with the small form of zod: the list stands on the first page, the
 * rest comes with the first question.
 */
import * as z from 'zod/mini'

// The server's Content-Security-Policy forbids code made at run time, which zod would otherwise try.
z.config({ jitless: true })

/** Milliseconds since 1970, as `Date.now()` tells them. */
export const timeSchema = z.int().check(z.minimum(0))

/** The document that a conversation is about. */
const aboutSchema = z.object({
  id: z.string().check(z.minLength(1)),
  title: z.string().check(z.minLength(1)),
})

/** What a title given by the reader may have at most, in characters. */
export const LONGEST_TITLE = 200

export const conversationIdSchema = z
  .string()
  .check(z.regex(/^[\w-]{1,200}$/, 'must consist of letters, digits, hyphens and underscores'))

export const headSchema = z.object({
  /** Stands in the address of the conversation. */
  id: conversationIdSchema,
  /** The first question: the title until the reader gives one. */
  question: z.string(),
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(LONGEST_TITLE))),
  begun: timeSchema,
  /** When something was last asked or answered in it. */
  changed: timeSchema,
  about: z.optional(aboutSchema),
})

export type About = z.output<typeof aboutSchema>
export type Head = z.output<typeof headSchema>

export function titleOf({ title, question }: Pick<Head, 'title' | 'question'>): string {
  return title ?? (question || 'Without a question')
}

export function checkedHeads(values: readonly unknown[]): Head[] {
  return values.flatMap((value) => checkedHead(value) ?? [])
}

/** `undefined` where storage holds something else, or nothing. */
export function checkedHead(value: unknown): Head | undefined {
  const result = headSchema.safeParse(value)
  return result.success ? result.data : undefined
}
