/**
 * The archive that `npm start` serves: at once over an index that it can read, though that may be of another catalog or of
 * other code; then a new index is built beside it and takes its place between two requests.
 */
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import {
  dropUnused,
  type Generation,
  isCurrent,
  isReadable,
  readGenerations,
} from '../../embeddings/index/generations.ts'
import type { Archive } from '../archive/archive.ts'
import type { IndexStatus } from '../contract/status.ts'
import { buildInProcess } from './build-in-process.ts'
import { reasonOf } from './build-messages.ts'
import { ConfigurationError } from './configuration.ts'
import { BuildError } from './foreseen.ts'
import { openOrTell } from './open-archive.ts'
import {
  archiveOf,
  isFolder,
  readSources,
  requireWritable,
  type SourceConfiguration,
  type Sources,
} from './sources.ts'
import type { Terminal } from './terminal.ts'

interface ServeOptions {
  configuration: SourceConfiguration
  terminal: Terminal
  /** Ends a build. */
  signal: AbortSignal
}

export class ServedArchive {
  private served: Archive | undefined
  private state: IndexStatus = { state: 'starting', outdated: false }
  private rebuilt: Promise<void> = Promise.resolve()

  constructor(private readonly options: ServeOptions) {}

  /** Undefined until questions can be asked. */
  get archive(): Archive | undefined {
    return this.served
  }

  get index(): IndexStatus {
    return this.state
  }

  /**
   * Resolves as soon as questions can be asked, when a new index may still be in the making.
   * @throws what `readSources` throws, and where there is no index, what building one throws.
   */
  async open(): Promise<Archive> {
    const { configuration, terminal } = this.options
    const sources = await readSources(configuration, terminal)
    const mayBuild = isFolder(configuration.lancedbUri)
    const index = await this.openBest(sources, mayBuild)
    if (!index) return this.buildFirst(sources, mayBuild)
    const archive = this.serve(archiveOf(sources, index))
    const outdated = !isCurrent(index.generation, sources.stamp)
    this.state = { state: 'ready', outdated }
    if (!outdated && mayBuild)
      await dropUnused(sources.connection).catch(() =>
        terminal.say('Left-over tables could not be removed; they do no harm.'),
      )
    if (outdated && mayBuild) this.rebuilt = this.rebuild(sources)
    else if (outdated)
      terminal.say('The index is older than the catalog or the code. `npm run index` builds it anew.')
    return archive
  }

  /** Resolves when no index is being built any more. */
  settled(): Promise<void> {
    return this.rebuilt
  }

  private serve(archive: Archive): Archive {
    this.served = archive
    return archive
  }

  /** The index that is up to date, else the newest that can be read; of one that others build, the newest. */
  private async openBest(
    { connection, stamp }: Sources,
    mayBuild: boolean,
  ): Promise<ArchiveIndex | undefined> {
    const readable = (await readGenerations(connection)).filter((each) => isReadable(each, stamp))
    const current = (generation: Generation) => isCurrent(generation, stamp)
    const order = mayBuild
      ? [...readable.filter(current), ...readable.filter((each) => !current(each))]
      : readable
    for (const generation of order) {
      const remedy = mayBuild ? undefined : '`npm run index` builds it anew.'
      const index = await openOrTell(generation, { connection }, this.options.terminal, remedy)
      if (index) return index
    }
    return undefined
  }

  private async buildFirst(sources: Sources, mayBuild: boolean): Promise<Archive> {
    const { configuration } = this.options
    if (!mayBuild)
      throw new ConfigurationError(
        `LANCEDB_URI is "${configuration.lancedbUri}", where there is no index for the model ${sources.model.id} that can be read. ` +
          '`npm run index` builds one there; a start builds only in a folder.',
      )
    await requireWritable(configuration)
    this.state = { state: 'building', progress: 0, outdated: false }
    const archive = this.serve(await this.build(sources))
    this.state = { state: 'ready', outdated: false }
    return archive
  }

  /** Never rejects: the previous index goes on answering. */
  private async rebuild(sources: Sources): Promise<void> {
    const { configuration, terminal, signal } = this.options
    this.state = { state: 'rebuilding', progress: 0, outdated: true }
    terminal.say('The index is out of date and is built anew; the previous one answers until then.')
    try {
      await requireWritable(configuration)
      this.serve(await this.build(sources))
      this.state = { state: 'ready', outdated: false }
      terminal.say('The new index answers.')
    } catch (error) {
      this.state = { state: 'ready', outdated: true }
      if (!signal.aborted) terminal.say(`${reasonOf(error)}\nThe previous index goes on answering.`)
    }
  }

  private async build(sources: Sources): Promise<Archive> {
    const total = sources.catalog.documents.length
    const name = await buildInProcess({
      ...this.options,
      total,
      onProgress: (documents) => {
        this.state = { ...this.state, progress: Math.min(1, documents / total) }
      },
    })
    const generations = await readGenerations(sources.connection)
    // Where other processes have published two since, ours is gone.
    const generation =
      generations.find((each) => each.name === name) ??
      generations.find((each) => isCurrent(each, sources.stamp))
    const index = generation && (await openOrTell(generation, sources, this.options.terminal))
    if (!index) throw new BuildError(`The index ${name} was built, but cannot be opened.`)
    return archiveOf(sources, index)
  }
}
