/** An answer as plain text: its words with the numbers of the page, then the sources that it cites, so numbered. */
import type { Citations } from './citations.ts'
import { type ExportedAnswer, furtherHeading, remarkOn } from './exported-answer.ts'
import { textOfRuns } from './runs.ts'

export function answerAsText(answer: ExportedAnswer, citations: Citations): string {
  const { paragraphs, cited, further } = answer
  const near = answer.ending === 'nothing-found' ? further : []
  const body = paragraphs.map((statements) =>
    statements
      .map(({ text, citations }) => text + citations.map(({ n }) => ` [${n}]`).join(''))
      .join('')
      .trim(),
  )
  const reference = (id: string) => textOfRuns(citations.listed(id))
  return [
    ...body,
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
