/**
 * Answers as a Word document with real footnotes: questions as headings, sources as lists. Imported only when the user
 * downloads one, because the `docx` library is large.
 */
import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { compareTitles } from '../../corpus/citation/compare-titles.ts'
import type { ReducedDate } from '../../corpus/reduced-date.ts'
import { colophon } from './as-markdown.ts'
import type { Citations } from './citations.ts'
import { type ExportedAnswer, inBrackets, remarkOnOutcome, uncitedHeading } from './exported-answer.ts'
import { type AnswerWithFootnotes, withFootnotes } from './footnotes.ts'
import { type Run, textOfRuns } from './runs.ts'
import { WORD_STYLES } from './word-styles.ts'
import { xmlText } from './xml-text.ts'

export async function answersAsWord(
  answers: readonly ExportedAnswer[],
  citations: Citations,
  today: ReducedDate,
): Promise<Blob> {
  return Packer.toBlob(wordDocument(answers, citations, today))
}

export function wordDocument(
  answers: readonly ExportedAnswer[],
  citations: Citations,
  today: ReducedDate,
): Document {
  const noted = withFootnotes(answers, citations)
  return new Document({
    title: xmlText(answers[0]?.question ?? 'Conversation'),
    subject: 'Declassified diplomatic documents on North Korea',
    creator: 'Aide-Mémoire',
    lastModifiedBy: 'Aide-Mémoire',
    description: colophon(today),
    styles: WORD_STYLES,
    footnotes: Object.fromEntries(
      noted.notes.map((runs, index) => [
        index + 1,
        // Starts with a space, as Word itself puts one after a note number.
        {
          children: [
            new Paragraph({ style: 'FootnoteText', children: [textRun(' '), ...paragraphChildren(runs)] }),
          ],
        },
      ]),
    ),
    sections: [
      {
        children: noted.answers.flatMap((answer, index) =>
          answerParagraphs(answer, citations, today, index === 0),
        ),
      },
    ],
  })
}

function answerParagraphs(
  answer: AnswerWithFootnotes,
  citations: Citations,
  today: ReducedDate,
  first: boolean,
): Paragraph[] {
  const { question, paragraphs, authorship, cited, uncited } = answer
  const remark = remarkOnOutcome(answer)
  const list = (heading: string, sources: typeof cited) =>
    sources.length === 0
      ? []
      : [
          new Paragraph({ children: [textRun(heading)], heading: HeadingLevel.HEADING_2 }),
          ...sources
            .map(({ document }) => citations.bibliographyEntry(document.id))
            .sort(compareBibliographyEntries)
            .map((runs) => new Paragraph({ style: 'Source', children: paragraphChildren(runs) })),
        ]
  return [
    new Paragraph({ children: [textRun(question)], heading: HeadingLevel.HEADING_1 }),
    ...(first ? [new Paragraph({ style: 'Colophon', children: [textRun(colophon(today))] })] : []),
    ...paragraphs.map(
      ({ kind, words }) =>
        new Paragraph({
          ...(kind === 'heading' ? { heading: HeadingLevel.HEADING_2 } : {}),
          ...(kind === 'nearest' ? { style: 'Nearest' } : {}),
          children: words.flatMap(({ text, note, remark }) => [
            textRun(text),
            ...(note ? [new FootnoteReferenceRun(note)] : []),
            ...(remark ? [textRun(` ${inBrackets(remark)}`, { italics: true })] : []),
          ]),
        }),
    ),
    ...(authorship ? [new Paragraph({ style: 'Colophon', children: [textRun(authorship)] })] : []),
    ...(remark ? [new Paragraph({ children: [textRun(remark, { bold: true })] })] : []),
    ...list('Sources', cited),
    ...list(uncitedHeading(answer), uncited),
  ]
}

function compareBibliographyEntries(a: readonly Run[], b: readonly Run[]): number {
  return compareTitles(textOfRuns(a), textOfRuns(b))
}

/** A citation's text, with its URLs as links. */
function paragraphChildren(runs: readonly Run[]): ParagraphChild[] {
  return runs.flatMap(({ text, italic }) =>
    xmlText(text)
      .split(/(https?:\/\/[^\s<>]*[^\s<>.,;])/)
      .map((piece, index) =>
        index % 2 === 1
          ? new ExternalHyperlink({ link: piece, children: [textRun(piece, { style: 'Hyperlink' })] })
          : textRun(piece, italic ? { italics: true } : {}),
      ),
  )
}

/** Used for all text of the document, so that no forbidden character gets into the file. */
function textRun(text: string, look: Pick<IRunOptions, 'italics' | 'bold' | 'style'> = {}): TextRun {
  return new TextRun({ ...look, text: xmlText(text) })
}
