/** A card's remark on its source: how the answer reader judged it, and whether the answer quotes it. */
import type { SourceReading } from '../../server/contract/chat-enums.ts'
import type { Choice } from '../conversation/chosen-documents.ts'

const NAMES: Readonly<Record<SourceReading, string>> = {
  answers: 'answers',
  touches: 'touches on it',
  near: 'near',
}

interface SourceState {
  /** `undefined` in stored answers older than this field, and if no sentence was judged. */
  reading: SourceReading | undefined
  cited: boolean
  /** False while the answer streams: it may still cite the source. */
  complete: boolean
  /** Whether a language model wrote the answer: such an answer cites instead of quoting. */
  written: boolean
  /** The user's choice on it. */
  choice: Choice | undefined
}

/** @example "Touches on it, not quoted"; `undefined` if there is nothing to say */
export function tellReading({ reading, cited, complete, written, choice }: SourceState): string | undefined {
  const verb = written ? 'cited' : 'quoted'
  const fate =
    choice === 'leaveOut' && !cited
      ? 'left out as you chose'
      : choice === 'quote' && cited
        ? `${verb} as you chose`
        : reading && complete && !cited
          ? `not ${verb}`
          : undefined
  const told = [reading && NAMES[reading], fate].filter(Boolean).join(', ')
  return told ? told.charAt(0).toUpperCase() + told.slice(1) : undefined
}
