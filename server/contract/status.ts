/** What the server says of itself: who writes the answers, and how its index stands. */
import { z } from 'zod'
import { writerSchema } from './chat-message.ts'

/**
 * `starting`: not opened yet. `building`: the first index is being built, and nothing can be asked until then.
 * `rebuilding`: a new index is being built while the previous one answers. `ready`: the index answers, and none is built.
 */
const indexStates = ['starting', 'building', 'rebuilding', 'ready'] as const

const indexStatusSchema = z.object({
  state: z.enum(indexStates),
  /** Share of the documents that are indexed, 0..1, while an index is built. */
  progress: z.number().min(0).max(1).optional(),
  /** Whether the index that answers was made of another catalog, or by other code, than the server has now. */
  outdated: z.boolean(),
})

export const statusResponseSchema = z.object({ writer: writerSchema, index: indexStatusSchema })

export type IndexStatus = z.output<typeof indexStatusSchema>
export type StatusResponse = z.output<typeof statusResponseSchema>
