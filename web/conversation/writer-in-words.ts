/** The author of an answer (language model or quotations) as text for the user. */
import type { WriterName } from '../../server/contract/chat-message.ts'

export function writerLabel(writer: WriterName): string {
  return writer === 'quotations' ? 'quotations' : `${writer.model} (${writer.provider})`
}

/** @param wroteText whether a model that failed had already written some text */
export function writerInWords(
  writer: WriterName,
  { failed, wroteText }: { failed: boolean; wroteText: boolean },
): string {
  const name = writerLabel(writer)
  if (!failed) return `Written by ${name}.`
  return wroteText
    ? `Begun by ${name}, which failed; the rest is quotations.`
    : `Quotations only, since ${name} failed.`
}
