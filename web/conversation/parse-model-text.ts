/**
 * Parses an answer written by a language model: each line is a paragraph, split at the ends of its sentences, so that
 * citation numbers and verdict follow each sentence. The server has removed the markup before it checked the text.
 */
import type { CheckedSentence } from '../../server/contract/chat-message.ts'
import { UNFINISHED_CITATION_MARK } from '../../server/contract/citation-mark.ts'
import { type Paragraph, type Statement, splitAtCitations, withOrdinals } from './parse-cited-text.ts'

/** A piece of a line, with the verdict on the sentence that ends there. */
interface LinePiece {
  text: string
  check?: CheckedSentence
}

/** @param checked the sentences checked so far, verbatim, in text order */
export function parseModelText(
  text: string,
  sources: ReadonlySet<number>,
  checked: readonly CheckedSentence[],
): Paragraph[] {
  const visibleText = text.replace(UNFINISHED_CITATION_MARK, '')
  const spans = findSentenceSpans(checked, visibleText)
  const paragraphs: Paragraph[] = []
  let start = 0
  for (const line of visibleText.split('\n')) {
    const end = start + line.length
    const spansInLine = spans.filter((span) => span.start >= start && span.end <= end)
    const pieces = cutLine(visibleText, start, end, spansInLine)
    const shown = trimStatements(pieces.flatMap((piece) => statementsOfPiece(piece, sources)))
    if (shown.length > 0) paragraphs.push(shown)
    start = end + 1
  }
  return withOrdinals(paragraphs)
}

interface SentenceSpan {
  start: number
  end: number
  check: CheckedSentence
}

/** Finds the spans of the checked sentences in the text. */
function findSentenceSpans(checked: readonly CheckedSentence[], text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = []
  let from = 0
  for (const check of checked) {
    const sentence = check.text.replace(UNFINISHED_CITATION_MARK, '')
    const start = text.indexOf(sentence, from)
    if (start < 0) continue
    from = start + sentence.length
    spans.push({ start, end: from, check })
  }
  return spans
}

/** Splits a line into its checked sentences (each with the space before it) and the text between and after them. */
function cutLine(text: string, from: number, to: number, spans: readonly SentenceSpan[]): LinePiece[] {
  const pieces: LinePiece[] = []
  let start = from
  for (const span of spans) {
    const between = text.slice(start, span.start)
    if (between.trim() !== '') {
      pieces.push({ text: between })
      start = span.start
    }
    pieces.push({ text: text.slice(start, span.end), check: span.check })
    start = span.end
  }
  return [...pieces, { text: text.slice(start, to) }]
}

function statementsOfPiece({ text, check }: LinePiece, sources: ReadonlySet<number>): Statement[] {
  const statements = withPunctuationBeforeNumbers(
    withAdjacentCitationsMerged(splitAtCitations(text, sources)),
  )
  const last = statements.at(-1)
  if (!last || !check) return statements
  const added = check.added ? check.citations.filter((n) => sources.has(n)) : []
  const citations = [...last.citations, ...added.map((n) => ({ n, ordinal: 0 }))]
  // An unsupported sentence has no evidence to mark in a record; the verdict's explanation shows the nearest sentence.
  const found = check.verdict === 'unsupported' ? [] : check.found
  return [
    ...statements.slice(0, -1).map((statement) => ({ ...statement, found })),
    { ...last, citations, found, check },
  ]
}

/** Merges citations separated only by punctuation: "[1], [2]" → "[1] [2]". */
function withAdjacentCitationsMerged(statements: readonly Statement[]): Statement[] {
  const merged: Statement[] = []
  for (const statement of statements) {
    const last = merged.at(-1)
    const { citations } = statement
    if (last && last.citations.length > 0 && citations.length > 0 && /^\s?[,;]\s*$/.test(statement.text))
      merged[merged.length - 1] = {
        ...last,
        citations: [
          ...last.citations,
          ...citations.filter(({ n }) => last.citations.every((each) => each.n !== n)),
        ],
      }
    else merged.push(statement)
  }
  return merged
}

/** Moves punctuation before the number, as in quotations: "Kim asks [1]." → "Kim asks. [1]" */
function withPunctuationBeforeNumbers(statements: readonly Statement[]): Statement[] {
  const moved = statements.map((statement) => ({ ...statement }))
  moved.forEach((statement, index) => {
    const before = moved[index - 1]
    const [punctuation = ''] = /^\s?[.,;:!?。！？…]+["”’)»」]*/.exec(statement.text) ?? []
    if (!before || punctuation === '') return
    const mark = punctuation.trimStart()
    // "He waits. [1]." would get a second full stop.
    if (mark !== '.' || !/[.!?。！？…]["”’)»」]*$/.test(before.text)) before.text += mark
    statement.text = statement.text.slice(punctuation.length)
  })
  return moved.filter(({ text, citations }) => text.trim() !== '' || citations.length > 0)
}

/** Removes white space at both ends of a line. */
function trimStatements(statements: readonly Statement[]): Statement[] {
  return statements
    .map((statement, index) => {
      const text = index === 0 ? statement.text.trimStart() : statement.text
      return { ...statement, text: index === statements.length - 1 ? text.trimEnd() : text }
    })
    .filter(({ text, citations, check }) => text !== '' || citations.length > 0 || check)
}
