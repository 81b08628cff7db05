/**
 * The order in which an answer in quotations is read: for its plain text and for the page alike. Without zod: the
 * page draws answers by it.
 */
import type { Quotations, QuotedSentence } from './quotations.ts'

/** A paragraph: the program's own words, or sentences of the archive with what leads them in. */
export type QuotationsParagraph =
  | { voice: 'program'; text: string; heading?: true }
  | { voice: 'archive'; leadIn: string; sentences: readonly QuotedSentence[] }

export function paragraphsOf(quotations: Quotations): QuotationsParagraph[] {
  const { failure, about } = quotations
  return [
    ...(failure === undefined ? [] : [program(failure)]),
    ...(about ? [program(about.text)] : []),
    ...body(quotations),
  ]
}

function body(quotations: Quotations): QuotationsParagraph[] {
  switch (quotations.outcome) {
    case 'answered':
    case 'near':
      return quoted(quotations)
    case 'nothing-found':
      return [nothingFound(quotations)]
    case 'about-the-archive':
      return quotations.texts.map(program)
  }
}

/** The paragraphs as plain text, with `[n]` after each sentence, and blank lines between them. */
export function textOfQuotations(quotations: Quotations): string {
  return paragraphsOf(quotations).map(textOfParagraph).join('\n\n')
}

function quoted({ notices, opening, groups }: Extract<Quotations, { outcome: 'answered' | 'near' }>) {
  return [
    program([...notices, opening].map(({ text }) => text).join(' ')),
    ...groups.flatMap(({ heading, note, paragraphs }): QuotationsParagraph[] => [
      ...(heading === undefined
        ? []
        : [{ voice: 'program' as const, text: heading, heading: true as const }]),
      ...(note === undefined ? [] : [program(note)]),
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
