/** Response schemas of the collection routes. */
import { z } from 'zod'
import { collectionSchema } from '../../corpus/collection.ts'
import { archiveDocumentSchema, reducedDateSchema } from '../../corpus/document.ts'
import { documentListSchema } from './document-lists.ts'

const collectionHoldingsSchema = collectionSchema.extend({
  count: z.int(),
  from: reducedDateSchema.optional(),
  to: reducedDateSchema.optional(),
})

export const collectionListSchema = z.object({
  total: z.int(),
  collections: z.array(collectionHoldingsSchema),
})
export type CollectionList = z.output<typeof collectionListSchema>

/** A collection and a page of its documents; `popular` are all documents of it that the archive marks as popular. */
export const collectionResponseSchema = collectionHoldingsSchema.extend({
  ...documentListSchema.shape,
  popular: z.array(archiveDocumentSchema),
})
export type CollectionResponse = z.output<typeof collectionResponseSchema>
