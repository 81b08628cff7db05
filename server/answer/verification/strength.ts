/** How strongly a sentence asserts, against its records: "had sent" for "is to send", "promised" for "was asked". */
import { isAbsolute } from './absolutes.ts'
import { isPast, LIGHT } from './meanings.ts'
import type { Objection } from './objection.ts'
import type { ReadWord } from './read-text.ts'

/**
 * @param near words of the record's sentences that are nearest to the sentence.
 * @param all words of the whole record.
 * @param wellCarried whether the record carries the rest of the sentence: then a deed that it does not tell is too much,
 * and not another word for one.
 */
export function overstatements(
  sentence: readonly ReadWord[],
  near: readonly ReadWord[],
  all: readonly ReadWord[],
  wellCarried: boolean,
): Objection[] {
  return sentence
    .filter(
      (word, index) =>
        isAbsolute(sentence, index, near) ||
        bindsWithout(all, sentence, index) ||
        (isDeed(sentence, index) && !isDone(word, near, all, wellCarried)),
    )
    .map(({ written }) => ({ check: 'strength', text: written, certain: false }))
}

/** Roots of what binds its actor more than most that could be said instead: the record must tell of such an act. */
const COMMITTING = new Set(
  'decid decis resolv order command promis pledg vow guarante swear undertak commit adopt approv ratifi sign confirm verifi establish prove agre consent accept conclud launch forc compel'.split(
    ' ',
  ),
)

/** Whether a word binds its actor by an act of which the record tells nothing. */
function bindsWithout(record: readonly ReadWord[], words: readonly ReadWord[], index: number): boolean {
  const word = words[index]
  if (!word || !COMMITTING.has(word.root) || word.denied) return false
  return (
    words[index - 1]?.word !== 'in' &&
    !record.some((other) => other.root === word.root || shareMeaning(word, other))
  )
}

function shareMeaning(a: ReadWord, b: ReadWord): boolean {
  return a.meanings.some(({ meaning }) => b.meanings.some((other) => other.meaning === meaning))
}

/** Before these a past form is no deed: "a planned visit", "was received by". */
const NO_DEED_AFTER = /^(?:a|an|the|by|of|is|are|was|were|be|been|its|his|their)$/

/** Whether a word says that something was done, outright ("sent") or as done before ("had sent"). */
function isDeed(words: readonly ReadWord[], index: number): boolean {
  const word = words[index]
  if (!word?.content || LIGHT.has(word.root) || !isPast(word.word)) return false
  if (word.mode === 'done') return true
  return word.mode === 'plain' && !word.denied && !NO_DEED_AFTER.test(words[index - 1]?.word ?? '')
}

/** Whether the record tells the deed otherwise than as wished, feared or denied. What is said outright is held to its own word alone. */
function isDone(
  word: ReadWord,
  near: readonly ReadWord[],
  all: readonly ReadWord[],
  wellCarried: boolean,
): boolean {
  const outright = word.mode === 'plain'
  const isSame = (other: ReadWord) =>
    word.meanings.some((a) => other.meanings.some((b) => a.meaning === b.meaning && a.side === b.side))
  const firstOf = (test: (other: ReadWord) => boolean) => {
    const found = near.filter(test)
    return found.length > 0 ? found : all.filter(test)
  }
  const sameRoot = firstOf(({ root }) => root === word.root)
  const same = sameRoot.length > 0 || outright ? sameRoot : firstOf(isSame)
  if (same.length === 0) return outright || !wellCarried || all.some((other) => sharesBeginning(word, other))
  return same.some(({ mode, denied }) => mode !== 'open' && (!denied || word.denied))
}

function sharesBeginning(a: ReadWord, b: ReadWord): boolean {
  return a.root.length >= 5 && b.root.startsWith(a.root.slice(0, 5))
}
