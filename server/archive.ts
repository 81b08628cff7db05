/** All that answering needs, handed to the routes as one: what the documents are, what they mean, and the model. */
import type { Catalog } from '../corpus/catalog.ts'
import type { EmbeddingModel } from '../embeddings/embedding-model.ts'
import type { ArchiveIndex } from '../embeddings/index/archive-index.ts'

export interface Archive {
  catalog: Catalog
  index: ArchiveIndex
  model: EmbeddingModel
}
