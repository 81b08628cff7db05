import { type ReadAnswer, statementsOf } from './read-answer.ts'
import { VERDICT_NAMES } from './verdict-words.ts'

/** The answer as it is read aloud: without the numbers, with the verdicts that are not good. */
export function answerAsSpeech({ paragraphs }: Pick<ReadAnswer, 'paragraphs'>): string {
  return paragraphs
    .map((paragraph) =>
      statementsOf(paragraph)
        .map(({ text, check }) =>
          check && check.verdict !== 'supported' ? `${text} (${VERDICT_NAMES[check.verdict]}.)` : text,
        )
        .join(''),
    )
    .join(' ')
}
