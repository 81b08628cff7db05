/** Tool `search_documents`: searches by meaning, words and names, in the same way as for a user's question. */
import { z } from 'zod'
import { resultReason } from '../../retrieval/result-reason.ts'
import { retrieve } from '../../retrieval/retrieve.ts'
import { allSentencesFor, shownPassages } from '../../retrieval/scored-sentences.ts'
import { catalogTool } from './create-catalog-tool.ts'
import { describeFilter, filterShape, refineFilterPeriod, toDocumentFilter } from './filter-arguments.ts'
import {
  formatDocumentCount,
  MAX_DOCUMENTS_PER_CALL,
  provideDocuments,
  type ResearchContext,
} from './research.ts'

export function searchDocuments(research: ResearchContext) {
  return catalogTool(
    research,
    'Search the archive. Returns the records that speak most closely to a question, each with the number to cite it by.',
    z
      .object({
        question: z
          .string()
          .min(1)
          .max(300)
          .describe('What is looked for, in English, as a question or keywords'),
        ...filterShape,
      })
      .superRefine(refineFilterPeriod),
    async ({ question, ...filterArguments }) => {
      const { archive, signal } = research
      const { filter, unknown } = toDocumentFilter(filterArguments, archive)
      const wanted = [question, ...unknown].join(' ')
      const retrieval = await retrieve(wanted, archive, { filter, signal })
      const best = retrieval.ranked[0]?.score ?? 0
      const found = retrieval.ranked
        .filter(({ score }) => score >= best * archive.calibration.handed)
        .slice(0, MAX_DOCUMENTS_PER_CALL)
      const sentences = await allSentencesFor(retrieval, found, archive)
      signal.throwIfAborted()
      const { text, note } = provideDocuments(
        found.map((each) => ({
          document: each.document,
          passages: shownPassages(each.document, sentences.get(each.document.id) ?? [], archive),
          why: resultReason(each, retrieval, archive),
        })),
        research,
      )
      const shown = [question, describeFilter(filterArguments)].filter(Boolean).join(', ')
      const summary = `searching: ${shown}, ${formatDocumentCount(found.length)}${note}`
      research.reportStep({ tool: 'search_documents', summary })
      return text
    },
  )
}
