/** Whether a sentence says no more than that there is no answer here: the form that the prompt asks for, as models write it. */
import { splitSentences } from '../../../embeddings/sentences.ts'
import { withoutCitationMarks } from '../../contract/citation-mark.ts'
import { DOES_NOT_SAY } from './prompt.ts'

const QUESTION_WORD = '(?:who|whom|whose|what|when|where|which|why|how|whether|if|more|anything)'
const FORM = new RegExp(
  `^${DOES_NOT_SAY.replace('does not', "(?:does not|doesn[’']t)")}(?: (${QUESTION_WORD}\\b.*))?[.!]?$`,
  'i',
)
/** What begins a claim of its own within the sentence. */
const TURN =
  /[;:]|\b(?:but|however|although|though|yet|except|whereas|while|because|since|instead|only that)\b/i
/** How what stands after a comma goes on asking: "when, where, or by whom". */
const GOES_ON_ASKING = new RegExp(`^(?:(?:or|and|nor|by|to|for|from|in) )*${QUESTION_WORD}\\b`, 'i')
/** How it begins a sentence. */
const BEGINS_A_CLAIM = /^(?:and|so|then|he|she|it|they|this|that|these|those|there|we|you)\b/i

export function saysNothing(text: string): boolean {
  const said = bare(text)
  const match = FORM.exec(said)
  const asked = match?.[1] ?? ''
  if (!match || TURN.test(asked) || splitSentences(said).length > 1) return false
  const [first = '', ...further] = asked.split(/, */)
  const pieces = further.filter((piece) => !GOES_ON_ASKING.test(piece))
  if (pieces.some((piece) => BEGINS_A_CLAIM.test(piece))) return false
  // What stands between two commas is said of a name ("why Muccio, the ambassador, sent it"), after one it is a claim.
  return pieces.length === 0 || (pieces.length % 2 === 0 && first.includes(' '))
}

/** Without citations, the mark of an item, and quotation marks around it. */
function bare(text: string): string {
  return withoutCitationMarks(text).replace(/^[\s•"“]+|(?<![\s"”])[\s"”]+$/g, '')
}
