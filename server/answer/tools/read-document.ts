/** Reads one record that was handed over, with the documents that stand nearest to it. */
import { tool } from 'ai'
import { z } from 'zod'
import { related } from '../../record/related.ts'
import { passagesFrom } from '../../retrieval/sentences.ts'
import { frameSources } from '../writer/frame.ts'
import { handOver, type Research } from './research.ts'

const MOST_RELATED = 3

export function readDocument(research: Research) {
  return tool({
    description:
      'Read the whole record of a source by its number, and the records nearest to it: of the same meeting, or of the same matter.',
    inputSchema: z.object({ n: z.int().min(1).describe('The number of a source that you were given') }),
    execute: async ({ n }) => {
      const source = research.handed.withNumber(n)
      if (!source) return `There is no source ${n}.`
      const near = await related(source.document, research.archive, MOST_RELATED)
      research.signal.throwIfAborted()
      research.tell({ tool: 'read_document', summary: `reading: ${source.document.title}` })
      const others = handOver(
        near.map(({ document, why }) => ({ document, passages: passagesFrom(document, []), why })),
        research,
      )
      return `${frameSources([{ n, document: source.document }])}\nNearest to it:\n${others}`
    },
  })
}
