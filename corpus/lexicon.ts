/** The words of the catalog: how rare each is, and which names stand in it at all. */
import { LRUCache } from 'lru-cache'
import { stemmer } from 'stemmer'
import type { ArchiveDocument } from './document.ts'
import type { Expansion } from './expansion.ts'
import { nameTokens } from './names/name-tokens.ts'

/** Documents whose stems are remembered at most: some 20 kB each. */
const REMEMBERED = 1000

export class Lexicon {
  /** In how many documents a stem occurs. */
  private readonly frequencies = new Map<string, number>()
  /** Pairs of words that follow each other somewhere. */
  private readonly pairs = new Set<string>()
  /** Stems of documents that were asked for, so that they are not made anew for each question. */
  private readonly remembered = new Map<string, Set<string>>()

  constructor(
    private readonly documents: readonly ArchiveDocument[],
    private readonly expansions: ReadonlyMap<string, Expansion>,
  ) {
    for (const document of documents) {
      const stems = new Set<string>()
      for (const text of this.textsOf(document)) {
        const words = wordsOf(text)
        words.forEach((word, index) => {
          stems.add(stem(word))
          if (index > 0) this.pairs.add(`${words[index - 1]} ${word}`)
        })
      }
      for (const each of stems) this.frequencies.set(each, (this.frequencies.get(each) ?? 0) + 1)
    }
  }

  /** Inverse document frequency of a stem, as in BM25: ln(1 + (N − n + ½) / (n + ½)). */
  rarity(stemmed: string): number {
    const n = this.frequencies.get(stemmed) ?? 0
    return Math.log(1 + (this.documents.length - n + 0.5) / (n + 0.5))
  }

  /** Whether the words occur, one after the other, anywhere in the catalog. */
  knows(words: readonly string[]): boolean {
    const [only] = words
    if (words.length === 1 && only !== undefined) return this.frequencies.has(stem(only))
    return words.slice(1).every((word, index) => this.pairs.has(`${words[index]} ${word}`))
  }

  /** The stems of all that leads to a document: its record, and the queries that it answers. */
  stemsOf(document: ArchiveDocument): ReadonlySet<string> {
    const known = this.remembered.get(document.id)
    if (known) return known
    const stems = new Set(this.textsOf(document).flatMap((text) => wordsOf(text).map(stem)))
    if (this.remembered.size >= REMEMBERED) this.remembered.clear()
    this.remembered.set(document.id, stems)
    return stems
  }

  private textsOf({ id, title, summary, people, countries, events, subjects }: ArchiveDocument): string[] {
    const queries = Object.values(this.expansions.get(id)?.questions ?? {})
    return [title, summary ?? '', ...people, ...countries, ...events, ...subjects, ...queries]
  }
}

export function wordsOf(text: string): string[] {
  return nameTokens(text).map(({ word }) => word)
}

/** The catalog has some 20,000 words; strangers' questions bring others. */
const stems = new LRUCache<string, string>({ max: 100_000 })

/** Porter's stem of a folded word. */
export function stem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stemmed = stemmer(word)
  stems.set(word, stemmed)
  return stemmed
}
