/** Reads one record that was handed over, with the documents that stand nearest to it. */
import { z } from 'zod'
import { findRelatedDocuments } from '../../browsing/related.ts'
import { shownPassages } from '../../retrieval/scored-sentences.ts'
import { catalogTool } from './catalog-tool.ts'
import { count, framed, handOver, NO_MORE_FITS, type Research } from './research.ts'

const MOST_RELATED = 3

export function readDocument(research: Research) {
  const { archive, handed, room, signal, tell } = research
  return catalogTool(
    research,
    'Read the whole record of a source by its number, and the records nearest to it: of the same meeting, or of the same matter.',
    z.object({ n: z.int().min(1).describe('The number of a source that you were given') }),
    async ({ n }) => {
      const source = handed.withNumber(n)
      if (!source) return `There is no source ${n}.`
      const summary = `reading: ${source.document.title}`
      const own = framed({ n, document: source.document })
      if (!room.takes(own)) {
        tell({ tool: 'read_document', summary: `${summary}, more than the model can read at once` })
        return NO_MORE_FITS
      }
      const near = await findRelatedDocuments(source.document, archive, MOST_RELATED)
      signal.throwIfAborted()
      const others = handOver(
        near.map(({ document, why }) => ({
          document,
          passages: shownPassages(document, [], research.archive),
          why,
          lookedAt: true,
        })),
        research,
      )
      const note = others.note && `, and ${count(near.length)} near it${others.note}`
      tell({ tool: 'read_document', summary: `${summary}${note}` })
      return `${own}\nNearest to it:\n${others.text}`
    },
  )
}
