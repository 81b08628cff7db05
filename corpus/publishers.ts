/**
 * The publishers described in `corpus/publishers/`. A record may name a publisher without a file there: it is found, listed
 * and cited as an item of an archive of that name, but it has no link and its publisher has no aliases.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveDocument } from './document.ts'
import { CorpusError, readJson } from './json-files.ts'
import { type Publisher, publisherSchema, type Repository } from './publisher.ts'
import { SourceLinks } from './source-link.ts'

/** A publisher's name or alias in a text, with UTF-16 offsets, end exclusive. */
export interface PublisherMention {
  /** The name as in records. */
  publisher: string
  text: string
  start: number
  end: number
}

/**
 * Reads the files of `<folder>/publishers/`.
 * @throws {CorpusError} for a file that violates the schema, or that has a name or alias of another publisher
 */
export async function loadPublishers(folder: string): Promise<Publishers> {
  const names = (await readdir(join(folder, 'publishers'))).filter((name) => name.endsWith('.json')).sort()
  const publishers: Publisher[] = []
  const fileByName = new Map<string, string>()
  for (const file of names.map((name) => join(folder, 'publishers', name))) {
    const publisher = await readJson(file, publisherSchema)
    for (const [field, name] of namesAndAliases(publisher)) {
      const other = fileByName.get(name.toLowerCase())
      if (other) throw new CorpusError(`${file}: ${field}: "${name}" stands already in ${other}`)
      fileByName.set(name.toLowerCase(), file)
    }
    publishers.push(publisher)
  }
  return new Publishers(publishers)
}

export class Publishers {
  readonly links: SourceLinks
  readonly #byName: ReadonlyMap<string, Publisher>
  readonly #byNameOrAlias: ReadonlyMap<string, Publisher>
  readonly #nameOrAliasPattern: RegExp

  constructor(publishers: readonly Publisher[]) {
    this.links = new SourceLinks(publishers)
    this.#byName = new Map(publishers.map((publisher) => [publisher.name, publisher]))
    this.#byNameOrAlias = new Map(
      publishers.flatMap((publisher) =>
        namesAndAliases(publisher).map(([, name]) => [name.toLowerCase(), publisher] as const),
      ),
    )
    this.#nameOrAliasPattern = wholeWordsPattern([...this.#byNameOrAlias.keys()])
  }

  get all(): Iterable<Publisher> {
    return this.#byName.values()
  }

  /** @param name as in records */
  byName(name: string): Publisher | undefined {
    return this.#byName.get(name)
  }

  /** The publishers that a text names, in text order. Takes linear time. */
  mentionedIn(text: string): PublisherMention[] {
    return [...text.matchAll(this.#nameOrAliasPattern)].flatMap(({ 0: words, index }) => {
      const publisher = this.#byNameOrAlias.get(words.toLowerCase())?.name
      return publisher ? [{ publisher, text: words, start: index, end: index + words.length }] : []
    })
  }

  /**
   * Repositories to try for a call number: first those in the publisher's own file, then those of all other publishers,
   * because several publishers have papers of the same repository.
   */
  repositoriesFor(name: string): Repository[] {
    const own = this.#byName.get(name)
    const others = [...this.#byName.values()].filter((publisher) => publisher !== own)
    return [...(own ? [own] : []), ...others].flatMap(({ repositories }) => repositories)
  }

  /** Publishers named by documents but not described in a file. */
  namesWithoutFile(documents: Iterable<ArchiveDocument>): string[] {
    const names = new Set(Array.from(documents, ({ publisher }) => publisher))
    return [...names].filter((name) => !this.#byName.has(name))
  }
}

/** Name and aliases of a publisher, each with its field (for error messages). */
function namesAndAliases({ name, aliases }: Publisher): [field: string, name: string][] {
  return [['name', name], ...aliases.map((alias, index): [string, string] => [`aliases.${index}`, alias])]
}

/** A pattern that matches any of the phrases as whole words, preferring the longest. */
function wholeWordsPattern(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length).map(escapeRegExp)
  // Without phrases the pattern must match nothing; an empty alternative would match everywhere.
  const any = longestFirst.length > 0 ? longestFirst.join('|') : '(?!)'
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu')
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
