/** Opens the archive with an up-to-date index, which is built in this process if there is none. */

import { readDocuments } from '../../corpus/catalog.ts'
import { ArchiveIndex, DamagedIndexError } from '../../embeddings/index/archive-index.ts'
import { buildIndex } from '../../embeddings/index/build.ts'
import { type Generation, isCurrent, readGenerations } from '../../embeddings/index/generations.ts'
import type { Archive } from '../archive/archive.ts'
import {
  type ArchiveConfiguration,
  type ArchiveInputs,
  createArchive,
  loadArchiveInputs,
  requireWritable,
} from './archive-inputs.ts'
import type { Terminal } from './terminal.ts'

export interface OpenOptions {
  configuration: ArchiveConfiguration
  terminal: Terminal
  /** Build even if the index is up to date. */
  rebuild?: boolean
  /** Aborts a build between two batches. */
  signal?: AbortSignal
}

/** @throws the errors of `loadArchiveInputs` and of `buildIndex` */
export async function openArchive(options: OpenOptions): Promise<Archive> {
  const { configuration, terminal } = options
  const sources = await loadArchiveInputs(configuration, terminal)
  const current = options.rebuild ? undefined : await currentGeneration(sources)
  const index = current && (await openIndexOrReport(current, sources, terminal))
  if (index) return createArchive(sources, index)
  await requireWritable(configuration)
  options.signal?.throwIfAborted()
  const generation = await build(sources, options)
  return createArchive(sources, await ArchiveIndex.open(sources.connection, generation))
}

/** Opens a generation of the index. If it is damaged, prints that with the remedy, and returns undefined. */
export async function openIndexOrReport(
  generation: Generation,
  { connection }: Pick<ArchiveInputs, 'connection'>,
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

async function currentGeneration({ connection, stamp }: ArchiveInputs): Promise<Generation | undefined> {
  return (await readGenerations(connection)).find((generation) => isCurrent(generation, stamp))
}

/** Builds and publishes a generation; if another process has published one in the meantime, returns that one. */
async function build(sources: ArchiveInputs, options: OpenOptions): Promise<Generation> {
  const before = await currentGeneration(sources)
  try {
    return await buildAndReport(sources, options)
  } catch (error) {
    // Another process may have started later and finished first: its index is then used, and our tables were dropped.
    const other = await currentGeneration(sources)
    if (!other || other.name === before?.name || options.signal?.aborted) throw error
    return other
  }
}

async function buildAndReport(
  { catalog, linker, model, connection, stamp }: ArchiveInputs,
  { terminal, signal }: OpenOptions,
): Promise<Generation> {
  const bar = terminal.progress('Building the index', catalog.documents.length, 'documents')
  const startedAt = performance.now()
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
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
    terminal.say(
      `Indexed ${generation.documents} documents as ${generation.passages} passages in ${seconds} s.`,
    )
    return generation
  } finally {
    bar.stop()
  }
}
