/** Splits a streaming answer into sentences, each with the numbers that it cites: those in it and directly after it. */
import { splitSentences } from '../../../embeddings/split-sentences.ts'
import { CITATION_MARK_PATTERN, citedNumbersIn } from '../../contract/citation-mark.ts'
import { type CheckableLine, ClaimLineFilter, LIST_MARKER } from './claim-lines.ts'
import type { LineKind, LinePiece } from './markdown/plain-lines.ts'
import { type QuotedSpan, quotedSpansIn } from './quoted-spans.ts'

export interface CitedSentence {
  /** Verbatim, including its citation marks. */
  text: string
  citations: number[]
  /** Set for an entry of a source list: its numbers must exist, but it claims nothing. */
  listsSources?: true
}

export class CitedSentenceSplitter {
  /** The current line, without the sentences already emitted. */
  private currentLine = ''
  private kind: LineKind | undefined
  /** Whether sentences of the current line have been emitted. */
  private hasEmittedSentences = false
  /** Length of `currentLine` at which it is split again: splitting at each character would take O(n²). */
  private nextSplitLength = 0
  private readonly lines = new ClaimLineFilter()

  /** Takes more text; returns the sentences that are now complete. */
  add(pieces: readonly LinePiece[]): CitedSentence[] {
    const complete: CitedSentence[] = []
    for (const { breaks, text, kind } of pieces) {
      if (breaks > 0) complete.push(...this.finishLine())
      this.currentLine += text
      this.kind = kind
    }
    return [...complete, ...this.takeCompleteSentences()]
  }

  /** The text has ended: returns the rest; of a text that broke off, only the sentences that end with a full stop. */
  end(brokenOff = false): CitedSentence[] {
    const rest = this.finishLine()
    return brokenOff ? rest.filter(({ text }) => ENDS_WITH_STOP.test(text)) : rest
  }

  /** Emits all sentences of the line but the last one: a citation may still follow that one. */
  private takeCompleteSentences(): CitedSentence[] {
    if (this.lines.needsCompleteLine || this.currentLine.length < this.nextSplitLength) return []
    this.nextSplitLength = this.currentLine.length * RESPLIT_GROWTH
    const complete = splitLine(this.currentLine, false)
    const last = complete.pop()
    if (last === undefined || complete.length === 0) return []
    this.currentLine = this.currentLine.slice(this.currentLine.lastIndexOf(last))
    this.nextSplitLength = 0
    this.hasEmittedSentences = true
    return complete.flatMap(toCitedSentence)
  }

  private finishLine(): CitedSentence[] {
    const { currentLine: line, hasEmittedSentences, kind } = this
    this.currentLine = ''
    this.hasEmittedSentences = false
    this.nextSplitLength = 0
    const sentences = splitLine(line)
    if (hasEmittedSentences) return sentences.flatMap(toCitedSentence)
    return this.lines.linesToCheck(line, { sentences: sentences.length, kind }).flatMap(sentencesOf)
  }
}

function sentencesOf({ text, listsSources }: CheckableLine): CitedSentence[] {
  if (!listsSources) return splitLine(text).flatMap(toCitedSentence)
  const [citations, entry] = [citedNumbersIn(text), text.trim()]
  return citations.length > 0 ? [{ text: entry, citations, listsSources }] : []
}

/** A line is split again when it has grown by this factor. */
const RESPLIT_GROWTH = 1.1

/** A full stop with citations after it. */
const STOP_BEFORE_CITATIONS = new RegExp(
  String.raw`(?<![.!?。！？…])([.!?。！？…]+["”’)»」]*)((?:\s*${CITATION_MARK_PATTERN})+)`,
  'g',
)
const ENDS_WITH_STOP = new RegExp(String.raw`[.!?。！？…]["”’)»」]*(?:\s*${CITATION_MARK_PATTERN})*\s*$`)
/** A citation and a full stop end a sentence even before a number ("8 июля", "15 men"). */
const CITED_STOP_BEFORE_NUMBER = new RegExp(
  String.raw`(?<!\s)(?=\s)(?<=${CITATION_MARK_PATTERN}[.!?…]+["”’)»」]*)\s+(?=\p{N})`,
  'u',
)
/** A citation and a full stop end a sentence also within a quotation. */
const CITED_STOP = new RegExp(String.raw`${CITATION_MARK_PATTERN}[.!?。！？…]+\s`, 'g')

/**
 * Splits a line into sentences, each including its citations. To do so, "Kim left. [1] Mao stayed." is split as
 * "Kim left [1]. Mao stayed.", which has the same length, so the offsets are valid in the original text.
 * @param ended whether the line is complete; if not, the last sentence is the part that further text may change
 * @example splitLine('Kim left. [1] Mao stayed.') // ['Kim left. [1]', 'Mao stayed.']
 */
function splitLine(text: string, ended = true): string[] {
  const turned = text.replace(STOP_BEFORE_CITATIONS, '$2$1')
  const quotations = quotedSpansIn(turned, CITED_STOP, ended)
  const pieces: Span[] = []
  for (const sentence of splitSentences(turned).flatMap((sentence) =>
    sentence.split(CITED_STOP_BEFORE_NUMBER),
  )) {
    const last = pieces.at(-1)
    const start = turned.indexOf(sentence, last?.end ?? 0)
    const end = start + sentence.length
    const next = turned.slice(start)
    if (
      last &&
      ((!ended && !FIRST_WORD_COMPLETE.test(next)) || continuesInto(last, next, turned, quotations))
    )
      last.end = end
    else pieces.push({ start, end })
  }
  return pieces.map(({ start, end }) => text.slice(start, end))
}

interface Span {
  start: number
  end: number
}

/** The first word of the next sentence is complete: it may decide whether a new sentence starts. */
const FIRST_WORD_COMPLETE = /\p{L}+[^\p{L}]|\p{L}{20}/u
/** A full stop that ends no sentence: after a list number, which may be a year, and in Russian abbreviations ("в 1984 г. Хонеккер"). */
const NO_SENTENCE_END =
  /^[\s•]*\d{1,4}[.)]$|(?:^|[\s(«„])(?:г|гг|в|вв|т|тов|тт|им|ул|ген|проф|акад|гр|ср|см|стр)\.$/u
/** German dates: "Am 30. Mai 1984". */
const DAY_NUMBER_AT_END = /(?:^|\s)\d{1,2}\.$/
const GERMAN_MONTH =
  /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u
/** No sentence begins with these in the middle of a line. */
const CANNOT_BEGIN_SENTENCE = /^[,;:)—–]/
/** More than the patterns above need before the end of a sentence. */
const MAX_TAIL_CHARACTERS = 12

/** Whether a sentence that seems to end continues in `next`. */
function continuesInto(piece: Span, next: string, line: string, quotations: readonly QuotedSpan[]): boolean {
  const tail = line.slice(Math.max(piece.start, piece.end - MAX_TAIL_CHARACTERS), piece.end)
  if (
    NO_SENTENCE_END.test(tail) ||
    CANNOT_BEGIN_SENTENCE.test(next) ||
    (DAY_NUMBER_AT_END.test(tail) && GERMAN_MONTH.test(next))
  )
    return true
  return (
    quotations.some(({ start, end }) => start < piece.end && piece.end < end) ||
    isUncitedQuotation(piece, line, quotations)
  )
}

/** A sentence that is only a quotation without citation: its speaker comes next. `"Only bodies." Pak said so [1].` */
function isUncitedQuotation({ start, end }: Span, line: string, quotations: readonly QuotedSpan[]): boolean {
  const text = line.slice(start, end)
  const from = start + (LIST_MARKER.exec(text)?.[0].length ?? 0)
  const to = start + text.trimEnd().length
  return (
    citedNumbersIn(text).length === 0 && quotations.some((each) => each.start === from && each.end === to)
  )
}

function toCitedSentence(text: string): CitedSentence | [] {
  if (!/\p{L}|\d/u.test(text)) return []
  return { text: text.trim(), citations: citedNumbersIn(text) }
}
