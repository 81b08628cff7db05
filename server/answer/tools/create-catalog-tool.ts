/** Creates a tool that only reads the catalog. Common to all tools: lenient arguments, and the limit of calls. */
import { tool } from 'ai'
import type { z } from 'zod'
import { lenientSchema } from './lenient-schema.ts'
import type { ResearchContext } from './research.ts'

export function catalogTool<Shape extends z.ZodRawShape>(
  { toolBudget }: ResearchContext,
  description: string,
  shape: z.ZodObject<Shape>,
  read: (input: z.output<z.ZodObject<Shape>>) => Promise<string>,
) {
  return tool({
    description,
    inputSchema: lenientSchema(shape),
    execute: async (input) =>
      toolBudget.admitCall() ? read(input) : 'Too many calls at once; this one was not made.',
  })
}
