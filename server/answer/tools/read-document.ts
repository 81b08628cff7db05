/** Tool `read_document`: returns the whole record of a source, and the documents most closely related to it. */
import { z } from 'zod'
import { findRelatedDocuments } from '../../browsing/related.ts'
import { shownPassages } from '../../retrieval/scored-sentences.ts'
import { catalogTool } from './create-catalog-tool.ts'
import {
  BUDGET_SPENT_MESSAGE,
  formatDocumentCount,
  formatSource,
  provideDocuments,
  type ResearchContext,
} from './research.ts'

const MAX_RELATED_DOCUMENTS = 3

export function readDocument(research: ResearchContext) {
  const { archive, providedSources, toolBudget, signal, reportStep } = research
  return catalogTool(
    research,
    'Read the whole record of a source by its number, and the records nearest to it: of the same meeting, or of the same matter.',
    z.object({ n: z.int().min(1).describe('The number of a source that you were given') }),
    async ({ n }) => {
      const source = providedSources.withNumber(n)
      if (!source) return `There is no source ${n}.`
      const summary = `reading: ${source.document.title}`
      const own = formatSource({ n, document: source.document })
      if (!toolBudget.trySpend(own)) {
        reportStep({ tool: 'read_document', summary: `${summary}, more than the model can read at once` })
        return BUDGET_SPENT_MESSAGE
      }
      const related = await findRelatedDocuments(source.document, archive, MAX_RELATED_DOCUMENTS)
      signal.throwIfAborted()
      const others = provideDocuments(
        related.map(({ document, why }) => ({
          document,
          passages: shownPassages(document, [], research.archive),
          why,
          lookedAt: true,
        })),
        research,
      )
      const note = others.note && `, and ${formatDocumentCount(related.length)} near it${others.note}`
      reportStep({ tool: 'read_document', summary: `${summary}${note}` })
      return `${own}\nNearest to it:\n${others.text}`
    },
  )
}
