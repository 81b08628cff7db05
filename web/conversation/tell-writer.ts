/** Who wrote an answer, in words. */
import type { WriterName } from '../../server/contract/chat-message.ts'

export function nameOf(writer: WriterName): string {
  return writer === 'quotations' ? 'quotations' : `${writer.model} (${writer.provider})`
}

/** @param begun whether a model that failed had written something before. */
export function tellWriter(
  writer: WriterName,
  { failed, begun }: { failed: boolean; begun: boolean },
): string {
  const name = nameOf(writer)
  if (!failed) return `Written by ${name}.`
  return begun
    ? `Begun by ${name}, which failed; the rest is quotations.`
    : `Quotations only, since ${name} failed.`
}
