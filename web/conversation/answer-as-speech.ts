import { type ReadAnswer, statementsOf } from './read-answer.ts'
import { VERDICT_NAMES } from './verdict-words.ts'

/** The answer as text for a screen reader: without citation numbers, with the verdicts that report a problem. */
export function answerAsSpeech({ paragraphs }: Pick<ReadAnswer, 'paragraphs'>): string {
  return paragraphs
    .map((paragraph) => {
      const words = statementsOf(paragraph)
        .map(({ text, check }) =>
          check && check.verdict !== 'supported' ? `${text} (${VERDICT_NAMES[check.verdict]}.)` : text,
        )
        .join('')
      // Without a full stop, a screen reader does not pause after a heading.
      return paragraph.heading && !/[.:!?]$/.test(words) ? `${words}.` : words
    })
    .join(' ')
}
