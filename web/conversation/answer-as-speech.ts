import { type ReadAnswer, statementsOf } from './read-answer.ts'
import { VERDICT_NAMES } from './verdict-words.ts'

/** The answer as it is read aloud: without the numbers, with the verdicts that are not good. */
export function answerAsSpeech({ paragraphs }: Pick<ReadAnswer, 'paragraphs'>): string {
  return paragraphs
    .map((paragraph) => {
      const words = statementsOf(paragraph)
        .map(({ text, check }) =>
          check && check.verdict !== 'supported' ? `${text} (${VERDICT_NAMES[check.verdict]}.)` : text,
        )
        .join('')
      // A voice would run a heading into the sentence after it.
      return paragraph.heading && !/[.:!?]$/.test(words) ? `${words}.` : words
    })
    .join(' ')
}
