/**
 * Call numbers in a question ("RGANI, Fond 5, Opis 28, Delo 410", "telegram SEOUL 06928"): who writes one wants the
 * records that bear it and no others. Words and figures are compared; dashes, stops and capitals do not count.
 */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { type NameToken, nameTokens } from '../../corpus/names/name-tokens.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'

export interface Called {
  /** The records that bear it. */
  numbers: readonly DocumentNumber[]
  /** Where it stands in the question, the end excluded. */
  start: number
  end: number
}

type Place = Pick<Called, 'start' | 'end'>

interface Bearer {
  number: DocumentNumber
  words: readonly string[]
}

export class CallNumbers {
  /** By each of its words that has a figure, the records that bear the call number. */
  private readonly byFigure = new Map<string, Bearer[]>()
  private readonly words = new Set<string>()

  constructor(documents: readonly (ArchiveDocument | undefined)[]) {
    documents.forEach((document, number) => {
      const tokens = nameTokens(document?.archive ?? '')
      const bearer = { number, words: tokens.map(asCompared) }
      for (const { word } of tokens) this.words.add(word)
      for (const word of new Set(bearer.words.filter(hasFigure)))
        this.byFigure.set(word, [...(this.byFigure.get(word) ?? []), bearer])
    })
  }

  /** Whether a folded word stands in a call number: it is then no name that the archive lacks. */
  knows(word: string): boolean {
    return this.words.has(word)
  }

  /**
   * Whether a text is nothing but what looks like a call number, "SEOUL 99999": figures, and words that stand in call numbers.
   * @param dated where its periods stand. @param besides where words stand that do not count, as those for kinds.
   */
  isOne(text: string, dated: readonly Place[], besides: readonly Place[]): boolean {
    const tokens = nameTokens(text).filter(({ start }) => !isInside(besides, start))
    return (
      tokens.every(({ word }) => hasFigure(word) || this.words.has(word)) &&
      identifies(tokens, (token) => hasFigure(token.word) && !isInside(dated, token.start))
    )
  }

  /** The call numbers in a text. @param dated where its periods stand, whose figures are those of a time. */
  findIn(text: string, dated: readonly Place[]): Called[] {
    const tokens = nameTokens(text)
    const isFigure = (token: NameToken | undefined) =>
      token !== undefined && hasFigure(token.word) && !isInside(dated, token.start)
    const found: Called[] = []
    for (let place = 0; place < tokens.length; place += 1) {
      const token = tokens[place]
      if (!token || !isFigure(token) || found.some(({ end }) => token.start < end)) continue
      const run = this.longestAround(place, tokens)
      if (!run) continue
      const [first, last] = [tokens[run.from], tokens[run.to - 1]]
      const isWhole = !isFigure(tokens[run.from - 1]) && !isFigure(tokens[run.to])
      if (first && last && isWhole && identifies(tokens.slice(run.from, run.to), isFigure))
        found.push({ numbers: run.numbers, start: first.start, end: last.end })
    }
    return found
  }

  /** The longest run of the text's words around one of them that some call number has too. */
  private longestAround(place: number, tokens: readonly NameToken[]) {
    const words = tokens.map(asCompared)
    let longest: { from: number; to: number; numbers: DocumentNumber[] } | undefined
    for (const { number, words: theirs } of this.byFigure.get(words[place] ?? '') ?? [])
      theirs.forEach((word, position) => {
        if (word !== words[place]) return
        let [from, to] = [place, place + 1]
        while (from > 0 && words[from - 1] === theirs[position - (place - from) - 1]) from -= 1
        while (to < words.length && words[to] === theirs[position + (to - place)]) to += 1
        const length = longest ? longest.to - longest.from : 0
        if (to - from > length) longest = { from, to, numbers: [number] }
        else if (to - from === length && longest?.from === from && !longest.numbers.includes(number))
          longest.numbers.push(number)
      })
    return longest
  }
}

/** A figure of so many digits is a number of its own; one of fewer needs a word before it; a shorter one, other figures. */
const DIGITS_ALONE = 5
const DIGITS_WITH_WORD = 3

/**
 * Whether words identify a record or a file: "AZN 8283", "106-00642-02" and "C06092445" do, "Seoul 88" and "in 15" do not,
 * though some call number has the same.
 */
function identifies(run: readonly NameToken[], isFigure: (token: NameToken) => boolean): boolean {
  const figures = run.filter(isFigure)
  const most = Math.max(...figures.map(({ word }) => word.replace(/\D/g, '').length))
  if (most >= DIGITS_ALONE) return true
  const isMarked = run.some(
    ({ written, word }) => !hasFigure(word) && (/^\p{Lu}/u.test(written) || word in DIVISIONS),
  )
  if (!isMarked) return figures.length >= 3
  return figures.length >= 2 || most >= DIGITS_WITH_WORD
}

function isInside(places: readonly Place[], position: number): boolean {
  return places.some(({ start, end }) => start <= position && position < end)
}

function hasFigure(word: string): boolean {
  return /\d/.test(word)
}

/** How Soviet archives divide their holdings, in full and as it is shortened. */
const DIVISIONS: Readonly<Record<string, string>> = {
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

function asCompared({ word }: NameToken): string {
  return DIVISIONS[word] ?? word
}
