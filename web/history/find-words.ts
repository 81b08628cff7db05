/** Searches conversations by words: each word must occur in the title or in the texts, in any order. */
import { foldWord } from '../../corpus/names/name-tokens.ts'
import { type Head, titleOf } from './head.ts'

export interface Found {
  head: Head
  /** A piece of text with one of the words; absent if the title contains all of them. */
  excerpt?: string
}

/** Length of an excerpt before and after the first matching word. */
const BEFORE_CHARACTERS = 24
const AFTER_CHARACTERS = 90

/** @param words the texts of each conversation, by its id; `undefined` while they are being read: only titles are searched. */
export function findByWords(
  heads: readonly Head[],
  query: string,
  words: ReadonlyMap<string, readonly string[]> | undefined,
): Found[] {
  const wanted = query.split(/\s+/).map(foldWord).filter(Boolean)
  if (wanted.length === 0) return heads.map((head) => ({ head }))
  return heads.flatMap((head) => {
    const title = fold(titleOf(head))
    const missing = wanted.filter((word) => !title.includes(word))
    if (missing.length === 0) return [{ head }]
    const said = words?.get(head.id) ?? []
    const folded = said.map(fold)
    if (!missing.every((word) => folded.some((text) => text.includes(word)))) return []
    return [{ head, excerpt: excerpt(said, missing[0] ?? '') }]
  })
}

function excerpt(said: readonly string[], word: string): string {
  for (const text of said) {
    const words = text.split(/\s+/)
    // Folding may change the length of a text, so the match is located by word, not by character.
    const at = words.findIndex((candidate) => fold(candidate).includes(word))
    if (at < 0) continue
    let from = at
    for (let length = 0; from > 0 && length < BEFORE_CHARACTERS; from--)
      length += (words[from - 1]?.length ?? 0) + 1
    const part = words.slice(from).join(' ')
    const cut =
      part.length > AFTER_CHARACTERS + BEFORE_CHARACTERS
        ? `${part.slice(0, AFTER_CHARACTERS + BEFORE_CHARACTERS).replace(/\s\S*$/, '')} …`
        : part
    return from > 0 ? `… ${cut}` : cut
  }
  return ''
}

/** Folds a text of several words; `foldWord` removes only characters inside words, not the spaces between them. */
function fold(text: string): string {
  return foldWord(text)
}
