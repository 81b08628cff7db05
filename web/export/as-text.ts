/** An answer as plain text with the page's citation numbers, followed by the numbered list of cited sources. */
import type { Citations } from './citations.ts'
import { type ExportedAnswer, furtherHeading, inBrackets, remarkOn } from './exported-answer.ts'
import { textOfRuns } from './runs.ts'

export function answerAsText(answer: ExportedAnswer, citations: Citations): string {
  const { paragraphs, written, cited, further } = answer
  const near = answer.ending === 'nothing-found' ? further : []
  const body = paragraphs.map(({ statements }) =>
    statements
      .map(
        ({ text, citations, remark }) =>
          text + citations.map(({ n }) => ` [${n}]`).join('') + (remark ? ` ${inBrackets(remark)}` : ''),
      )
      .join('')
      .trim(),
  )
  const reference = (id: string) => textOfRuns(citations.listed(id))
  return [
    ...body,
    written,
    remarkOn(answer),
    list(
      'Sources',
      cited.map(({ n, document }) => `[${n}] ${reference(document.id)}`),
    ),
    list(
      furtherHeading(answer),
      near.map(({ document }) => reference(document.id)),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length > 0 ? `${heading}\n${lines.join('\n')}` : ''
}
