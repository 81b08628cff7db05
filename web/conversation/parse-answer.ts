/** `[n]` in a text as citations: statements with the numbers that follow them, and what each source is cited for. */
import type { CheckedSentence } from '../../server/contract/chat-message.ts'
import { marksIn, UNFINISHED_MARK } from '../../server/contract/citation-mark.ts'

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

/**
 * A text that says of itself nothing but what it cites. Markup stays as it is. While the text streams, a mark that has
 * only begun is held back.
 */
export function parseAnswer(text: string, sources: ReadonlySet<number>, streaming = false): Paragraph[] {
  const whole = streaming ? text.replace(UNFINISHED_MARK, '') : text
  return withPlaces(
    whole
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean)
      .map((paragraph) => statementsIn(paragraph, sources)),
  )
}

/**
 * Text cut behind its marks. Only numbers of its own sources are citations; any other stays in the text: an error that
 * the reader must see.
 */
export function statementsIn(text: string, sources: ReadonlySet<number>): Statement[] {
  const statements: { text: string; citations: Citation[] }[] = []
  let start = 0
  for (const mark of marksIn(text)) {
    const cited = mark.numbers.filter((n) => sources.has(n))
    if (cited.length === 0) continue
    const unknown = mark.numbers.filter((n) => !sources.has(n))
    const words = text.slice(start, mark.start) + unknown.map((n) => ` [${n}]`).join('')
    start = mark.end
    // Several marks in a row belong to the same words.
    const same = words === '' ? statements.at(-1) : undefined
    const statement = same ?? { text: words, citations: [] }
    if (!same) statements.push(statement)
    for (const n of cited)
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
export function firstPlace(paragraphs: readonly { statements: Paragraph }[], n: number): number | undefined {
  return paragraphs
    .flatMap(({ statements }) => statements)
    .flatMap(({ citations }) => citations)
    .find((citation) => citation.n === n)?.place
}
