/** Schema of error responses. */
import { z } from 'zod'

/** RFC 9457 problem details; `errors` lists each invalid field of the request. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.output<typeof problemSchema>
