/** Searches by meaning, words and names, as a reader's question does. */
import { z } from 'zod'
import { resultReason } from '../../retrieval/result-reason.ts'
import { retrieve } from '../../retrieval/retrieve.ts'
import { allSentencesFor, shownPassages } from '../../retrieval/scored-sentences.ts'
import { boundsInOrder, boundsShape, describeBounds, filterFrom } from './bounds.ts'
import { catalogTool } from './catalog-tool.ts'
import { count, handOver, MOST_HANDED, type Research } from './research.ts'

export function searchDocuments(research: Research) {
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
        ...boundsShape,
      })
      .superRefine(boundsInOrder),
    async ({ question, ...bounds }) => {
      const { archive, signal } = research
      const { filter, unknown } = filterFrom(bounds, archive)
      const wanted = [question, ...unknown].join(' ')
      const retrieval = await retrieve(wanted, archive, { filter, signal })
      const best = retrieval.ranked[0]?.score ?? 0
      const found = retrieval.ranked
        .filter(({ score }) => score >= best * archive.calibration.handed)
        .slice(0, MOST_HANDED)
      const sentences = await allSentencesFor(retrieval, found, archive)
      signal.throwIfAborted()
      const { text, note } = handOver(
        found.map((each) => ({
          document: each.document,
          passages: shownPassages(each.document, sentences.get(each.document.id) ?? [], archive),
          why: resultReason(each, retrieval, archive),
        })),
        research,
      )
      const shown = [question, describeBounds(bounds)].filter(Boolean).join(', ')
      const summary = `searching: ${shown}, ${count(found.length)}${note}`
      research.tell({ tool: 'search_documents', summary })
      return text
    },
  )
}
