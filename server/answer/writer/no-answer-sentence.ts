/** Recognizes the sentence "The archive does not say …" that the prompt asks for, in the variants that models write. */
import { splitSentences } from '../../../embeddings/split-sentences.ts'
import { withoutCitationMarks } from '../../contract/citation-mark.ts'
import { NO_ANSWER_PHRASE } from './prompt.ts'

const QUESTION_WORD = '(?:who|whom|whose|what|when|where|which|why|how|whether|if|more|anything)'
const NO_ANSWER_SENTENCE = new RegExp(
  `^${NO_ANSWER_PHRASE.replace('does not', "(?:does not|doesn[’']t)")}(?: (${QUESTION_WORD}\\b.*))?[.!]?$`,
  'i',
)
/** Words that start a separate claim within the sentence. */
const BEGINS_OTHER_CLAIM =
  /[;:]|\b(?:but|however|although|though|yet|except|whereas|while|because|since|instead|only that)\b/i
/** Text after a comma that continues the question: "when, where, or by whom". */
const CONTINUES_QUESTION = new RegExp(`^(?:(?:or|and|nor|by|to|for|from|in) )*${QUESTION_WORD}\\b`, 'i')
/** Text after a comma that starts a claim. */
const BEGINS_A_CLAIM = /^(?:and|so|then|he|she|it|they|this|that|these|those|there|we|you)\b/i

/**
 * @example
 * isNoAnswerSentence('The archive does not say when Kim left.')       // true
 * isNoAnswerSentence('The archive does not say when, but Kim left.')  // false: it makes a claim
 */
export function isNoAnswerSentence(text: string): boolean {
  const sentence = unadorned(text)
  const match = NO_ANSWER_SENTENCE.exec(sentence)
  const question = match?.[1] ?? ''
  if (!match || BEGINS_OTHER_CLAIM.test(question) || splitSentences(sentence).length > 1) return false
  const [first = '', ...further] = question.split(/, */)
  const pieces = further.filter((piece) => !CONTINUES_QUESTION.test(piece))
  if (pieces.some((piece) => BEGINS_A_CLAIM.test(piece))) return false
  // Text between two commas is an apposition ("why Muccio, the ambassador, sent it"); after a single comma it is a claim.
  return pieces.length === 0 || (pieces.length % 2 === 0 && first.includes(' '))
}

/** Without citations, list markers, and enclosing quotation marks. */
function unadorned(text: string): string {
  return withoutCitationMarks(text).replace(/^[\s•"“]+|(?<![\s"”])[\s"”]+$/g, '')
}
