/** Word statistics of the catalog: document frequencies of stems, and which words and word pairs occur. */
import { LRUCache } from 'lru-cache'
import { stemmer } from 'stemmer'
import type { ArchiveDocument } from './document.ts'
import type { Expansion } from './expansion.ts'
import { nameTokens } from './names/name-tokens.ts'

/** Maximum documents whose stems are cached, about 20 kB each. */
const MAX_CACHED_DOCUMENTS = 1000

export class Lexicon {
  /** Stem → number of documents with it. */
  private readonly frequencies = new Map<string, number>()
  /** Pairs of adjacent words in the catalog. */
  private readonly pairs = new Set<string>()
  /** Document id → stems: a cache across questions. */
  private readonly stemsByDocument = new Map<string, Set<string>>()

  constructor(
    private readonly documents: readonly ArchiveDocument[],
    private readonly expansions: ReadonlyMap<string, Expansion>,
  ) {
    for (const document of documents) {
      const stems = new Set<string>()
      for (const text of this.textsOf(document)) {
        const words = foldedWords(text)
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

  /** Whether a single word, by its stem, or each pair of adjacent words occurs in the catalog. */
  containsPhrase(words: readonly string[]): boolean {
    const [only] = words
    if (words.length === 1 && only !== undefined) return this.frequencies.has(stem(only))
    return words.slice(1).every((word, index) => this.pairs.has(`${words[index]} ${word}`))
  }

  /** Stems of a document's record and its expansion queries. */
  stemsOf(document: ArchiveDocument): ReadonlySet<string> {
    const known = this.stemsByDocument.get(document.id)
    if (known) return known
    const stems = new Set(this.textsOf(document).flatMap((text) => foldedWords(text).map(stem)))
    if (this.stemsByDocument.size >= MAX_CACHED_DOCUMENTS) this.stemsByDocument.clear()
    this.stemsByDocument.set(document.id, stems)
    return stems
  }

  private textsOf({ id, title, summary, people, countries, events, subjects }: ArchiveDocument): string[] {
    const queries = Object.values(this.expansions.get(id)?.questions ?? {})
    return [title, summary ?? '', ...people, ...countries, ...events, ...subjects, ...queries]
  }
}

/** Words without case, diacritics and possessive endings. @example "Stalin's Ch'ŏl" → ["stalin", "chol"] */
export function foldedWords(text: string): string[] {
  return nameTokens(text).map(({ word }) => word)
}

/** Word → stem. The catalog has about 20,000 words; the limit bounds memory for words of user questions. */
const stemCache = new LRUCache<string, string>({ max: 100_000 })

/** Porter's stem of a folded word. */
export function stem(word: string): string {
  const known = stemCache.get(word)
  if (known !== undefined) return known
  const stemmed = stemmer(word)
  stemCache.set(word, stemmed)
  return stemmed
}
