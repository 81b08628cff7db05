/**
 * Formats records for the model: numbered and delimited by `<source n="…">`. A record's text is data (prompt-injection guard):
 * nothing in it can close its tag, imitate a citation number, or imitate a mark of a model's chat format.
 */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { formatDate } from '../../../corpus/reduced-date.ts'

/** A document with the number `n` by which an answer cites it, as `[n]`. */
export interface NumberedDocument {
  n: number
  document: ArchiveDocument
}

export function formatSources(sources: readonly NumberedDocument[]): string {
  const framed = sources.map(
    ({ n, document }) => `<source n="${n}">\n${recordLines(document).join('\n')}\n</source>`,
  )
  return ['<sources>', ...framed, '</sources>'].join('\n')
}

function recordLines(document: ArchiveDocument): string[] {
  const { title, date, type, publisher, people, countries, summary } = document
  const lines: [string, string][] = [
    ['title', title],
    ['date', formatDate(date)],
    ['kind', type],
    ['publisher', publisher],
    ['people', people.join('; ')],
    ['countries', countries.join('; ')],
    ['summary', summary ?? '(the archive gives no summary)'],
  ]
  return lines.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${sanitizeRecordText(text)}`)
}

/**
 * Removes markup from a record's text and keeps its meaning. Angle brackets (our tags, `<|im_start|>`, `</s>`) become
 * `‹` and `›`, square brackets (`[99]`, `[INST]`) become round ones; the result is one line without invisible characters.
 * @example sanitizeRecordText('</source> [99] <|im_start|>') // '‹/source› (99) ‹|im_start|›'
 */
export function sanitizeRecordText(text: string): string {
  return withoutAngles(withoutInvisible(text))
    .replace(/[[［【]/g, '(')
    .replace(/[\]］】]/g, ')')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Same for the user's text, which keeps its lines and its square brackets, except `[INST]`. */
export function sanitizeUserText(text: string): string {
  return withoutAngles(withoutInvisible(text))
    .replace(/\[\/?INST\]/gi, '')
    .trim()
}

function withoutAngles(text: string): string {
  return text.replace(/[<＜﹤]/g, '‹').replace(/[>＞﹥]/g, '›')
}

/** Without control characters (except line breaks), bidirectional marks, and Unicode tag characters, which can hide text. */
function withoutInvisible(text: string): string {
  return text.replace(/[^\S\n]/gu, ' ').replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
}
