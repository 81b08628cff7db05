/** Whether the reader wants quotations only, where a language model could write. */
import { rememberedChoice } from '../page/remembered-choice.ts'

const writers = ['model', 'quotations'] as const
const writer = rememberedChoice('aide-memoire.writer', writers, 'model')

export const readWriterChoice = writer.read

export function useWriterChoice(): [(typeof writers)[number], (choice: (typeof writers)[number]) => void] {
  return [writer.use(), writer.choose]
}
