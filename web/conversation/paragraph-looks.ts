/** How the paragraphs of an answer are set: by who speaks, and a model's lists and tables, which come as lines of text. */
import type { AnswerParagraph } from './read-answer.ts'

/** Classes for each paragraph. */
export function paragraphLooks(paragraphs: readonly AnswerParagraph[]): string[] {
  // Beside an answer, what the program says is quiet; where there is none, it is what the person came for.
  const isAnswered = paragraphs.some(({ voice, nearest }) => voice !== 'program' && !nearest)
  const lines = paragraphs.map(lineOf)
  return paragraphs.map((paragraph, index) => {
    const line = lines[index]
    const goesOn = line !== undefined && (line === 'row') === (lines[index - 1] === 'row') && lines[index - 1]
    // What a model wrote before it failed is set off from what follows.
    const isSetOff = paragraph.voice !== 'model' && paragraphs[index - 1]?.voice === 'model'
    return [
      voiceLook(paragraph, isAnswered),
      line ? LINE_LOOKS[line] : '',
      goesOn ? '-mt-2.5' : '',
      isSetOff ? 'mt-6' : '',
    ]
      .filter(Boolean)
      .join(' ')
  })
}

function voiceLook({ voice, heading, nearest }: AnswerParagraph, isAnswered: boolean): string {
  if (heading) return 'pt-2 text-pretty font-strong text-note'
  if (voice === 'program') return isAnswered ? 'text-note text-soft' : 'text-note'
  const words = 'text-pretty font-serif text-body'
  // A broken line for what does not quite answer.
  return nearest ? `${words} border-edge border-l-2 border-dashed pl-3.5` : words
}

type Line = 'bullet' | 'number' | 'row'

/** Hanging indents; the numbers of sources have boxes of their own, which would inherit them. */
const LINE_LOOKS: Readonly<Record<Line, string>> = {
  bullet: 'pl-[0.6em] -indent-[0.6em] [&_*]:indent-0',
  number: 'pl-[1em] -indent-[1em] [&_*]:indent-0',
  row: 'pl-[0.8em] -indent-[0.8em] [&_*]:indent-0',
}

/** As the server writes an item of a list, or the cells of a row (server/answer/writer/markdown/runs.ts). */
function lineOf({ voice, statements }: AnswerParagraph): Line | undefined {
  if (voice !== 'model') return undefined
  const begins = statements[0]?.text ?? ''
  if (begins.startsWith('• ')) return 'bullet'
  if (/^\d{1,2}[.)] /.test(begins)) return 'number'
  return statements.some(({ text }) => text.includes(' · ')) ? 'row' : undefined
}
