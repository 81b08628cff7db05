/** Controls for the user to override the program's choice of sources: quote one, leave one out, or undo that. */
import {
  type ChosenDocuments,
  chosenDocumentsInWords,
  type DocumentChoice,
  documentChoiceOf,
  isChoiceFull,
  NO_CHOSEN_DOCUMENTS,
  withChoice,
} from '../conversation/chosen-documents.ts'

/** The user's choices on the sources of an answer. */
export interface SourceOverride {
  chosen: ChosenDocuments
  /** Asks the question again with these choices; `undefined` for all but the latest question. */
  ask: ((chosen: ChosenDocuments) => void) | undefined
  busy: boolean
}

interface OverrideButtonProps extends SourceOverride {
  document: { id: string; title: string; summary: string | null }
  cited: boolean
  /** Whether the answer cites any source. */
  anyCited: boolean
  /** Whether a language model wrote the answer. */
  writtenByModel: boolean
  /** The button disappears while the question is asked again; this keeps the focus near it. */
  keepFocus: () => void
}

/** The button on a source card. */
export function OverrideButton(props: OverrideButtonProps) {
  const { chosen, ask, busy, document, cited, keepFocus } = props
  const choice = documentChoiceOf(chosen, document.id)
  const next = choice === undefined ? (cited ? 'leaveOut' : 'quote') : undefined
  if (!ask || (next && isChoiceFull(chosen, next))) return null
  // A document without a summary has nothing to quote.
  if (next === 'quote' && document.summary === null) return null
  return (
    <button
      type="button"
      className="quiet disabled:opacity-50"
      disabled={busy}
      onClick={() => {
        keepFocus()
        ask(withChoice(chosen, document.id, next))
      }}
    >
      {buttonLabel(props, choice, next)}
      <span className="sr-only"> {document.title}</span>
    </button>
  )
}

function buttonLabel(
  { anyCited, writtenByModel }: OverrideButtonProps,
  was: DocumentChoice | undefined,
  next: DocumentChoice | undefined,
) {
  if (was) return was === 'leaveOut' ? 'Put back' : 'Undo your choice'
  if (next === 'leaveOut') return 'Leave this one out'
  const verb = writtenByModel ? 'Use' : 'Quote'
  return anyCited ? `${verb} this one too` : `${verb} this one`
}

/** Above the cards: a line that counts the user's choices. */
export function ChosenDocumentsLine({
  chosen,
  ask,
  busy,
  keepFocus,
}: SourceOverride & { keepFocus: () => void }) {
  const words = chosenDocumentsInWords(chosen)
  if (!words) return null
  return (
    <p className="flex flex-wrap items-center gap-x-2 px-4 pb-2 text-label text-soft column:px-6">
      Your choice: {words}.
      {ask ? (
        <button
          type="button"
          disabled={busy}
          className="quiet underline decoration-rule disabled:opacity-50"
          onClick={() => {
            keepFocus()
            ask(NO_CHOSEN_DOCUMENTS)
          }}
        >
          Let the program decide again
        </button>
      ) : null}
    </p>
  )
}
