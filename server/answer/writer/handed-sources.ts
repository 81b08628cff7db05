/** The documents handed to the model, each under the number by which it may be cited. No other number exists. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import type { Source } from '../../contract/chat-message.ts'
import type { Numbered } from './frame.ts'

/** More than this a model does not need, and a reader can hardly look through. */
const MOST = 40

export class HandedSources {
  private readonly sources: Source[]

  /** @param onChange told all sources whenever one is added. */
  constructor(
    first: readonly Source[],
    private readonly onChange: (sources: readonly Source[]) => void,
  ) {
    this.sources = [...first]
  }

  get all(): readonly Source[] {
    return this.sources
  }

  withNumber(n: number): Source | undefined {
    return this.sources.find((source) => source.n === n)
  }

  /**
   * Numbers the documents that are new; answers all with their numbers, less those that are more than `most`. A document
   * that was only looked at counts as found once a search finds it.
   */
  hand(found: readonly Omit<Source, 'n'>[], most = MOST): Numbered[] {
    const before = [...this.sources]
    const numbered = found.flatMap((source) => this.numberOf(source, most) ?? [])
    if (this.sources.some((source, index) => source !== before[index])) this.onChange([...this.sources])
    return numbered
  }

  private numberOf(source: Omit<Source, 'n'>, most: number): Numbered | undefined {
    const index = this.sources.findIndex(({ document }) => document.id === source.document.id)
    const known = this.sources[index]
    if (known) {
      if (known.lookedAt && !source.lookedAt) this.sources[index] = { n: known.n, ...source }
      return { n: known.n, document: known.document }
    }
    if (this.sources.length >= most) return undefined
    const added: Source = { n: this.sources.length + 1, ...source }
    this.sources.push(added)
    return { n: added.n, document: added.document }
  }

  numbered(): { n: number; document: ArchiveDocument }[] {
    return this.sources.map(({ n, document }) => ({ n, document }))
  }
}
