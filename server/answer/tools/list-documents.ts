/** Lists what the archive holds within bounds, in order of date, without a question. */
import { z } from 'zod'
import { browse } from '../../browsing/browse.ts'
import { shownPassages } from '../../retrieval/scored-sentences.ts'
import { boundsInOrder, boundsShape, describeBounds, filterFrom } from './bounds.ts'
import { catalogTool } from './catalog-tool.ts'
import { count, handOver, MOST_HANDED, type Research } from './research.ts'

export function listDocuments(research: Research) {
  return catalogTool(
    research,
    'List the documents within bounds by date, and how many there are. For "the first", "the last", "how many documents".',
    z
      .object({
        ...boundsShape,
        order: z.enum(['oldest', 'newest']).default('oldest'),
        offset: z.int().min(0).max(1000).default(0).describe('How many to pass over'),
      })
      .superRefine(boundsInOrder),
    async ({ order, offset, ...bounds }) => {
      const { archive, signal } = research
      const { filter, unknown } = filterFrom(bounds, archive)
      if (unknown.length > 0) {
        research.tell({ tool: 'list_documents', summary: `listing: ${unknown.join(', ')}, no such name` })
        return `The archive's index of names lacks some of these names; search_documents finds words.`
      }
      const { total, documents } = await browse(archive, {
        filter,
        sort: order,
        limit: MOST_HANDED,
        offset,
        facetLimit: 1,
        signal,
      })
      signal.throwIfAborted()
      const { text, note } = handOver(
        documents.map((document) => ({
          document,
          passages: shownPassages(document, [], research.archive),
          why: 'listed by date',
          lookedAt: true,
        })),
        research,
      )
      research.tell({
        tool: 'list_documents',
        summary: `listing: ${describeBounds(bounds) || 'all documents'}, ${count(total)}${note}`,
      })
      return `${count(total)} in all.\n${text}`
    },
  )
}
