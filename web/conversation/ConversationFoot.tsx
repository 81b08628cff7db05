/** What stands at the foot of the conversation: the question field, and the way to an empty conversation and back. */
import { Plus } from 'lucide-react'
import { QuestionField, type QuestionFieldProps } from './QuestionField.tsx'

interface ConversationFootProps extends QuestionFieldProps {
  started: boolean
  /** Whether the browser's storage takes the conversation. */
  kept: boolean
  begin: () => void
  undo: (() => void) | undefined
}

export function ConversationFoot({ started, kept, begin, undo, ...field }: ConversationFootProps) {
  return (
    <div
      data-question-field
      data-screen-only
      className="sticky bottom-0 z-10 [@media(max-height:26rem)]:static -mx-4 mt-auto bg-paper px-4 pt-1 column:-mx-8 column:px-8 pb-[max(0.5rem,env(safe-area-inset-bottom))] before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-6 before:bg-linear-to-t before:from-paper before:to-transparent"
    >
      <div className="flex min-h-7 items-center justify-between gap-4 text-label text-soft">
        <p role="status">
          {kept ? '' : 'This conversation cannot be kept: the browser’s storage is full or switched off.'}
          {undo ? (
            <>
              The conversation is cleared.{' '}
              <button type="button" className="quiet link" onClick={undo}>
                Undo
              </button>
            </>
          ) : null}
        </p>
        {started ? (
          <button type="button" className="quiet shrink-0" onClick={begin}>
            <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
            New conversation
          </button>
        ) : null}
      </div>
      <QuestionField {...field} />
    </div>
  )
}
