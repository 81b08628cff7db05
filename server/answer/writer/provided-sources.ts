/** The documents provided to the model, each with the number by which it may be cited. Any other number is invalid. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import type { Source } from '../../contract/chat-message.ts'
import type { NumberedDocument } from './format-sources.ts'

/** A model needs no more, and a user can hardly look through more. */
const MAX_SOURCES = 40

export class ProvidedSources {
  private readonly sources: Source[]

  /** @param onChange called with all sources whenever one is added or changed */
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
   * Numbers the new documents and returns all given ones with their numbers, except those beyond the limit of `maxSources`.
   * A document that was only looked at (`lookedAt`) becomes a found one when a search finds it.
   */
  provide(found: readonly Omit<Source, 'n'>[], maxSources = MAX_SOURCES): NumberedDocument[] {
    const before = [...this.sources]
    const numbered = found.flatMap((source) => this.numberOf(source, maxSources) ?? [])
    if (this.sources.some((source, index) => source !== before[index])) this.onChange([...this.sources])
    return numbered
  }

  private numberOf(source: Omit<Source, 'n'>, maxSources: number): NumberedDocument | undefined {
    const index = this.sources.findIndex(({ document }) => document.id === source.document.id)
    const known = this.sources[index]
    if (known) {
      if (known.lookedAt && !source.lookedAt) this.sources[index] = { n: known.n, ...source }
      return { n: known.n, document: known.document }
    }
    if (this.sources.length >= maxSources) return undefined
    const added: Source = { n: this.sources.length + 1, ...source }
    this.sources.push(added)
    return { n: added.n, document: added.document }
  }

  numbered(): { n: number; document: ArchiveDocument }[] {
    return this.sources.map(({ n, document }) => ({ n, document }))
  }
}
