/**
 * The order in which an answer in quotations is read: for its plain text and for the page alike. Without zod: the
 * page draws answers by it.
 */
import type { Quotations, QuotedSentence } from './quotations.ts'

/** A paragraph: the program's own words, or sentences of the archive with what leads them in. */
export type QuotationsParagraph =
  | { voice: 'program'; text: string }
  | { voice: 'archive'; leadIn: string; sentences: readonly QuotedSentence[] }

export function paragraphsOf(quotations: Quotations): QuotationsParagraph[] {
  const { failure, about } = quotations
  return [
    ...(failure === undefined ? [] : [program(failure)]),
    ...(about ? [program(about.text)] : []),
    ...(quotations.outcome === 'answered' ? answer(quotations) : [nothingFound(quotations)]),
  ]
}

/** The paragraphs as plain text, with `[n]` after each sentence, and blank lines between them. */
export function textOfQuotations(quotations: Quotations): string {
  return paragraphsOf(quotations).map(textOfParagraph).join('\n\n')
}

function answer({ notices, opening, groups }: Extract<Quotations, { outcome: 'answered' }>) {
  return [
    program([...notices, opening].map(({ text }) => text).join(' ')),
    ...groups.flatMap(({ heading, paragraphs }): QuotationsParagraph[] => [
      ...(heading === undefined ? [] : [program(heading)]),
      ...paragraphs.map(({ leadIn, sentences }) => ({ voice: 'archive' as const, leadIn, sentences })),
    ]),
  ]
}

function nothingFound({ opening, reason, advice }: Extract<Quotations, { outcome: 'nothing-found' }>) {
  return program([opening.text, reason, advice].join(' '))
}

const program = (text: string): QuotationsParagraph => ({ voice: 'program', text })

function textOfParagraph(paragraph: QuotationsParagraph): string {
  if (paragraph.voice === 'program') return paragraph.text
  return [`${paragraph.leadIn}:`, ...paragraph.sentences.map(({ n, text }) => `${text} [${n}]`)].join(' ')
}
