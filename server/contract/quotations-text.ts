/**
 * Orders an answer in quotations into paragraphs, for its plain text and for the page. Does not import zod: the page
 * imports this file.
 */
import type { Quotations, QuotedSentence } from './quotations.ts'

/** A paragraph: the programParagraph's own words, or quotedParagraphs sentences after a lead-in. */
export type QuotationsParagraph =
  | { voice: 'program'; text: string; heading?: true }
  | { voice: 'archive'; leadIn: string; sentences: readonly QuotedSentence[] }

export function quotationParagraphs(quotations: Quotations): QuotationsParagraph[] {
  const { failure, about } = quotations
  return [
    ...(failure === undefined ? [] : [programParagraph(failure)]),
    ...(about ? [programParagraph(about.text)] : []),
    ...bodyParagraphs(quotations),
  ]
}

function bodyParagraphs(quotations: Quotations): QuotationsParagraph[] {
  switch (quotations.outcome) {
    case 'answered':
    case 'near':
      return quotedParagraphs(quotations)
    case 'nothing-found':
      return [nothingFoundParagraph(quotations)]
    case 'about-the-archive':
      return quotations.texts.map(programParagraph)
  }
}

/** The answer as plain text: `[n]` after each sentence, a blank line between paragraphs. */
export function quotationsText(quotations: Quotations): string {
  return quotationParagraphs(quotations).map(paragraphText).join('\n\n')
}

function quotedParagraphs({
  notices,
  opening,
  groups,
}: Extract<Quotations, { outcome: 'answered' | 'near' }>) {
  return [
    programParagraph([...notices, opening].map(({ text }) => text).join(' ')),
    ...groups.flatMap(({ heading, note, paragraphs }): QuotationsParagraph[] => [
      ...(heading === undefined
        ? []
        : [{ voice: 'program' as const, text: heading, heading: true as const }]),
      ...(note === undefined ? [] : [programParagraph(note)]),
      ...paragraphs.map(({ leadIn, sentences }) => ({ voice: 'archive' as const, leadIn, sentences })),
    ]),
  ]
}

function nothingFoundParagraph({
  opening,
  reason,
  advice,
}: Extract<Quotations, { outcome: 'nothing-found' }>) {
  return programParagraph([opening.text, reason, advice].join(' '))
}

const programParagraph = (text: string): QuotationsParagraph => ({ voice: 'program', text })

function paragraphText(paragraph: QuotationsParagraph): string {
  if (paragraph.voice === 'program') return paragraph.text
  return [`${paragraph.leadIn}:`, ...paragraph.sentences.map(({ n, text }) => `${text} [${n}]`)].join(' ')
}
