/** What a build in a process of its own tells the server that started it, over the channel that Node opens between the two. */
import { inspect } from 'node:util'
import { z } from 'zod'
import { isForeseen } from './foreseen.ts'
import type { Terminal } from './terminal.ts'

export const buildMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('said'), sentence: z.string() }),
  /** Documents that are indexed. */
  z.object({ kind: z.literal('progress'), done: z.number().int() }),
  /** The name of the new generation, which is published. */
  z.object({ kind: z.literal('built'), generation: z.string() }),
  z.object({ kind: z.literal('failed'), reason: z.string() }),
])
export type BuildMessage = z.output<typeof buildMessageSchema>

/** Sends to the server that started this process; undefined where nobody did, but a person at a terminal. */
export function senderToServer(): ((message: BuildMessage) => Promise<void>) | undefined {
  if (!process.send) return undefined
  return (message) =>
    new Promise((resolve, reject) => {
      process.send?.(message, undefined, undefined, (error) => (error ? reject(error) : resolve()))
    })
}

/** A terminal whose sentences and progress go to the server. */
export function terminalThrough(send: (message: BuildMessage) => Promise<void>): Terminal {
  // Where the server has ended there is nobody to tell, and `disconnect` ends the build.
  const tell = (message: BuildMessage) => void send(message).catch(() => {})
  return {
    say: (sentence) => tell({ kind: 'said', sentence }),
    progress: () => ({ update: (done) => tell({ kind: 'progress', done }), stop: () => {} }),
  }
}

/** A foreseen error as its sentence, any other whole. */
export function reasonOf(error: unknown): string {
  return isForeseen(error) ? error.message : inspect(error)
}
