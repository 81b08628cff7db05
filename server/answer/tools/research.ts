/** What the tools work on: the archive, the documents handed over so far, and who is told of each step. */
import type { Archive } from '../../archive/archive.ts'
import type { Source } from '../../contract/chat-message.ts'
import { formatSources, type NumberedDocument } from '../writer/format-sources.ts'
import type { ProvidedSources } from '../writer/provided-sources.ts'
import type { Room } from './room.ts'

export interface Research {
  archive: Archive
  handed: ProvidedSources
  room: Room
  signal: AbortSignal
  /** Told in a few words what a step did. */
  tell: (step: { tool: string; summary: string }) => void
}

/** Documents that one step hands over: more would push the question out of a small model's window. */
export const MOST_HANDED = 6

export interface HandedOver {
  /** For the model. */
  text: string
  /** For the reader: that not all of it went to the model, where that is so. */
  note: string
}

/** Hands documents over, numbered, as many as there is room for; a sentence where there are none. */
export function handOver(
  found: readonly Omit<Source, 'n'>[],
  { handed, room }: Pick<Research, 'handed' | 'room'>,
): HandedOver {
  const shown = found.slice(0, MOST_HANDED)
  const fitting = shown.filter(({ document }) => room.takes(framed({ n: handed.all.length, document })))
  const numbered = handed.provide(fitting)
  const text = numbered.length === 0 ? '' : formatSources(numbered)
  if (fitting.length === shown.length) return { text: text || 'No documents.', note: '' }
  return { text: `${text}\n${NO_MORE_FITS}`.trim(), note: noteOn(fitting.length) }
}

/** For the model, which has read as much as it can. */
export const NO_MORE_FITS = 'No more fits. Answer from what you have.'

/** For the reader, behind the number of documents. */
function noteOn(fitting: number): string {
  return `, of which ${fitting === 0 ? 'none fits' : fitting === 1 ? 'one fits' : `${fitting} fit`} what the model can read at once`
}

/** A source as it goes into the messages. */
export function framed(source: NumberedDocument): string {
  return formatSources([source])
}

export function count(documents: number): string {
  return `${documents} ${documents === 1 ? 'document' : 'documents'}`
}
