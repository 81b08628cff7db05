/** An answer for the clipboard: its text, then the sources that it cites, numbered as in the text. */
import { formatDate } from '../../corpus/reduced-date.ts'
import { sourceLink } from '../../corpus/source-link.ts'
import type { Source } from '../../server/chat/message.ts'
import { claimsBySource, parseAnswer } from './parse-answer.ts'

export function answerAsText(text: string, sources: readonly Source[]): string {
  const paragraphs = parseAnswer(text, new Set(sources.map(({ n }) => n)))
  const cited = claimsBySource(paragraphs)
  const body = paragraphs
    .map((statements) =>
      statements
        .map((statement) => statement.text + statement.citations.map(({ n }) => ` [${n}]`).join(''))
        .join(''),
    )
    .join('\n\n')
  const list = sources.filter(({ n }) => cited.has(n)).map(reference)
  return list.length > 0 ? `${body}\n\nSources\n${list.join('\n')}` : body
}

/** The answer as it is read aloud: without the numbers. */
export function answerAsSpeech(text: string, sources: readonly Source[]): string {
  return parseAnswer(text, new Set(sources.map(({ n }) => n)))
    .map((statements) => statements.map((statement) => statement.text).join(''))
    .join(' ')
}

function reference({ n, document }: Source): string {
  const link = sourceLink(document)
  const where = [document.publisher, document.archive, link?.kind === 'original' ? link.href : undefined]
  return `[${n}] “${document.title},” ${formatDate(document.date)}. ${where.filter(Boolean).join('. ')}`
}
