/** A tool that only reads the catalog: what all of them have in common. */
import { tool } from 'ai'
import type { z } from 'zod'
import { lenient } from './arguments.ts'
import type { Research } from './research.ts'

export function catalogTool<Shape extends z.ZodRawShape>(
  { room }: Research,
  description: string,
  shape: z.ZodObject<Shape>,
  read: (input: z.output<z.ZodObject<Shape>>) => Promise<string>,
) {
  return tool({
    description,
    inputSchema: lenient(shape),
    execute: async (input) =>
      room.admits() ? read(input) : 'Too many calls at once; this one was not made.',
  })
}
