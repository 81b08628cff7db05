/**
 * Generations: each build writes new tables under its own name; a row in the table `generations` publishes them. Writing
 * that row is one LanceDB commit, so a server sees either the old index or the new one, on disk and in object storage. A
 * killed build leaves only tables that no row refers to.
 */
import type { Connection } from '@lancedb/lancedb'
import { z } from 'zod'
import { generationOfTable } from './tables.ts'

/** The inputs of an index build. If one of them changes, the index is out of date. */
export interface IndexStamp {
  /** Version of the table layout. */
  format: number
  /** `EmbeddingModel.id` */
  model: string
  /** `corpusHash()` */
  corpus: string
  /** `codeHash()`: hash of what the build code produces from a fixed sample. */
  code: string
}

/** Whether a build with this stamp would produce the same index. */
export function isCurrent(generation: Generation, stamp: IndexStamp): boolean {
  return isReadable(generation, stamp) && generation.corpus === stamp.corpus && generation.code === stamp.code
}

/** Whether the generation can be searched: same table layout and same model. Its corpus may be older. */
export function isReadable(generation: Generation, { format, model }: IndexStamp): boolean {
  return generation.format === format && generation.model === model
}

const generationSchema = z.object({
  name: z.string(),
  format: z.number().int(),
  model: z.string(),
  corpus: z.string(),
  /** '' for indexes built before this field existed. */
  code: z.string().default(''),
  dimension: z.number().int(),
  documents: z.number().int(),
  passages: z.number().int(),
  /** ISO 8601 */
  builtAt: z.string(),
})
export type Generation = z.output<typeof generationSchema>

const GENERATIONS_TABLE = 'generations'
/** Tables of an unpublished build older than this are dropped. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000

/** A new generation name: the start time in base 36 and four random characters. */
export function newGenerationName(now = Date.now()): string {
  return `${now.toString(36)}${Math.random().toString(36).slice(2, 6)}`
}

/** The published generations, newest first; none if the table `generations` is missing or unreadable. */
export async function readGenerations(connection: Connection): Promise<Generation[]> {
  if (!(await connection.tableNames()).includes(GENERATIONS_TABLE)) return []
  let rows: unknown[]
  try {
    const table = await connection.openTable(GENERATIONS_TABLE)
    rows = await table.query().toArray()
  } catch {
    // The first build was killed while it wrote this table, or the folder is damaged: there is no index to serve.
    return []
  }
  return rows
    .flatMap((row) => generationSchema.safeParse(row).data ?? [])
    .sort((a, b) => b.builtAt.localeCompare(a.builtAt, 'en'))
}

/**
 * Publishes a built generation. Keeps the previous generation and the previous one of the same model, because running
 * servers may still read them; drops older ones.
 */
export async function publishGeneration(connection: Connection, generation: Generation): Promise<void> {
  const exists = (await connection.tableNames()).includes(GENERATIONS_TABLE)
  const before = await readGenerations(connection)
  const kept = new Set([generation, ...before.slice(0, 1)])
  const readable = before.find((each) => isReadable(each, generation))
  if (readable) kept.add(readable)
  await connection.createTable(
    GENERATIONS_TABLE,
    [...kept].map((row) => ({ ...row })),
    { mode: exists ? 'overwrite' : 'create' },
  )
  await dropUnusedTables(connection)
}

/** Drops tables of no published generation, except those of a build that may still be running. */
export async function dropUnusedTables(connection: Connection, now = Date.now()): Promise<void> {
  const kept = new Set((await readGenerations(connection)).map(({ name }) => name))
  for (const table of await connection.tableNames()) {
    const generation = generationOfTable(table)
    if (!generation || kept.has(generation)) continue
    const startedAt = Number.parseInt(generation.slice(0, -4), 36)
    const isOlderThanPublished = [...kept].some((name) => Number.parseInt(name.slice(0, -4), 36) > startedAt)
    if (isOlderThanPublished || now - startedAt > ABANDONED_AFTER_MS) await connection.dropTable(table)
  }
}
