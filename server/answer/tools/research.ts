/** What the tools work on: the archive, the documents handed over so far, and who is told of each step. */
import type { Archive } from '../../archive.ts'
import type { Source } from '../../chat/message.ts'
import { frameSources } from '../writer/frame.ts'
import type { HandedSources } from '../writer/handed-sources.ts'

export interface Research {
  archive: Archive
  handed: HandedSources
  signal: AbortSignal
  /** Told in a few words what a step did. */
  tell: (step: { tool: string; summary: string }) => void
}

/** Documents that one step hands over: more would push the question out of a small model's window. */
export const MOST_HANDED = 6

/** Hands documents over, numbered; a sentence where there are none. */
export function handOver(found: readonly Omit<Source, 'n'>[], { handed }: Research): string {
  const numbered = handed.hand(found.slice(0, MOST_HANDED))
  return numbered.length === 0 ? 'No documents.' : frameSources(numbered)
}

export function count(documents: number): string {
  return `${documents} ${documents === 1 ? 'document' : 'documents'}`
}
