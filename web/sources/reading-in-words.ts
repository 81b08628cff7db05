/** A card's remark on its source: how the answer reader judged it, and whether the answer quotes it. */
import type { SourceRelevance } from '../../server/contract/chat-enums.ts'
import type { DocumentChoice } from '../conversation/chosen-documents.ts'

const READING_LABELS: Readonly<Record<SourceRelevance, string>> = {
  answers: 'answers',
  touches: 'touches on it',
  near: 'near',
}

interface SourceState {
  /** `undefined` in stored answers older than this field, and if no sentence was judged. */
  reading: SourceRelevance | undefined
  cited: boolean
  /** False while the answer streams: it may still cite the source. */
  complete: boolean
  /** Whether a language model wrote the answer: such an answer cites instead of quoting. */
  writtenByModel: boolean
  /** The user's choice on it. */
  choice: DocumentChoice | undefined
}

/** @example "Touches on it, not quoted"; `undefined` if there is nothing to say */
export function readingInWords({
  reading,
  cited,
  complete,
  writtenByModel,
  choice,
}: SourceState): string | undefined {
  const verb = writtenByModel ? 'cited' : 'quoted'
  const useInAnswer =
    choice === 'leaveOut' && !cited
      ? 'left out as you chose'
      : choice === 'quote' && cited
        ? `${verb} as you chose`
        : reading && complete && !cited
          ? `not ${verb}`
          : undefined
  const words = [reading && READING_LABELS[reading], useInAnswer].filter(Boolean).join(', ')
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : undefined
}
