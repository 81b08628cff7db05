/** Tool `list_documents`: lists the documents that match a filter, by date, without a question. */
import { z } from 'zod'
import { browse } from '../../browsing/browse.ts'
import { shownPassages } from '../../retrieval/scored-sentences.ts'
import { catalogTool } from './create-catalog-tool.ts'
import { describeFilter, filterShape, refineFilterPeriod, toDocumentFilter } from './filter-arguments.ts'
import {
  formatDocumentCount,
  MAX_DOCUMENTS_PER_CALL,
  provideDocuments,
  type ResearchContext,
} from './research.ts'

export function listDocuments(research: ResearchContext) {
  return catalogTool(
    research,
    'List the documents within bounds by date, and how many there are. For "the first", "the last", "how many documents".',
    z
      .object({
        ...filterShape,
        order: z.enum(['oldest', 'newest']).default('oldest'),
        offset: z.int().min(0).max(1000).default(0).describe('How many to pass over'),
      })
      .superRefine(refineFilterPeriod),
    async ({ order, offset, ...filterArguments }) => {
      const { archive, signal } = research
      const { filter, unknown } = toDocumentFilter(filterArguments, archive)
      if (unknown.length > 0) {
        research.reportStep({
          tool: 'list_documents',
          summary: `listing: ${unknown.join(', ')}, no such name`,
        })
        return `The archive's index of names lacks some of these names; search_documents finds words.`
      }
      const { total, documents } = await browse(archive, {
        filter,
        sort: order,
        limit: MAX_DOCUMENTS_PER_CALL,
        offset,
        facetLimit: 1,
        signal,
      })
      signal.throwIfAborted()
      const { text, note } = provideDocuments(
        documents.map((document) => ({
          document,
          passages: shownPassages(document, [], research.archive),
          why: 'listed by date',
          lookedAt: true,
        })),
        research,
      )
      research.reportStep({
        tool: 'list_documents',
        summary: `listing: ${describeFilter(filterArguments) || 'all documents'}, ${formatDocumentCount(total)}${note}`,
      })
      return `${formatDocumentCount(total)} in all.\n${text}`
    },
  )
}
