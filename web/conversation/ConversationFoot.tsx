/** What stands at the foot of the conversation: the question field, what it is about, and the way to other conversations. */
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { HistoryButton } from '../history/HistoryButton.tsx'
import type { Kept } from '../history/keeping.ts'
import { QuestionField, type QuestionFieldProps } from './QuestionField.tsx'
import { WriterChoice } from './WriterChoice.tsx'

interface ConversationFootProps extends QuestionFieldProps {
  started: boolean
  /** Whether the browser's storage takes the conversation. */
  kept: Kept
  keepAnyway?: () => void
  /** The document that the conversation is about. */
  aboutLine?: ReactNode
}

const NOT_KEPT = {
  full: 'This conversation is not kept: the browser’s storage is full.',
  off: 'This conversation is not kept: the browser’s storage is switched off.',
  deleted: 'This conversation was deleted in another tab.',
}

export function ConversationFoot(props: ConversationFootProps) {
  const { started, kept, keepAnyway, aboutLine, ...field } = props
  return (
    <div
      data-question-field
      data-screen-only
      className="sticky bottom-0 z-10 [@media(max-height:26rem)]:static -mx-4 mt-auto bg-paper px-4 pt-1 column:-mx-8 column:px-8 pb-[max(0.5rem,env(safe-area-inset-bottom))] before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-6 before:bg-linear-to-t before:from-paper before:to-transparent"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-4 text-label text-soft">
        <HistoryButton />
        <p role="status">
          {kept === 'kept' ? '' : NOT_KEPT[kept]}
          {kept === 'deleted' ? (
            <button type="button" className="quiet link ml-2" onClick={keepAnyway}>
              Keep it
            </button>
          ) : null}
        </p>
        {started ? (
          <Link to="/" className="quiet ml-auto shrink-0">
            <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
            New conversation
          </Link>
        ) : null}
      </div>
      {aboutLine}
      <WriterChoice />
      <QuestionField {...field} />
    </div>
  )
}
