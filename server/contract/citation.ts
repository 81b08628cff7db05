/** Citations of documents. */
import { z } from 'zod'
import { citationStyles } from '../../corpus/citation/citation-style.ts'

/** Citations, each by its document's id: bare, and as HTML in which `<i>` is the only element; `text` is all of them. */
export const citationResponseSchema = z.object({
  style: z.enum(citationStyles),
  accessed: z.string(),
  text: z.string(),
  citations: z.array(z.object({ id: z.string(), text: z.string(), html: z.string() })),
})
export type CitationResponse = z.output<typeof citationResponseSchema>
