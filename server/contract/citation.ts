/** Response schema of the citation routes. */
import { z } from 'zod'
import { citationStyles } from '../../corpus/citation/citation-style.ts'

/**
 * One citation for each document id: as plain text, and as HTML whose only element is `<i>`. `text` contains all of them,
 * in the form of a file.
 */
export const citationResponseSchema = z.object({
  style: z.enum(citationStyles),
  accessed: z.string(),
  text: z.string(),
  citations: z.array(z.object({ id: z.string(), text: z.string(), html: z.string() })),
})
export type CitationResponse = z.output<typeof citationResponseSchema>
