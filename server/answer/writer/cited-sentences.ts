/** The sentences of an answer as they complete, each with the numbers that it cites: those in it and right after it. */
import { splitSentences } from '../../../embeddings/sentences.ts'
import { CITATION_MARK, citationsIn } from '../../contract/citation-mark.ts'
import { type Line, LinesOfClaims } from './lines-of-claims.ts'
import type { LineKind, Piece } from './markdown/plain-lines.ts'
import { type Quotation, quotationsIn } from './quoted-speech.ts'

export interface CitedSentence {
  /** Verbatim, with its citations. */
  text: string
  citations: number[]
  /** An entry of a list of sources: its numbers must be those of sources, but it claims nothing. */
  listsSources?: true
}

export class SentencesAsTheyCome {
  /** The line that is open, or what of it has not been told. */
  private open = ''
  private kind: LineKind | undefined
  /** Whether sentences of that line have been told. */
  private begun = false
  /** How long it must be before it is searched for another: to search it at each letter would take n² time. */
  private lookAgain = 0
  private readonly lines = new LinesOfClaims()

  /** Takes more of the text; answers the sentences that are complete with it. */
  add(pieces: readonly Piece[]): CitedSentence[] {
    const complete: CitedSentence[] = []
    for (const { breaks, text, kind } of pieces) {
      if (breaks > 0) complete.push(...this.finish())
      this.open += text
      this.kind = kind
    }
    return [...complete, ...this.begin()]
  }

  /** The text has ended: what is left is complete, or, where the text was broken off, what of it has come to a stop. */
  end(brokenOff = false): CitedSentence[] {
    const rest = this.finish()
    return brokenOff ? rest.filter(({ text }) => STOPPED.test(text)) : rest
  }

  /** What follows may be a citation: the last sentence of a line is complete when another has begun. */
  private begin(): CitedSentence[] {
    if (this.lines.mustWait || this.open.length < this.lookAgain) return []
    this.lookAgain = this.open.length * GROWN
    const complete = split(this.open, false)
    const last = complete.pop()
    if (last === undefined || complete.length === 0) return []
    this.open = this.open.slice(this.open.lastIndexOf(last))
    this.lookAgain = 0
    this.begun = true
    return complete.flatMap(cited)
  }

  private finish(): CitedSentence[] {
    const { open: line, begun, kind } = this
    this.open = ''
    this.begun = false
    this.lookAgain = 0
    const sentences = split(line)
    if (begun) return sentences.flatMap(cited)
    return this.lines.take(line, { sentences: sentences.length, kind }).flatMap(sentencesOf)
  }
}

function sentencesOf({ text, listsSources }: Line): CitedSentence[] {
  if (!listsSources) return split(text).flatMap(cited)
  const [citations, entry] = [citationsIn(text), text.trim()]
  return citations.length > 0 ? [{ text: entry, citations, listsSources }] : []
}

/** By what share a line grows until it is searched again. */
const GROWN = 1.1

/** A full stop, and citations after it. */
const STOP_BEFORE_MARKS = new RegExp(
  String.raw`(?<![.!?。！？…])([.!?。！？…]+["”’)»」]*)((?:\s*${CITATION_MARK})+)`,
  'g',
)
const STOPPED = new RegExp(String.raw`[.!?。！？…]["”’)»」]*(?:\s*${CITATION_MARK})*\s*$`)
/** A citation and a full stop end a sentence, also where the next one begins with a number ("8 июля", "15 men"). */
const BEFORE_NUMBER = new RegExp(
  String.raw`(?<!\s)(?=\s)(?<=${CITATION_MARK}[.!?…]+["”’)»」]*)\s+(?=\p{N})`,
  'u',
)
/** They do so within a quotation, too. */
const CITED_STOP = new RegExp(String.raw`${CITATION_MARK}[.!?。！？…]+\s`, 'g')

/**
 * Splits a line with each citation in its sentence. "Kim left. [1] Mao stayed." is split as "Kim left [1]. Mao stayed.",
 * which has the same length, so that the borders are those of the text as it is.
 * @param ended whether the line is whole; else the last piece is all that more text may change
 */
function split(text: string, ended = true): string[] {
  const turned = text.replace(STOP_BEFORE_MARKS, '$2$1')
  const quotations = quotationsIn(turned, CITED_STOP, ended)
  const pieces: Span[] = []
  for (const sentence of splitSentences(turned).flatMap((sentence) => sentence.split(BEFORE_NUMBER))) {
    const last = pieces.at(-1)
    const start = turned.indexOf(sentence, last?.end ?? 0)
    const end = start + sentence.length
    const next = turned.slice(start)
    if (last && ((!ended && !BEGUN.test(next)) || goesOn(last, next, turned, quotations))) last.end = end
    else pieces.push({ start, end })
  }
  return pieces.map(({ start, end }) => text.slice(start, end))
}

interface Span {
  start: number
  end: number
}

/** A sentence whose first word is whole: that word may tell whether it is one. */
const BEGUN = /\p{L}+[^\p{L}]|\p{L}{20}/u
/** What goes on in the next piece: the number of a list's item, which may be a year, and Russian abbreviations ("в 1984 г. Хонеккер"). */
const GOES_ON = /^[\s•]*\d{1,4}[.)]$|(?:^|[\s(«„])(?:г|гг|в|вв|т|тов|тт|им|ул|ген|проф|акад|гр|ср|см|стр)\.$/u
/** "Am 30. Mai 1984". */
const DAY = /(?:^|\s)\d{1,2}\.$/
const GERMAN_MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u
/** What no sentence begins with in the middle of a line. */
const WITHIN = /^[,;:)—–]/
/** Longer than what these look at before a border. In characters. */
const LONGEST_TAIL = 12
/** The mark of an item before the first word of a line. */
const ITEM = /^\s*(?:•\s+)?(?:\d{1,2}[.)]\s+)?/

/** Whether a sentence that seems to end goes on in what follows. */
function goesOn(piece: Span, next: string, line: string, quotations: readonly Quotation[]): boolean {
  const tail = line.slice(Math.max(piece.start, piece.end - LONGEST_TAIL), piece.end)
  if (GOES_ON.test(tail) || WITHIN.test(next) || (DAY.test(tail) && GERMAN_MONTH.test(next))) return true
  return (
    quotations.some(({ start, end }) => start < piece.end && piece.end < end) ||
    isQuotation(piece, line, quotations)
  )
}

/** A quotation that is all of the sentence and cites nothing: who says so comes next. `"Only bodies." Pak said so [1].` */
function isQuotation({ start, end }: Span, line: string, quotations: readonly Quotation[]): boolean {
  const text = line.slice(start, end)
  const from = start + (ITEM.exec(text)?.[0].length ?? 0)
  const to = start + text.trimEnd().length
  return citationsIn(text).length === 0 && quotations.some((each) => each.start === from && each.end === to)
}

function cited(text: string): CitedSentence | [] {
  if (!/\p{L}|\d/u.test(text)) return []
  return { text: text.trim(), citations: citationsIn(text) }
}
