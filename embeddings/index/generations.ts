/**
 * Generations: an index is a pair of tables built under names of their own; one row in the table `generations` makes
 * it the index. Writing that row is a single commit of LanceDB, so that readers see the old index or the new one, on
 * a disk as in object storage, and a build that was killed leaves tables that nothing points to.
 */
import type { Connection } from '@lancedb/lancedb'
import { z } from 'zod'
import { generationOf } from './tables.ts'

/** What an index was made from and how; another value means another index. */
export interface IndexStamp {
  /** Raised whenever the tables change, so that code of another format cannot read them. */
  format: number
  /** `EmbeddingModel.id` */
  model: string
  /** `corpusHash()` */
  corpus: string
  /** `codeHash()`: what the code that builds an index makes of a fixed sample. */
  code: string
}

/** Whether the generation is what a build with this stamp would make. */
export function isCurrent(generation: Generation, stamp: IndexStamp): boolean {
  return isReadable(generation, stamp) && generation.corpus === stamp.corpus && generation.code === stamp.code
}

/** Whether questions can be asked of the generation, though it may know of another corpus: its tables and its vectors are ours. */
export function isReadable(generation: Generation, { format, model }: IndexStamp): boolean {
  return generation.format === format && generation.model === model
}

const generationSchema = z.object({
  name: z.string(),
  format: z.number().int(),
  model: z.string(),
  corpus: z.string(),
  /** '' where it was built before the code counted. */
  code: z.string().default(''),
  dimension: z.number().int(),
  documents: z.number().int(),
  passages: z.number().int(),
  /** ISO 8601 */
  builtAt: z.string(),
})
export type Generation = z.output<typeof generationSchema>

const POINTER = 'generations'
/** How long a build may take before its tables count as abandoned, in ms. */
const ABANDONED_AFTER = 60 * 60 * 1000

/** A new name for the tables of a build: it holds the time at which the build began. */
export function newGenerationName(now = Date.now()): string {
  return `${now.toString(36)}${Math.random().toString(36).slice(2, 6)}`
}

/** The generations that can be served, newest first; none where there is no readable pointer. */
export async function readGenerations(connection: Connection): Promise<Generation[]> {
  if (!(await connection.tableNames()).includes(POINTER)) return []
  let rows: unknown[]
  try {
    const table = await connection.openTable(POINTER)
    rows = await table.query().toArray()
  } catch {
    // The first build was killed while it wrote the pointer, or the folder is damaged: there is no index to serve.
    return []
  }
  return rows
    .flatMap((row) => generationSchema.safeParse(row).data ?? [])
    .sort((a, b) => b.builtAt.localeCompare(a.builtAt, 'en'))
}

/**
 * Makes a built generation the index. The previous one stays, and the previous one of the same model, for servers that
 * still read them; older ones go.
 */
export async function publish(connection: Connection, generation: Generation): Promise<void> {
  const exists = (await connection.tableNames()).includes(POINTER)
  const before = await readGenerations(connection)
  const kept = new Set([generation, ...before.slice(0, 1)])
  const readable = before.find((each) => isReadable(each, generation))
  if (readable) kept.add(readable)
  await connection.createTable(
    POINTER,
    [...kept].map((row) => ({ ...row })),
    { mode: exists ? 'overwrite' : 'create' },
  )
  await dropUnused(connection)
}

/** Drops the tables that no generation names, but for those of a build that may still be running. */
export async function dropUnused(connection: Connection, now = Date.now()): Promise<void> {
  const kept = new Set((await readGenerations(connection)).map(({ name }) => name))
  for (const table of await connection.tableNames()) {
    const generation = generationOf(table)
    if (!generation || kept.has(generation)) continue
    const begun = Number.parseInt(generation.slice(0, -4), 36)
    const published = [...kept].some((name) => Number.parseInt(name.slice(0, -4), 36) > begun)
    if (published || now - begun > ABANDONED_AFTER) await connection.dropTable(table)
  }
}
