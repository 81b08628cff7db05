/** Parses `[n]` citation marks: text as statements with their citations, and the texts that cite each source. */
import type { CheckedSentence } from '../../server/contract/chat-message.ts'
import { citationMarksIn, UNFINISHED_CITATION_MARK } from '../../server/contract/citation-mark.ts'

export interface CitationMarker {
  n: number
  /** Counts the citations of the answer from 0: a source cited twice has two ordinals. */
  ordinal: number
}

/** A piece of text and the citations that follow it. */
export interface Statement {
  text: string
  citations: readonly CitationMarker[]
  /** The nearest sentences of the records, when a language model wrote the text in its own words. */
  found?: CheckedSentence['found']
  /** The verdict on the sentence that ends here, when a language model wrote it. */
  check?: CheckedSentence
}

export type Paragraph = readonly Statement[]

/**
 * Parses a plain text whose only structure is blank lines and citation marks. Other markup stays in the text. While the
 * text streams, an unfinished mark at its end is hidden.
 * @example parseCitedText('Kim asks [1]. He waits.', new Set([1]))
 * // → [[{ text: 'Kim asks', citations: [{ n: 1, ordinal: 0 }] }, { text: '. He waits.', citations: [] }]]
 */
export function parseCitedText(text: string, sources: ReadonlySet<number>, streaming = false): Paragraph[] {
  const visibleText = streaming ? text.replace(UNFINISHED_CITATION_MARK, '') : text
  return withOrdinals(
    visibleText
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
      .map((paragraph) => splitAtCitations(paragraph, sources)),
  )
}

/**
 * Splits a text after each citation mark. Only numbers in `sources` become citations; any other number stays in the
 * text, so that the user sees the error.
 */
export function splitAtCitations(text: string, sources: ReadonlySet<number>): Statement[] {
  const statements: { text: string; citations: CitationMarker[] }[] = []
  let start = 0
  for (const mark of citationMarksIn(text)) {
    const cited = mark.numbers.filter((n) => sources.has(n))
    if (cited.length === 0) continue
    const unknown = mark.numbers.filter((n) => !sources.has(n))
    const words = text.slice(start, mark.start) + unknown.map((n) => ` [${n}]`).join('')
    start = mark.end
    // Several marks in a row belong to the same text.
    const previous = words === '' ? statements.at(-1) : undefined
    const statement = previous ?? { text: words, citations: [] }
    if (!previous) statements.push(statement)
    for (const n of cited)
      if (!statement.citations.some((citation) => citation.n === n))
        statement.citations.push({ n, ordinal: 0 })
  }
  if (start < text.length) statements.push({ text: text.slice(start), citations: [] })
  return statements
}

/** Numbers the citations of all paragraphs consecutively, from 0. */
export function withOrdinals(paragraphs: readonly Paragraph[]): Paragraph[] {
  let ordinal = 0
  return paragraphs.map((statements) =>
    statements.map((statement) => ({
      ...statement,
      citations: statement.citations.map(({ n }) => ({ n, ordinal: ordinal++ })),
    })),
  )
}

/** For each source, the texts that cite it, and the source's sentences nearest to them. */
export function claimsBySource(paragraphs: readonly Paragraph[]): Map<number, string[]> {
  const claims = new Map<number, string[]>()
  for (const statement of paragraphs.flat())
    for (const { n } of statement.citations)
      claims.set(n, [...(claims.get(n) ?? []), ...claimsOn(n, statement)])
  return claims
}

/** The statement's text, and the sentences of source `n` nearest to it. */
export function claimsOn(n: number, { text, found = [] }: Statement): string[] {
  return [text, ...found.filter((each) => each.n === n).map(({ sentence }) => sentence)]
}

/** The ordinal of the first citation of source `n`. */
export function firstOrdinal(
  paragraphs: readonly { statements: Paragraph }[],
  n: number,
): number | undefined {
  return paragraphs
    .flatMap(({ statements }) => statements)
    .flatMap(({ citations }) => citations)
    .find((citation) => citation.n === n)?.ordinal
}
