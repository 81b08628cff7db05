/** The text of an answer: paragraphs of sentences, each with the numbers of the sources that it cites. */
import type { CheckedSentence } from '../../server/contract/chat-message.ts'

export interface Citation {
  n: number
  /** Counts the citations of the answer from 0: two of the same source are two places in the text. */
  place: number
}

/** Some text, and the citations that follow it. */
export interface Statement {
  text: string
  citations: readonly Citation[]
  /** Sentences of the records nearest to it, where a language model said it in words of its own. */
  found?: CheckedSentence['found']
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
  const whole = streaming ? text.replace(PARTIAL_MARKER, '') : text
  return withPlaces(
    whole
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
      .map((paragraph) =>
        statementsIn(paragraph, MARKER, (marker) => {
          const n = Number(marker)
          return sources.has(n) ? { cited: [n], text: '' } : undefined
        }),
      ),
  )
}

/** What a marker cites, and what of it stays text; `undefined` where all of it does. */
export type ReadMarker = (numbers: string) => { cited: readonly number[]; text: string } | undefined

/** Text cut behind its markers. @param marker matches one, with its numbers as the first group. */
export function statementsIn(text: string, marker: RegExp, read: ReadMarker): Statement[] {
  const statements: { text: string; citations: Citation[] }[] = []
  let start = 0
  for (const match of text.matchAll(marker)) {
    const marked = read(match[1] ?? '')
    if (!marked) continue
    const words = text.slice(start, match.index) + marked.text
    start = match.index + match[0].length
    // Several markers in a row belong to the same words.
    const same = words === '' ? statements.at(-1) : undefined
    const statement = same ?? { text: words, citations: [] }
    if (!same) statements.push(statement)
    for (const n of marked.cited)
      if (!statement.citations.some((citation) => citation.n === n)) statement.citations.push({ n, place: 0 })
  }
  if (start < text.length) statements.push({ text: text.slice(start), citations: [] })
  return statements
}

/** The paragraphs with their citations counted through. */
export function withPlaces(paragraphs: readonly Paragraph[]): Paragraph[] {
  let place = 0
  return paragraphs.map((statements) =>
    statements.map((statement) => ({
      ...statement,
      citations: statement.citations.map(({ n }) => ({ n, place: place++ })),
    })),
  )
}

/** For each source, the texts that cite it, and its own sentences that are nearest to them. */
export function claimsBySource(paragraphs: readonly Paragraph[]): Map<number, string[]> {
  const claims = new Map<number, string[]>()
  for (const statement of paragraphs.flat())
    for (const { n } of statement.citations)
      claims.set(n, [...(claims.get(n) ?? []), ...claimsOn(n, statement)])
  return claims
}

/** What a statement says with a source's number. */
export function claimsOn(n: number, { text, found = [] }: Statement): string[] {
  return [text, ...found.filter((each) => each.n === n).map(({ sentence }) => sentence)]
}

/** The first place in the text that cites the source. */
export function firstPlace(paragraphs: readonly Paragraph[], n: number): number | undefined {
  return paragraphs
    .flat()
    .flatMap((statement) => statement.citations)
    .find((citation) => citation.n === n)?.place
}
