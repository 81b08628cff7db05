import { type ParsedAnswer, statementsWithLeadIn } from './parse-answer.ts'
import { VERDICT_LABELS } from './verdict-in-words.ts'

/** The answer as text for a screen reader: without citation numbers, with the verdicts that report a problem. */
export function answerAsSpeech({ paragraphs }: Pick<ParsedAnswer, 'paragraphs'>): string {
  return paragraphs
    .map((paragraph) => {
      const words = statementsWithLeadIn(paragraph)
        .map(({ text, check }) =>
          check && check.verdict !== 'supported' ? `${text} (${VERDICT_LABELS[check.verdict]}.)` : text,
        )
        .join('')
      // Without a full stop, a screen reader does not pause after a heading.
      return paragraph.heading && !/[.:!?]$/.test(words) ? `${words}.` : words
    })
    .join(' ')
}
