/** Answers as Markdown, with footnotes as in GitHub, Pandoc and Obsidian (`[^1]`). */
import { formatDate, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Citations } from './citations.ts'
import { type ExportedAnswer, inBrackets, remarkOnOutcome, uncitedHeading } from './exported-answer.ts'
import { type AnswerWithFootnotes, withFootnotes } from './footnotes.ts'
import type { Run } from './runs.ts'

export function answersAsMarkdown(
  answers: readonly ExportedAnswer[],
  citations: Citations,
  today: ReducedDate,
): string {
  const noted = withFootnotes(answers, citations)
  const blocks = [
    ...noted.answers.flatMap((answer) => answerBlocks(answer, citations)),
    `*${colophon(today)}*`,
    noted.notes.map((runs, index) => `[^${index + 1}]: ${markdownOf(runs)}`).join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

/** The origin and date of an export. */
export const colophon = (today: ReducedDate) => `From Aide-Mémoire, ${formatDate(today)}.`

function answerBlocks(answer: AnswerWithFootnotes, citations: Citations): string[] {
  const { question, paragraphs, authorship, uncited } = answer
  const remark = remarkOnOutcome(answer)
  return [
    `# ${escapeMarkdown(question.replaceAll(/\s+/g, ' '))}`,
    ...paragraphs.map(({ kind, words }) => {
      const text = words
        .map(
          ({ text, note, remark }) =>
            escapeMarkdown(text) +
            (note ? `[^${note}]` : '') +
            (remark ? ` *${escapeMarkdown(inBrackets(remark))}*` : ''),
        )
        .join('')
      if (kind === 'heading') return `## ${text.replaceAll(/\s+/g, ' ')}`
      return kind === 'nearest' ? text.replaceAll(/^/gm, '> ') : text
    }),
    ...(authorship ? [`*${escapeMarkdown(authorship)}*`] : []),
    ...(remark ? [`**${remark}**`] : []),
    ...(uncited.length > 0
      ? [
          `## ${uncitedHeading(answer)}`,
          uncited
            .map(({ document }) => `- ${markdownOf(citations.bibliographyEntry(document.id))}`)
            .join('\n'),
        ]
      : []),
  ]
}

function markdownOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic }) => {
      if (!italic) return escapeExceptAddresses(text)
      // Markdown emphasis must not start or end with a space.
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
      return words ? `${before}*${escapeMarkdown(words)}*${after}` : text
    })
    .join('')
}

function escapeExceptAddresses(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;])/)
    .map((piece, index) => (index % 2 === 1 ? `<${piece}>` : escapeMarkdown(piece)))
    .join('')
}

/** Escapes Markdown markup; at the start of a line also headings and lists. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>~|]/g, '\\$&')
    .replaceAll(/^(\s*)([#+-])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2')
}
