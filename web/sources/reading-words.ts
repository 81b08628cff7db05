/** What a card says of its source in words: what was read in it, and whether the answer has it. */
import type { SourceReading } from '../../server/contract/chat-enums.ts'
import type { Choice } from '../conversation/chosen-documents.ts'

const NAMES: Readonly<Record<SourceReading, string>> = {
  answers: 'answers',
  touches: 'touches on it',
  near: 'near',
}

interface SourceState {
  /** `undefined` in answers kept from before that was told, and where no sentence was read. */
  reading: SourceReading | undefined
  cited: boolean
  /** Whether the answer is complete: while it streams, it may still come to cite the source. */
  complete: boolean
  /** Whether a language model wrote the answer: it cites, and does not quote. */
  written: boolean
  /** What the person at the page has decided on it. */
  choice: Choice | undefined
}

/** "Touches on it, not quoted"; `undefined` where there is nothing to say. */
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
