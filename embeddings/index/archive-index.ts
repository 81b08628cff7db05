/** The index as those who search see it: passages near a vector, documents that match words, a document's vectors. */
import { type Connection, MatchQuery, type Table } from '@lancedb/lancedb'
import { z } from 'zod'
import type { Passage, PassageKind } from '../passages.ts'
import { documentsTable, type Generation, passagesTable } from './generations.ts'

export interface NearPassage extends Passage {
  /** Cosine of the passage's vector with the query's, -1..1. */
  similarity: number
}

export interface DocumentMatch {
  document: string
  /** BM25 (k1 = 1.2, b = 0.75), ≥ 0, not bounded above. */
  score: number
}

/** An index whose tables cannot be read; the message says what to do. */
export class DamagedIndexError extends Error {
  override name = 'DamagedIndexError'
}

const passageRow = z.object({
  document: z.string(),
  kind: z.enum(['record', 'sentence']),
  ordinal: z.number(),
  text: z.string(),
})
const nearRow = passageRow.extend({ _distance: z.number() })
const matchRow = z.object({ document: z.string(), _score: z.number() })

export class ArchiveIndex {
  private constructor(
    readonly generation: Generation,
    private readonly documents: Table,
    private readonly passages: Table,
  ) {}

  /** Opens a generation and reads from both tables once. @throws {DamagedIndexError} */
  static async open(connection: Connection, generation: Generation): Promise<ArchiveIndex> {
    try {
      const documents = await connection.openTable(documentsTable(generation.name))
      const passages = await connection.openTable(passagesTable(generation.name))
      const index = new ArchiveIndex(generation, documents, passages)
      const counts = [await documents.countRows(), await passages.countRows()]
      if (counts[0] !== generation.documents || counts[1] !== generation.passages)
        throw new Error(
          `holds ${counts.join(' and ')} rows, not ${generation.documents} and ${generation.passages}`,
        )
      await index.nearestPassages(new Float32Array(generation.dimension).fill(1), { limit: 1 })
      await index.matchText('Korea', { limit: 1 })
      return index
    } catch (error) {
      throw new DamagedIndexError(
        `The index ${generation.name} cannot be read (${error instanceof Error ? error.message : error}).`,
      )
    }
  }

  /** The passages nearest to an L2-normalized vector of `dimension`, nearest first. */
  async nearestPassages(
    vector: Float32Array,
    options: { limit: number; kind?: PassageKind; documents?: readonly string[] },
  ): Promise<NearPassage[]> {
    let query = this.passages.vectorSearch(vector).distanceType('dot').limit(options.limit)
    const conditions = [
      options.kind && `kind = ${literal(options.kind)}`,
      options.documents && `document IN (${options.documents.map(literal).join(', ')})`,
    ].filter(Boolean)
    if (conditions.length > 0) query = query.where(conditions.join(' AND '))
    const rows = await query.select(['document', 'kind', 'ordinal', 'text', '_distance']).toArray()
    return rows.map((row) => {
      const { _distance, ...passage } = nearRow.parse(row)
      return { ...passage, similarity: 1 - _distance }
    })
  }

  /** The documents whose record has words of the query, best first. The query is plain words, never syntax. */
  async matchText(words: string, options: { limit: number }): Promise<DocumentMatch[]> {
    const rows = await this.documents
      .query()
      .fullTextSearch(new MatchQuery(words, 'text'))
      .select(['document', '_score'])
      .limit(options.limit)
      .toArray()
    return rows.map((row) => {
      const { document, _score } = matchRow.parse(row)
      return { document, score: _score }
    })
  }

  /** The vector of a document's first window, or undefined where the index does not hold the document. */
  async vectorOf(document: string): Promise<Float32Array | undefined> {
    const [row] = await this.passages
      .query()
      .where(`document = ${literal(document)} AND kind = 'record' AND ordinal = 0`)
      .select(['vector'])
      .limit(1)
      .toArray()
    return row ? Float32Array.from(row.vector) : undefined
  }
}

/** A string as a literal of LanceDB's SQL filters. */
function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
