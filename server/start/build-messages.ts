/** Messages of a build in a child process to the server that started it, over Node's IPC channel. */
import { inspect } from 'node:util'
import { z } from 'zod'
import { isExpectedError } from './expected-errors.ts'
import type { Terminal } from './terminal.ts'

export const buildMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), sentence: z.string() }),
  /** Number of documents indexed so far. */
  z.object({ kind: z.literal('progress'), done: z.number().int() }),
  /** The name of the generation that was built and published. */
  z.object({ kind: z.literal('built'), generation: z.string() }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
])
export type BuildMessage = z.output<typeof buildMessageSchema>

/** A function that sends to the server that started this process; undefined if started from a terminal. */
export function serverMessageSender(): ((message: BuildMessage) => Promise<void>) | undefined {
  if (!process.send) return undefined
  return (message) =>
    new Promise((resolve, reject) => {
      process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
    })
}

/** A terminal that forwards sentences and progress to the server. */
export function remoteTerminal(send: (message: BuildMessage) => Promise<void>): Terminal {
  // Sending fails only when the server has ended; then `disconnect` ends the build.
  const forward = (message: BuildMessage) => void send(message).catch(() => {})
  return {
    say: (sentence) => forward({ kind: 'said', sentence }),
    progress: () => ({ update: (done) => forward({ kind: 'progress', done }), stop: () => {} }),
  }
}

/** The message of an expected error; any other error with its stack. */
export function errorReason(error: unknown): string {
  return isExpectedError(error) ? error.message : inspect(error)
}
