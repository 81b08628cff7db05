/**
 * The publishers that `corpus/publishers/` describes. A record may name a publisher that has no file there: it is
 * found, listed and cited like any other, as held by an archive of that name, but has no link, and no question asks
 * for its publisher by an alias.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveDocument } from './document.ts'
import { CorpusError, readJson } from './json-files.ts'
import { type Publisher, publisherSchema, type Repository } from './publisher.ts'
import { SourceLinks } from './source-link.ts'

/** A publisher's name, or an alias of it, in a text: UTF-16 offsets, the end excluded. */
export interface PublisherMention {
  /** The name as records have it. */
  publisher: string
  text: string
  start: number
  end: number
}

/**
 * Reads the files of `<folder>/publishers/`.
 * @throws {CorpusError} for a file that breaks the schema, or that claims a name or an alias of another.
 */
export async function loadPublishers(folder: string): Promise<Publishers> {
  const names = (await readdir(join(folder, 'publishers'))).filter((name) => name.endsWith('.json')).sort()
  const publishers: Publisher[] = []
  const claimed = new Map<string, string>()
  for (const file of names.map((name) => join(folder, 'publishers', name))) {
    const publisher = await readJson(file, publisherSchema)
    for (const [field, called] of calledIn(publisher)) {
      const other = claimed.get(called.toLowerCase())
      if (other) throw new CorpusError(`${file}: ${field}: "${called}" stands already in ${other}`)
      claimed.set(called.toLowerCase(), file)
    }
    publishers.push(publisher)
  }
  return new Publishers(publishers)
}

export class Publishers {
  readonly links: SourceLinks
  readonly #byName: ReadonlyMap<string, Publisher>
  readonly #byCalled: ReadonlyMap<string, Publisher>
  readonly #called: RegExp

  constructor(publishers: readonly Publisher[]) {
    this.links = new SourceLinks(publishers)
    this.#byName = new Map(publishers.map((publisher) => [publisher.name, publisher]))
    this.#byCalled = new Map(
      publishers.flatMap((publisher) =>
        calledIn(publisher).map(([, called]) => [called.toLowerCase(), publisher] as const),
      ),
    )
    this.#called = wholeWords([...this.#byCalled.keys()])
  }

  get all(): Iterable<Publisher> {
    return this.#byName.values()
  }

  /** @param name as records have it. */
  named(name: string): Publisher | undefined {
    return this.#byName.get(name)
  }

  /** The publishers that a text names, in the order in which they stand there. Linear in the text. */
  mentionedIn(text: string): PublisherMention[] {
    return [...text.matchAll(this.#called)].flatMap(({ 0: words, index }) => {
      const publisher = this.#byCalled.get(words.toLowerCase())?.name
      return publisher ? [{ publisher, text: words, start: index, end: index + words.length }] : []
    })
  }

  /**
   * The repositories to look for in a call number, the publisher's own first. The other publishers' follow, since
   * several publish papers of the same repositories.
   */
  repositoriesFor(name: string): Repository[] {
    const own = this.#byName.get(name)
    const others = [...this.#byName.values()].filter((publisher) => publisher !== own)
    return [...(own ? [own] : []), ...others].flatMap(({ repositories }) => repositories)
  }

  /** The names of publishers that documents have and no file describes. */
  withoutFile(documents: Iterable<ArchiveDocument>): string[] {
    const names = new Set(Array.from(documents, ({ publisher }) => publisher))
    return [...names].filter((name) => !this.#byName.has(name))
  }
}

/** All that a publisher is called, each with the field that it stands in. */
function calledIn({ name, aliases }: Publisher): [field: string, called: string][] {
  return [['name', name], ...aliases.map((alias, index): [string, string] => [`aliases.${index}`, alias])]
}

/** Matches any of the phrases between characters that are neither letters nor digits; the longest where several fit. */
function wholeWords(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length).map(escaped)
  // Without a phrase, nothing matches: the empty alternative would match everywhere.
  const any = longestFirst.length > 0 ? longestFirst.join('|') : '(?!)'
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu')
}

/** A text as a pattern that matches just it. */
function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
