/** How the paragraphs of an answer are set, by who speaks. */
import type { AnswerParagraph } from './read-answer.ts'

/** Classes for each paragraph. */
export function paragraphLooks(paragraphs: readonly AnswerParagraph[]): string[] {
  // Beside an answer, what the program says is quiet; where there is none, it is what the person came for.
  const isAnswered = paragraphs.some(({ voice, nearest }) => voice !== 'program' && !nearest)
  return paragraphs.map((paragraph, index) => {
    // What a model wrote before it failed is set off from what follows.
    const isSetOff = paragraph.voice !== 'model' && paragraphs[index - 1]?.voice === 'model'
    return `${voiceLook(paragraph, isAnswered)} ${isSetOff ? 'mt-6' : ''}`
  })
}

function voiceLook({ voice, heading, nearest }: AnswerParagraph, isAnswered: boolean): string {
  if (heading) return 'pt-2 text-pretty font-strong text-note'
  if (voice === 'program') return isAnswered ? 'text-note text-soft' : 'text-note'
  const words = 'text-pretty font-serif text-body'
  // A broken line for what does not quite answer.
  return nearest ? `${words} border-edge border-l-2 border-dashed pl-3.5` : words
}
