/** All tools, by the name under which the model calls them. A new one is a file beside these and a line here. */
import { listDocuments } from './list-documents.ts'
import { readDocument } from './read-document.ts'
import type { Research } from './research.ts'
import { searchDocuments } from './search-documents.ts'

export function toolsFor(research: Research) {
  return {
    search_documents: searchDocuments(research),
    read_document: readDocument(research),
    list_documents: listDocuments(research),
  }
}

/** What the reader is told that a step does, by its tool. */
export const doing: ReadonlyMap<string, string> = new Map([
  ['search_documents', 'searching'],
  ['read_document', 'reading'],
  ['list_documents', 'listing'],
])
