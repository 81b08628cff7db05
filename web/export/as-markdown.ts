/** Answers as Markdown, with footnotes as in GitHub, Pandoc and Obsidian (`[^1]`). */
import { formatDate, type ReducedDate } from '../../corpus/reduced-date.ts'
import type { Citations } from './citations.ts'
import { type ExportedAnswer, furtherHeading, inBrackets, remarkOn } from './exported-answer.ts'
import { type NotedAnswer, withFootnotes } from './footnotes.ts'
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

function answerBlocks(answer: NotedAnswer, citations: Citations): string[] {
  const { question, paragraphs, written, further } = answer
  const remark = remarkOn(answer)
  return [
    `# ${escaped(question.replaceAll(/\s+/g, ' '))}`,
    ...paragraphs.map(({ kind, words }) => {
      const text = words
        .map(
          ({ text, note, remark }) =>
            escaped(text) + (note ? `[^${note}]` : '') + (remark ? ` *${escaped(inBrackets(remark))}*` : ''),
        )
        .join('')
      if (kind === 'heading') return `## ${text.replaceAll(/\s+/g, ' ')}`
      return kind === 'nearest' ? text.replaceAll(/^/gm, '> ') : text
    }),
    ...(written ? [`*${escaped(written)}*`] : []),
    ...(remark ? [`**${remark}**`] : []),
    ...(further.length > 0
      ? [
          `## ${furtherHeading(answer)}`,
          further.map(({ document }) => `- ${markdownOf(citations.listed(document.id))}`).join('\n'),
        ]
      : []),
  ]
}

function markdownOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, italic }) => {
      if (!italic) return escapedButAddresses(text)
      // Markdown emphasis must not start or end with a space.
      const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
      return words ? `${before}*${escaped(words)}*${after}` : text
    })
    .join('')
}

function escapedButAddresses(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;])/)
    .map((piece, index) => (index % 2 === 1 ? `<${piece}>` : escaped(piece)))
    .join('')
}

/** Escapes Markdown markup; at the start of a line also headings and lists. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>~|]/g, '\\$&')
    .replaceAll(/^(\s*)([#+-])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2')
}
