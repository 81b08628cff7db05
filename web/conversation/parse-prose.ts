/**
 * The text of an answer that a language model wrote: as `parseAnswer` reads it, cut where its sentences end, so that
 * each has the verdict on it beside its words.
 */
import type { CheckedSentence } from '../../server/chat/message.ts'
import { type Paragraph, parseAnswer, type Statement } from './parse-answer.ts'

/** @param checked the sentences that were checked so far, in the order of the text, verbatim. */
export function parseProse(
  text: string,
  sources: ReadonlySet<number>,
  checked: readonly CheckedSentence[],
  streaming = false,
): Paragraph[] {
  const paragraphs: Statement[][] = []
  let place = 0
  let end = 0
  /** @param joins whether it goes on in the paragraph before. */
  const add = (piece: string, joins: boolean, check?: CheckedSentence, last = false) => {
    parseAnswer(piece, sources, streaming && last).forEach((paragraph, index) => {
      const statements = paragraph.map((statement, position) => ({
        text: statement.text,
        citations: statement.citations.map(({ n }) => ({ n, place: place++ })),
        // The verdict stands at the end of its sentence.
        ...(check && position === paragraph.length - 1 ? { check } : {}),
      }))
      const open = joins && index === 0 ? paragraphs.at(-1) : undefined
      if (!open) paragraphs.push(statements)
      else open.push(...spaced(open, statements))
    })
  }
  for (const check of checked) {
    const start = text.indexOf(check.text, end)
    if (start < 0) continue
    const between = text.slice(end, start)
    add(between, !beginsParagraph(between))
    add(check.text, !/\n{2,}\s*$/.test(text.slice(0, start)), check)
    end = start + check.text.length
  }
  const rest = text.slice(end)
  add(rest, !beginsParagraph(rest), undefined, true)
  return paragraphs
}

const beginsParagraph = (text: string) => /^\s*\n{2,}/.test(text)

/** The space between two sentences, which parsing each by itself has cut off. */
function spaced(before: readonly Statement[], statements: readonly Statement[]): Statement[] {
  if (before.length === 0) return [...statements]
  return statements.map((statement, index) =>
    index === 0 && /^[\p{L}\p{N}“"'‘([]/u.test(statement.text)
      ? { ...statement, text: ` ${statement.text}` }
      : statement,
  )
}
