/** Response schema of the example questions. */
import { z } from 'zod'

export const examplesResponseSchema = z.object({ questions: z.array(z.string()) })
export type ExamplesResponse = z.output<typeof examplesResponseSchema>
