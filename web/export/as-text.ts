/** An answer as plain text with the page's citation numbers, followed by the numbered list of cited sources. */
import type { Citations } from './citations.ts'
import { type ExportedAnswer, inBrackets, remarkOnOutcome, uncitedHeading } from './exported-answer.ts'
import { textOfRuns } from './runs.ts'

export function answerAsText(answer: ExportedAnswer, citations: Citations): string {
  const { paragraphs, authorship, cited, uncited } = answer
  const near = answer.ending === 'nothing-found' ? uncited : []
  const body = paragraphs.map(({ statements }) =>
    statements
      .map(
        ({ text, citations, remark }) =>
          text + citations.map(({ n }) => ` [${n}]`).join('') + (remark ? ` ${inBrackets(remark)}` : ''),
      )
      .join('')
      .trim(),
  )
  const reference = (id: string) => textOfRuns(citations.bibliographyEntry(id))
  return [
    ...body,
    authorship,
    remarkOnOutcome(answer),
    list(
      'Sources',
      cited.map(({ n, document }) => `[${n}] ${reference(document.id)}`),
    ),
    list(
      uncitedHeading(answer),
      near.map(({ document }) => reference(document.id)),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length > 0 ? `${heading}\n${lines.join('\n')}` : ''
}
