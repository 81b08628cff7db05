/** The sentences of an answer as they complete, each with the numbers that it cites: those in it and right after it. */
import { splitSentences } from '../../../embeddings/sentences.ts'

export interface CitedSentence {
  /** Verbatim, with its citations. */
  text: string
  citations: number[]
}

export class SentencesAsTheyCome {
  private open = ''

  /** Takes more of the text; answers the sentences that are complete with it. */
  add(text: string): CitedSentence[] {
    this.open += text
    const lineEnd = this.open.lastIndexOf('\n')
    const whole = this.open
      .slice(0, lineEnd + 1)
      .split('\n')
      .flatMap(split)
    const line = this.open.slice(lineEnd + 1)
    const begun = split(line)
    // What comes next may be a citation: the last sentence is complete when another has begun.
    const last = begun.pop()
    this.open = last === undefined ? line : line.slice(line.lastIndexOf(last))
    return [...whole, ...begun].flatMap(cited)
  }

  /** The text has ended: what is left is complete, or, where the text was broken off, what of it has come to a stop. */
  end(brokenOff = false): CitedSentence[] {
    const rest = split(this.open)
    this.open = ''
    return (brokenOff ? rest.filter((sentence) => STOPPED.test(sentence)) : rest).flatMap(cited)
  }
}

const MARK = String.raw`\[\d+(?:\s*[,;–-]\s*\d+)*\]`
/** A full stop, and citations after it. */
const STOP_BEFORE_MARKS = new RegExp(String.raw`([.!?。！？…]+["”’)»」]*)((?:\s*${MARK})+)`, 'g')
const STOPPED = new RegExp(String.raw`[.!?。！？…]["”’)»」]*(?:\s*${MARK})*\s*$`)
/** A citation and a full stop end a sentence, also where the next one begins with a number ("8 июля", "15 men"). */
const BEFORE_NUMBER = new RegExp(String.raw`(?<=${MARK}[.!?…]+["”’)»」]*)\s+(?=\p{N})`, 'u')
/** What goes on in the next piece: the number of a list's item, and Russian abbreviations ("в 1984 г. Хонеккер"). */
const GOES_ON = /^\d{1,2}[.)]$|(?:^|[\s(«„])(?:г|гг|в|вв|т|тов|тт|им|ул|ген|проф|акад|гр|ср|см|стр)\.$/u
/** Longer than any of these. In characters. */
const LONGEST_TAIL = 12

/**
 * Splits with each citation in its sentence. "Kim left. [1] Mao stayed." is split as "Kim left [1]. Mao stayed.", which
 * has the same length, so that the borders are those of the text as it is.
 */
function split(text: string): string[] {
  const turned = text.replace(STOP_BEFORE_MARKS, '$2$1')
  const pieces: { start: number; end: number }[] = []
  for (const sentence of splitSentences(turned).flatMap((sentence) => sentence.split(BEFORE_NUMBER))) {
    const last = pieces.at(-1)
    const start = turned.indexOf(sentence, last?.end ?? 0)
    const end = start + sentence.length
    const tail = last && turned.slice(Math.max(last.start, last.end - LONGEST_TAIL), last.end)
    if (last && tail && GOES_ON.test(tail)) last.end = end
    else pieces.push({ start, end })
  }
  return pieces.map(({ start, end }) => text.slice(start, end))
}

function cited(text: string): CitedSentence | [] {
  if (!/\p{L}|\d/u.test(text)) return []
  return { text: text.trim(), citations: citationsIn(text) }
}

/** More than this in one mark, such as [1-99], is no citation but a wish for one; the first ones are enough to refuse it. */
const MOST_IN_RANGE = 20

/** `[2]`, `[2, 5]`, `[2–4]`: each number once, in order. */
export function citationsIn(text: string): number[] {
  const numbers = [...text.matchAll(new RegExp(MARK, 'g'))].flatMap(([mark]) =>
    [...mark.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from, to]) =>
      range(Number(from), Number(to ?? from)),
    ),
  )
  return [...new Set(numbers)]
}

function range(from: number, to: number): number[] {
  const length = Math.min(Math.max(1, to - from + 1), MOST_IN_RANGE)
  return Array.from({ length }, (_, index) => from + index)
}
