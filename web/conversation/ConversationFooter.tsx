/**
 * The footer of a conversation: the question field, and above it the document in question and links to other
 * conversations.
 */
import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Link } from 'react-router'
import { MAX_QUESTION_CHARACTERS } from '../../server/contract/limits.ts'
import { HistoryButton } from '../history/HistorySidebar.tsx'
import type { SaveOutcome } from '../history/storage.ts'
import { WriterChoice } from './WriterChoice.tsx'

interface QuestionFieldProps {
  busy: boolean
  ask: (question: string) => void
  stop: () => void
  autoFocus?: boolean
  onFocus?: () => void
  /** The initial text. */
  initial?: string
}

interface ConversationFooterProps extends QuestionFieldProps {
  started: boolean
  /** Whether the browser has stored the conversation. */
  saveOutcome: SaveOutcome
  saveAnyway?: () => void
  /** Names the document that the conversation is about. */
  aboutLine?: ReactNode
}

const NOT_SAVED = {
  full: 'This conversation is not kept: the browser’s storage is full.',
  off: 'This conversation is not kept: the browser’s storage is switched off.',
  deleted: 'This conversation was deleted in another tab.',
}

export function ConversationFooter(props: ConversationFooterProps) {
  const { started, saveOutcome, saveAnyway, aboutLine, ...field } = props
  return (
    <div
      data-question-field
      data-screen-only
      className="sticky bottom-0 z-10 [@media(max-height:26rem)]:static -mx-4 mt-auto bg-paper px-4 pt-1 column:-mx-8 column:px-8 pb-[max(0.5rem,env(safe-area-inset-bottom))] before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-6 before:bg-linear-to-t before:from-paper before:to-transparent"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-4 text-label text-soft">
        <HistoryButton />
        <p role="status">
          {saveOutcome === 'saved' ? '' : NOT_SAVED[saveOutcome]}
          {saveOutcome === 'deleted' ? (
            <button type="button" className="quiet link ml-2" onClick={saveAnyway}>
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

/** From this length on, the page shows how many characters are left. */
const SHOW_CHARACTERS_LEFT_FROM = 1800

/** A text field that grows with its text. Enter sends it; Shift+Enter starts a new line. */
function QuestionField({ busy, ask, stop, autoFocus = false, onFocus, initial = '' }: QuestionFieldProps) {
  const [text, setText] = useState(initial)
  const field = useRef<HTMLTextAreaElement>(null)
  const noteId = useId()
  useEffect(() => {
    if (autoFocus && hasFinePointer()) field.current?.focus({ preventScroll: true })
  }, [autoFocus])
  const question = text.trim()
  const charactersLeft = MAX_QUESTION_CHARACTERS - text.length
  const canAsk = question !== '' && charactersLeft >= 0 && !busy

  const send = () => {
    if (!canAsk) return
    ask(question)
    setText('')
    // An on-screen keyboard would cover the answer, so the field loses focus on touch screens.
    if (hasFinePointer()) field.current?.focus()
    else field.current?.blur()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="flex items-end gap-2 rounded-leaf border border-edge bg-leaf p-1.5 has-[textarea:focus-visible]:border-accent has-[textarea:focus-visible]:outline-1 has-[textarea:focus-visible]:outline-accent">
        <textarea
          ref={field}
          value={text}
          rows={1}
          aria-label="Your question"
          aria-describedby={noteId}
          aria-invalid={charactersLeft < 0}
          placeholder="Ask the archive"
          enterKeyHint="send"
          className="field-sizing-content max-h-48 min-h-9 flex-1 resize-none bg-transparent px-2 py-1.5 font-serif text-body leading-snug outline-none placeholder:text-soft"
          onFocus={onFocus}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // While an input method composes a Korean or Chinese word, Enter only ends that word.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        {busy ? (
          <button type="button" onClick={stop} className={`${BUTTON_CLASSES} border border-edge text-ink`}>
            Stop
          </button>
        ) : (
          <button
            type="submit"
            aria-disabled={!canAsk}
            className={`${BUTTON_CLASSES} border border-ink bg-ink text-paper aria-disabled:border-rule aria-disabled:bg-transparent aria-disabled:text-soft`}
          >
            Ask
          </button>
        )}
      </div>
      <p id={noteId} className="min-h-5 px-1 pt-1 text-label text-soft leading-4" aria-live="polite">
        {charactersLeft < 0
          ? `The question is ${-charactersLeft} characters too long.`
          : text.length >= SHOW_CHARACTERS_LEFT_FROM
            ? `${charactersLeft} characters left`
            : ''}
        {text.length < SHOW_CHARACTERS_LEFT_FROM ? (
          <span className="hidden pointer-fine:inline">Enter asks. Shift and Enter begin a new line.</span>
        ) : null}
      </p>
    </form>
  )
}

function hasFinePointer() {
  return window.matchMedia('(pointer: fine)').matches
}

const BUTTON_CLASSES = 'h-9 shrink-0 rounded-chip px-4 font-strong text-label'
