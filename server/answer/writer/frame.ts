/**
 * Records as a model reads them: numbered and delimited. What a record says is data, so nothing in it can end its frame,
 * look like a number of ours, or like a mark of a model's own chat format.
 */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import { formatDate } from '../../../corpus/reduced-date.ts'

/** A document with the number by which an answer cites it. */
export interface Numbered {
  n: number
  document: ArchiveDocument
}

export function frameSources(sources: readonly Numbered[]): string {
  const framed = sources.map(
    ({ n, document }) => `<source n="${n}">\n${linesOf(document).join('\n')}\n</source>`,
  )
  return ['<sources>', ...framed, '</sources>'].join('\n')
}

function linesOf(document: ArchiveDocument): string[] {
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
  return lines.filter(([, text]) => text !== '').map(([name, text]) => `${name}: ${asData(text)}`)
}

/**
 * Text that says the same to a reader and has no marks left: angle brackets (our frame, `<|im_start|>`, `</s>`) as
 * quotation marks of that shape, square brackets (`[99]`, `[INST]`) as round ones, one line, nothing invisible.
 */
export function asData(text: string): string {
  return withoutAngles(withoutInvisible(text))
    .replace(/[[［【]/g, '(')
    .replace(/[\]］】]/g, ')')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A reader's words keep their lines and brackets; the marks of frames and chat formats go as in records. */
export function asQuestion(text: string): string {
  return withoutAngles(withoutInvisible(text))
    .replace(/\[\/?INST\]/gi, '')
    .trim()
}

function withoutAngles(text: string): string {
  return text.replace(/[<＜﹤]/g, '‹').replace(/[>＞﹥]/g, '›')
}

/** Without control characters (lines excepted), marks of direction, and the tags in which texts can be hidden. */
function withoutInvisible(text: string): string {
  return text.replace(/[^\S\n]/gu, ' ').replace(/(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
}
