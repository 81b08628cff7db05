/** Response schema of the server's status: who writes the answers, and the state of the index. */
import { z } from 'zod'
import { writerSchema } from './chat-message.ts'

/**
 * `starting`: not opened yet. `building`: the first index is being built; no questions yet.
 * `rebuilding`: a new index is being built while the previous one serves. `ready`: the index serves, and none is being built.
 */
const indexStates = ['starting', 'building', 'rebuilding', 'ready'] as const

const indexStatusSchema = z.object({
  state: z.enum(indexStates),
  /** Share of the documents indexed so far, 0..1, while an index is being built. */
  progress: z.number().min(0).max(1).optional(),
  /** Whether the serving index was built from another catalog or by other code than the server has now. */
  outdated: z.boolean(),
})

export const statusResponseSchema = z.object({ writer: writerSchema, index: indexStatusSchema })

export type IndexStatus = z.output<typeof indexStatusSchema>
export type StatusResponse = z.output<typeof statusResponseSchema>
