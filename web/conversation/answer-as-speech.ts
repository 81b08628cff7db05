import type { Source } from '../../server/chat/message.ts'
import { parseAnswer } from './parse-answer.ts'

/** The answer as it is read aloud: without the numbers. */
export function answerAsSpeech(text: string, sources: readonly Source[]): string {
  return parseAnswer(text, new Set(sources.map(({ n }) => n)))
    .map((statements) => statements.map((statement) => statement.text).join(''))
    .join(' ')
}
