/** All tools, by the names that the model calls. To add one, add a file in this folder and an entry in both lists. */
import { listDocuments } from './list-documents.ts'
import { readDocument } from './read-document.ts'
import type { ResearchContext } from './research.ts'
import { searchDocuments } from './search-documents.ts'

export function createTools(research: ResearchContext) {
  return {
    search_documents: searchDocuments(research),
    read_document: readDocument(research),
    list_documents: listDocuments(research),
  }
}

/** What the user is shown that a step does, by the name of its tool. */
export const toolActivities: ReadonlyMap<string, string> = new Map([
  ['search_documents', 'searching'],
  ['read_document', 'reading'],
  ['list_documents', 'listing'],
])
