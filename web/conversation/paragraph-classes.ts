/**
 * CSS classes for the paragraphs of an answer, by voice, and for a model's lists and tables, which come as lines of
 * text.
 */
import type { AnswerParagraph } from './parse-answer.ts'

/** The class string of each paragraph, in order. */
export function paragraphClasses(paragraphs: readonly AnswerParagraph[]): string[] {
  // The program's own sentences are grey beside an answer, but normal text when there is no answer.
  const isAnswered = paragraphs.some(({ voice, nearest }) => voice !== 'program' && !nearest)
  const lines = paragraphs.map(lineKindOf)
  return paragraphs.map((paragraph, index) => {
    const line = lines[index]
    const continuesList =
      line !== undefined && (line === 'row') === (lines[index - 1] === 'row') && lines[index - 1]
    // Adds space after what a model wrote before it failed.
    const isSetOff = paragraph.voice !== 'model' && paragraphs[index - 1]?.voice === 'model'
    return [
      voiceClasses(paragraph, isAnswered),
      line ? LINE_CLASSES[line] : '',
      continuesList ? '-mt-2.5' : '',
      isSetOff ? 'mt-6' : '',
    ]
      .filter(Boolean)
      .join(' ')
  })
}

function voiceClasses({ voice, heading, nearest }: AnswerParagraph, isAnswered: boolean): string {
  if (heading) return 'pt-2 text-pretty font-strong text-note'
  if (voice === 'program') return isAnswered ? 'text-note text-soft' : 'text-note'
  const words = 'text-pretty font-serif text-body'
  // A dashed border marks text that is near to the question but does not answer it.
  return nearest ? `${words} border-edge border-l-2 border-dashed pl-3.5` : words
}

type LineKind = 'bullet' | 'number' | 'row'

/** Hanging indents. Citation numbers are inline boxes and would inherit the indent, so it is reset for them. */
const LINE_CLASSES: Readonly<Record<LineKind, string>> = {
  bullet: 'pl-[0.6em] -indent-[0.6em] [&_*]:indent-0',
  number: 'pl-[1em] -indent-[1em] [&_*]:indent-0',
  row: 'pl-[0.8em] -indent-[0.8em] [&_*]:indent-0',
}

/**
 * Recognizes the forms in which the server writes list items and table rows (server/answer/writer/markdown/).
 */
function lineKindOf({ voice, statements }: AnswerParagraph): LineKind | undefined {
  if (voice !== 'model') return undefined
  const begins = statements[0]?.text ?? ''
  if (begins.startsWith('• ')) return 'bullet'
  if (/^\d{1,2}[.)] /.test(begins)) return 'number'
  return statements.some(({ text }) => text.includes(' · ')) ? 'row' : undefined
}
