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

  /** The text has ended: what is left is complete. */
  end(): CitedSentence[] {
    const rest = split(this.open)
    this.open = ''
    return rest.flatMap(cited)
  }
}

const MARK = String.raw`\[\d+(?:\s*[,;–-]\s*\d+)*\]`
/** A full stop, and citations after it. */
const STOP_BEFORE_MARKS = new RegExp(String.raw`([.!?。！？…]+["”’)»」]*)((?:\s*${MARK})+)`, 'g')

/**
 * Splits with each citation in its sentence. "Kim left. [1] Mao stayed." is split as "Kim left [1]. Mao stayed.", which
 * has the same length, so that the borders are those of the text as it is.
 */
function split(text: string): string[] {
  const turned = text.replace(STOP_BEFORE_MARKS, '$2$1')
  let from = 0
  return splitSentences(turned).map((sentence) => {
    const start = turned.indexOf(sentence, from)
    from = start + sentence.length
    return text.slice(start, from)
  })
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
