/** Searches conversations by words: each word must occur in the title or in the texts, in any order. */
import { foldWord } from '../../corpus/names/name-tokens.ts'
import { type ConversationHead, conversationTitle } from './conversation-head.ts'

export interface ConversationMatch {
  head: ConversationHead
  /** A piece of text with one of the words; absent if the title contains all of them. */
  excerpt?: string
}

/** Length of an excerpt before and after the first matching word. */
const EXCERPT_CHARACTERS_BEFORE = 24
const EXCERPT_CHARACTERS_AFTER = 90

/**
 * @param words the texts of each conversation, by its id; `undefined` while they are being read: only titles are
 * searched.
 */
export function searchConversations(
  heads: readonly ConversationHead[],
  query: string,
  words: ReadonlyMap<string, readonly string[]> | undefined,
): ConversationMatch[] {
  const queryWords = query.split(/\s+/).map(foldWord).filter(Boolean)
  if (queryWords.length === 0) return heads.map((head) => ({ head }))
  return heads.flatMap((head) => {
    const title = fold(conversationTitle(head))
    const missing = queryWords.filter((word) => !title.includes(word))
    if (missing.length === 0) return [{ head }]
    const searchable = words?.get(head.id) ?? []
    const folded = searchable.map(fold)
    if (!missing.every((word) => folded.some((text) => text.includes(word)))) return []
    return [{ head, excerpt: excerptAround(searchable, missing[0] ?? '') }]
  })
}

function excerptAround(searchable: readonly string[], word: string): string {
  for (const text of searchable) {
    const words = text.split(/\s+/)
    // Folding may change the length of a text, so the match is located by word, not by character.
    const at = words.findIndex((candidate) => fold(candidate).includes(word))
    if (at < 0) continue
    let from = at
    for (let length = 0; from > 0 && length < EXCERPT_CHARACTERS_BEFORE; from--)
      length += (words[from - 1]?.length ?? 0) + 1
    const part = words.slice(from).join(' ')
    const cut =
      part.length > EXCERPT_CHARACTERS_AFTER + EXCERPT_CHARACTERS_BEFORE
        ? `${part.slice(0, EXCERPT_CHARACTERS_AFTER + EXCERPT_CHARACTERS_BEFORE).replace(/\s\S*$/, '')} …`
        : part
    return from > 0 ? `… ${cut}` : cut
  }
  return ''
}

/** Folds a text of several words; `foldWord` removes only characters inside words, not the spaces between them. */
function fold(text: string): string {
  return foldWord(text)
}
