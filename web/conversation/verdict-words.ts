/** The verdicts on a model's sentences in words: on the page, in what is read aloud, and in what leaves the page. */
import type { CheckedSentence } from '../../server/contract/chat-message.ts'

/** All but the good one, which goes without saying. */
export type Told = Exclude<CheckedSentence['verdict'], 'supported'>

export const VERDICT_NAMES: Readonly<Record<Told, string>> = {
  unsupported: 'Not in the source',
  'unknown-source': 'There is no such source',
  unclear: 'Check this one yourself',
  uncited: 'No source is given',
}

/** What is said of a sentence where nothing can be opened; `undefined` where all is well and the model's own. */
export function remarkOnSentence({
  verdict,
  added,
  judgedBy,
  missing = [],
}: CheckedSentence): string | undefined {
  const judged = judgedBy ? ', by the model’s own judgment' : ''
  switch (verdict) {
    case 'supported':
      if (added) return 'source added by Aide-Mémoire'
      return judgedBy ? 'supported by the model’s own judgment' : undefined
    case 'unsupported':
      return `not in the source${missing.length > 0 ? `: ${missing.join(', ')}` : ''}${judged}`
    case 'unknown-source':
      return `cites ${numbersIn(missing)}, which no source here has`
    case 'unclear':
      return 'not confirmed by the source'
    case 'uncited':
      return 'no source given'
  }
}

/** Without brackets: outside of the page they would look like citations. */
function numbersIn(missing: readonly string[]): string {
  const numbers = missing.map((number) => number.replace(/[[\]]/g, ''))
  return numbers.length === 1 ? `number ${numbers[0]}` : `numbers ${numbers.join(', ')}`
}

/** "11 of 12 sentences checked against their sources". @param sentences at least one */
export function countHeld(sentences: readonly CheckedSentence[]): string {
  const held = sentences.filter(({ verdict }) => verdict === 'supported').length
  return sentences.length === 1
    ? `${held} of 1 sentence checked against its source`
    : `${held} of ${sentences.length} sentences checked against their sources`
}

/** Of an answer to which documents come no more than near. */
export const NOT_OUTRIGHT =
  'No document here says this outright: what is quoted or cited is merely the nearest.'
