/** The text of an answer: paragraphs of sentences, each with the numbers of the sources that it cites. */
import type { CheckedSentence } from '../../server/chat/message.ts'

export interface Citation {
  n: number
  /** Counts the citations of the answer from 0: two of the same source are two places in the text. */
  place: number
}

/** Some text, and the citations that follow it. */
export interface Statement {
  text: string
  citations: readonly Citation[]
  /** The verdict on the sentence that ends here, where a language model wrote it. */
  check?: CheckedSentence
}

export type Paragraph = readonly Statement[]

// With the space that a writer may have left before it.
const MARKER = /\s*\[(\d{1,3})\]/g
const PARTIAL_MARKER = /\s*\[\d{0,3}$/

/**
 * Reads the `[n]` markers of an answer. Only numbers of its own sources are citations; all else, markup included,
 * stays text as it is. While the answer streams, a marker that has only begun is held back.
 */
export function parseAnswer(text: string, sources: ReadonlySet<number>, streaming = false): Paragraph[] {
  let place = 0
  const whole = streaming ? text.replace(PARTIAL_MARKER, '') : text
  return whole
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => {
      const statements: { text: string; citations: Citation[] }[] = []
      let start = 0
      for (const match of paragraph.matchAll(MARKER)) {
        const n = Number(match[1])
        if (!sources.has(n)) continue
        const text = paragraph.slice(start, match.index)
        start = match.index + match[0].length
        const last = statements.at(-1)
        // Several markers in a row belong to the same words.
        if (text !== '' || !last) statements.push({ text, citations: [{ n, place: place++ }] })
        else if (!last.citations.some((citation) => citation.n === n))
          last.citations.push({ n, place: place++ })
      }
      if (start < paragraph.length) statements.push({ text: paragraph.slice(start), citations: [] })
      return statements
    })
}

/** For each source, the texts that cite it. */
export function claimsBySource(paragraphs: readonly Paragraph[]): Map<number, string[]> {
  const claims = new Map<number, string[]>()
  for (const { text, citations } of paragraphs.flat())
    for (const { n } of citations) claims.set(n, [...(claims.get(n) ?? []), text])
  return claims
}

/** The first place in the text that cites the source. */
export function firstPlace(paragraphs: readonly Paragraph[], n: number): number | undefined {
  return paragraphs
    .flat()
    .flatMap((statement) => statement.citations)
    .find((citation) => citation.n === n)?.place
}
