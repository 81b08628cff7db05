/** Opens the archive over an index that is up to date, building it in this process where there is none. */

import { readDocuments } from '../../corpus/catalog.ts'
import { ArchiveIndex, DamagedIndexError } from '../../embeddings/index/archive-index.ts'
import { buildIndex } from '../../embeddings/index/build.ts'
import { type Generation, isCurrent, readGenerations } from '../../embeddings/index/generations.ts'
import type { Archive } from '../archive/archive.ts'
import { archiveOf, readSources, requireWritable, type SourceConfiguration, type Sources } from './sources.ts'
import type { Terminal } from './terminal.ts'

export interface OpenOptions {
  configuration: SourceConfiguration
  terminal: Terminal
  /** Build even where the index is up to date. */
  rebuild?: boolean
  /** Ends a build between two batches. */
  signal?: AbortSignal
}

/** @throws what `readSources` throws, and what building throws. */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const { configuration, terminal } = options
  const sources = await readSources(configuration, terminal)
  const current = options.rebuild ? undefined : await currentGeneration(sources)
  const index = current && (await openOrTell(current, sources, terminal))
  if (index) return archiveOf(sources, index)
  await requireWritable(configuration)
  options.signal?.throwIfAborted()
  const generation = await build(sources, options)
  return archiveOf(sources, await ArchiveIndex.open(sources.connection, generation))
}

/** Opens the generation; of a damaged one it tells, with what is done about it, and answers undefined. */
export async function openOrTell(
  generation: Generation,
  { connection }: Pick<Sources, 'connection'>,
  terminal: Terminal,
  remedy = 'It is built anew; if that fails too, delete the folder that LANCEDB_URI names.',
): Promise<ArchiveIndex | undefined> {
  try {
    return await ArchiveIndex.open(connection, generation)
  } catch (error) {
    if (!(error instanceof DamagedIndexError)) throw error
    terminal.say(`${error.message} ${remedy}`)
    return undefined
  }
}

async function currentGeneration({ connection, stamp }: Sources): Promise<Generation | undefined> {
  return (await readGenerations(connection)).find((generation) => isCurrent(generation, stamp))
}

/** Builds and publishes a generation; where another process has overtaken this one, its generation is answered. */
async function build(sources: Sources, options: OpenOptions): Promise<Generation> {
  const before = await currentGeneration(sources)
  try {
    return await buildAndTell(sources, options)
  } catch (error) {
    // A build that began later, in another process, may have ended first: then its index serves, and our tables are gone.
    const other = await currentGeneration(sources)
    if (!other || other.name === before?.name || options.signal?.aborted) throw error
    return other
  }
}

async function buildAndTell(
  { catalog, linker, model, connection, stamp }: Sources,
  { terminal, signal }: OpenOptions,
): Promise<Generation> {
  const bar = terminal.progress('Building the index', catalog.documents.length, 'documents')
  const begun = performance.now()
  try {
    const generation = await buildIndex({
      connection,
      model,
      stamp,
      documents: readDocuments(),
      expansionOf: (id) => catalog.expansions.get(id),
      linker,
      onProgress: (documents) => bar.update(documents),
      ...(signal ? { signal } : {}),
    })
    bar.stop()
    const seconds = ((performance.now() - begun) / 1000).toFixed(0)
    terminal.say(
      `Indexed ${generation.documents} documents as ${generation.passages} passages in ${seconds} s.`,
    )
    return generation
  } finally {
    bar.stop()
  }
}
