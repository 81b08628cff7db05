/**
 * The archive that `npm start` serves. It opens at once with any readable index, even one built from another catalog or by other
 * code; then a new index is built in the background and replaces it between two requests.
 */
import type { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import {
  dropUnusedTables,
  type Generation,
  isCurrent,
  isReadable,
  readGenerations,
} from '../../embeddings/index/generations.ts'
import type { Archive } from '../archive/archive.ts'
import type { IndexStatus } from '../contract/status.ts'
import {
  type ArchiveConfiguration,
  type ArchiveInputs,
  createArchive,
  isLocalFolder,
  loadArchiveInputs,
  requireWritable,
} from './archive-inputs.ts'
import { buildInChildProcess } from './build-in-child-process.ts'
import { errorReason } from './build-messages.ts'
import { ConfigurationError } from './configuration.ts'
import { BuildError } from './expected-errors.ts'
import { openIndexOrReport } from './open-archive.ts'
import type { Terminal } from './terminal.ts'

interface ServeOptions {
  configuration: ArchiveConfiguration
  terminal: Terminal
  /** Aborts a build. */
  signal: AbortSignal
}

export class ServedArchive {
  private served: Archive | undefined
  private state: IndexStatus = { state: 'starting', outdated: false }
  private rebuilt: Promise<void> = Promise.resolve()

  constructor(private readonly options: ServeOptions) {}

  /** Undefined until the first index is open. */
  get archive(): Archive | undefined {
    return this.served
  }

  get index(): IndexStatus {
    return this.state
  }

  /**
   * Resolves as soon as questions can be answered; a rebuild may still be running then.
   * @throws the errors of `loadArchiveInputs` and, if there is no index, of building one
   */
  async open(): Promise<Archive> {
    const { configuration, terminal } = this.options
    const sources = await loadArchiveInputs(configuration, terminal)
    const mayBuild = isLocalFolder(configuration.lancedbUri)
    const index = await this.openBestIndex(sources, mayBuild)
    if (!index) return this.buildFirst(sources, mayBuild)
    const archive = this.serve(createArchive(sources, index))
    const outdated = !isCurrent(index.generation, sources.stamp)
    this.state = { state: 'ready', outdated }
    if (!outdated && mayBuild)
      await dropUnusedTables(sources.connection).catch(() =>
        terminal.say('Left-over tables could not be removed; they do no harm.'),
      )
    if (outdated && mayBuild) this.rebuilt = this.rebuild(sources)
    else if (outdated)
      terminal.say('The index is older than the catalog or the code. `npm run index` builds it anew.')
    return archive
  }

  /** Resolves when no rebuild is running any more. */
  whenRebuilt(): Promise<void> {
    return this.rebuilt
  }

  private serve(archive: Archive): Archive {
    this.served = archive
    return archive
  }

  /** The up-to-date index, else the newest readable one. Where this server may not build, always the newest. */
  private async openBestIndex(
    { connection, stamp }: ArchiveInputs,
    mayBuild: boolean,
  ): Promise<ArchiveIndex | undefined> {
    const readable = (await readGenerations(connection)).filter((each) => isReadable(each, stamp))
    const current = (generation: Generation) => isCurrent(generation, stamp)
    const order = mayBuild
      ? [...readable.filter(current), ...readable.filter((each) => !current(each))]
      : readable
    for (const generation of order) {
      const remedy = mayBuild ? undefined : '`npm run index` builds it anew.'
      const index = await openIndexOrReport(generation, { connection }, this.options.terminal, remedy)
      if (index) return index
    }
    return undefined
  }

  private async buildFirst(sources: ArchiveInputs, mayBuild: boolean): Promise<Archive> {
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

  /** Never rejects: on failure the previous index stays in use. */
  private async rebuild(sources: ArchiveInputs): Promise<void> {
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
      if (!signal.aborted) terminal.say(`${errorReason(error)}\nThe previous index goes on answering.`)
    }
  }

  private async build(sources: ArchiveInputs): Promise<Archive> {
    const total = sources.catalog.documents.length
    const name = await buildInChildProcess({
      ...this.options,
      total,
      onProgress: (documents) => {
        this.state = { ...this.state, progress: Math.min(1, documents / total) }
      },
    })
    const generations = await readGenerations(sources.connection)
    // If other processes have published two generations since, ours was dropped.
    const generation =
      generations.find((each) => each.name === name) ??
      generations.find((each) => isCurrent(each, sources.stamp))
    const index = generation && (await openIndexOrReport(generation, sources, this.options.terminal))
    if (!index) throw new BuildError(`The index ${name} was built, but cannot be opened.`)
    return createArchive(sources, index)
  }
}
