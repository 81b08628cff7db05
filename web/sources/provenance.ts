/** A document's provenance in one line: "Telegram · Wilson Center Digital Archive · RGANI, fond 5". */
import type { ArchiveDocument } from '../../corpus/document.ts'

export function provenance({
  type,
  publisher,
  archive,
}: Pick<ArchiveDocument, 'type' | 'publisher' | 'archive'>) {
  return [capitalized(type), publisher, archive].filter(Boolean).join('\u00a0· ')
}

export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
