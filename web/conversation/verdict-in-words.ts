/** The verdicts on a model's sentences as text: for the page, for screen readers and for exports. */
import type { CheckedSentence } from '../../server/contract/chat-message.ts'

/** The verdicts that are shown: all but `supported`. */
export type ProblemVerdict = Exclude<CheckedSentence['verdict'], 'supported'>

export const VERDICT_LABELS: Readonly<Record<ProblemVerdict, string>> = {
  unsupported: 'Not in the source',
  'unknown-source': 'There is no such source',
  unclear: 'Check this one yourself',
  uncited: 'No source is given',
}

/** The remark on a sentence where no popover can open (exports); `undefined` for an ordinary supported sentence. */
export function remarkOnVerdict({
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
      return `cites ${unknownNumbersInWords(missing)}, which no source here has`
    case 'unclear':
      return 'not confirmed by the source'
    case 'uncited':
      return 'no source given'
  }
}

/** Without brackets: in an export they would look like citations. */
function unknownNumbersInWords(missing: readonly string[]): string {
  const numbers = missing.map((number) => number.replace(/[[\]]/g, ''))
  return numbers.length === 1 ? `number ${numbers[0]}` : `numbers ${numbers.join(', ')}`
}

/** "11 of 12 sentences checked against their sources". @param sentences at least one */
export function supportedCountInWords(sentences: readonly CheckedSentence[]): string {
  const supported = sentences.filter(({ verdict }) => verdict === 'supported').length
  return sentences.length === 1
    ? `${supported} of 1 sentence checked against its source`
    : `${supported} of ${sentences.length} sentences checked against their sources`
}

/** For an answer whose documents are only near to the question. */
export const NO_DIRECT_ANSWER =
  'No document here says this outright: what is quoted or cited is merely the nearest.'
