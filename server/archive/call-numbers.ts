/**
 * Finds call numbers in a question ("RGANI, Fond 5, Opis 28, Delo 410", "telegram SEOUL 06928") and the records that have
 * them. A user who writes a call number wants these records only. Words and numbers are compared; punctuation and case
 * are ignored.
 */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type NameToken, nameTokens } from '../../corpus/names/name-tokens.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'

export interface CallNumberMatch {
  /** The records with this call number. */
  numbers: readonly DocumentNumber[]
  /** UTF-16 offsets in the question, end exclusive. */
  start: number
  end: number
}

type Span = Pick<CallNumberMatch, 'start' | 'end'>

interface RecordCallNumber {
  number: DocumentNumber
  words: readonly string[]
}

export class CallNumbers {
  /** Word with a digit → the records whose call number has this word. */
  private readonly byFigure = new Map<string, RecordCallNumber[]>()
  private readonly words = new Set<string>()

  constructor(documents: readonly (ArchiveDocument | undefined)[]) {
    documents.forEach((document, number) => {
      const tokens = nameTokens(document?.archive ?? '')
      const record = { number, words: tokens.map(comparableWord) }
      for (const { word } of tokens) this.words.add(word)
      for (const word of new Set(record.words.filter(hasFigure)))
        this.byFigure.set(word, [...(this.byFigure.get(word) ?? []), record])
    })
  }

  /** Whether a folded word occurs in some call number. Such a word is not an unknown name. */
  containsWord(word: string): boolean {
    return this.words.has(word)
  }

  /**
   * Whether the whole text looks like a call number: numbers, and words that occur in call numbers.
   * @param periodSpans spans of the text's periods, whose numbers are dates
   * @param ignoredSpans spans of words to ignore, such as kinds of document
   * @example looksLikeCallNumber('SEOUL 99999', [], []) // true, although no record has this number
   */
  looksLikeCallNumber(text: string, periodSpans: readonly Span[], ignoredSpans: readonly Span[]): boolean {
    const tokens = nameTokens(text).filter(({ start }) => !isInAnySpan(ignoredSpans, start))
    return (
      tokens.every(({ word }) => hasFigure(word) || this.words.has(word)) &&
      isDistinctive(tokens, (token) => hasFigure(token.word) && !isInAnySpan(periodSpans, token.start))
    )
  }

  /** The call numbers in a text. @param periodSpans spans of the text's periods, whose numbers are dates */
  findIn(text: string, periodSpans: readonly Span[]): CallNumberMatch[] {
    const tokens = nameTokens(text)
    const isFigure = (token: NameToken | undefined) =>
      token !== undefined && hasFigure(token.word) && !isInAnySpan(periodSpans, token.start)
    const found: CallNumberMatch[] = []
    for (let position = 0; position < tokens.length; position += 1) {
      const token = tokens[position]
      if (!token || !isFigure(token) || found.some(({ end }) => token.start < end)) continue
      const run = this.longestMatchAround(position, tokens)
      if (!run) continue
      const [first, last] = [tokens[run.from], tokens[run.to - 1]]
      const isWhole = !isFigure(tokens[run.from - 1]) && !isFigure(tokens[run.to])
      if (first && last && isWhole && isDistinctive(tokens.slice(run.from, run.to), isFigure))
        found.push({ numbers: run.numbers, start: first.start, end: last.end })
    }
    return found
  }

  /** The longest sequence of words around a position of the text that also occurs in some call number. */
  private longestMatchAround(position: number, tokens: readonly NameToken[]) {
    const words = tokens.map(comparableWord)
    let longest: { from: number; to: number; numbers: DocumentNumber[] } | undefined
    for (const { number, words: theirs } of this.byFigure.get(words[position] ?? '') ?? [])
      theirs.forEach((word, otherPosition) => {
        if (word !== words[position]) return
        let [from, to] = [position, position + 1]
        while (from > 0 && words[from - 1] === theirs[otherPosition - (position - from) - 1]) from -= 1
        while (to < words.length && words[to] === theirs[otherPosition + (to - position)]) to += 1
        const length = longest ? longest.to - longest.from : 0
        if (to - from > length) longest = { from, to, numbers: [number] }
        else if (to - from === length && longest?.from === from && !longest.numbers.includes(number))
          longest.numbers.push(number)
      })
    return longest
  }
}

/** A number of 5 digits or more is distinctive alone, one of 3 or 4 together with a marked word, a shorter one with other numbers. */
const MIN_DIGITS_ALONE = 5
const MIN_DIGITS_WITH_WORD = 3

/**
 * Whether the words are distinctive enough for a call number: "AZN 8283", "106-00642-02" and "C06092445" are; "Seoul 88" and
 * "in 15" are not, although some call numbers contain them.
 */
function isDistinctive(run: readonly NameToken[], isFigure: (token: NameToken) => boolean): boolean {
  const figures = run.filter(isFigure)
  const maxDigits = Math.max(...figures.map(({ word }) => word.replace(/\D/g, '').length))
  if (maxDigits >= MIN_DIGITS_ALONE) return true
  const isMarked = run.some(
    ({ written, word }) =>
      !hasFigure(word) && (/^\p{Lu}/u.test(written) || word in SOVIET_DIVISION_ABBREVIATIONS),
  )
  if (!isMarked) return figures.length >= 3
  return figures.length >= 2 || maxDigits >= MIN_DIGITS_WITH_WORD
}

function isInAnySpan(spans: readonly Span[], position: number): boolean {
  return spans.some(({ start, end }) => start <= position && position < end)
}

function hasFigure(word: string): boolean {
  return /\d/.test(word)
}

/** Units of Soviet archives (fond, opis, delo, …) → their abbreviation. */
const SOVIET_DIVISION_ABBREVIATIONS: Readonly<Record<string, string>> = {
  fond: 'f',
  f: 'f',
  opis: 'op',
  op: 'op',
  papka: 'p',
  p: 'p',
  pp: 'p',
  delo: 'd',
  d: 'd',
  list: 'l',
  listy: 'l',
  l: 'l',
  ll: 'l',
}

function comparableWord({ word }: NameToken): string {
  return SOVIET_DIVISION_ABBREVIATIONS[word] ?? word
}
