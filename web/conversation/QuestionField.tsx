/** Where the question is written: grows with it, Enter sends, Shift and Enter begin a new line. */
import { useEffect, useId, useRef, useState } from 'react'
import { MAX_QUESTION_CHARACTERS } from '../../server/contract/limits.ts'

/** From this length on the page tells how many characters are left. */
const COUNTED_FROM_CHARACTERS = 1800

export interface QuestionFieldProps {
  busy: boolean
  ask: (question: string) => void
  stop: () => void
  autoFocus?: boolean
  onFocus?: () => void
  /** What stands in it at first. */
  initial?: string
}

export function QuestionField({
  busy,
  ask,
  stop,
  autoFocus = false,
  onFocus,
  initial = '',
}: QuestionFieldProps) {
  const [text, setText] = useState(initial)
  const field = useRef<HTMLTextAreaElement>(null)
  const noteId = useId()
  useEffect(() => {
    if (autoFocus && hasFinePointer()) field.current?.focus({ preventScroll: true })
  }, [autoFocus])
  const question = text.trim()
  const left = MAX_QUESTION_CHARACTERS - text.length
  const canAsk = question !== '' && left >= 0 && !busy

  const send = () => {
    if (!canAsk) return
    ask(question)
    setText('')
    // Under a finger the keyboard would cover the answer; with a real one, the next question can follow at once.
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
          aria-invalid={left < 0}
          placeholder="Ask the archive"
          enterKeyHint="send"
          className="field-sizing-content max-h-48 min-h-9 flex-1 resize-none bg-transparent px-2 py-1.5 font-serif text-body leading-snug outline-none placeholder:text-soft"
          onFocus={onFocus}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // While a Korean or Chinese word is being composed, Enter ends the word, not the question.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        {busy ? (
          <button type="button" onClick={stop} className={`${BUTTON} border border-edge text-ink`}>
            Stop
          </button>
        ) : (
          <button
            type="submit"
            aria-disabled={!canAsk}
            className={`${BUTTON} border border-ink bg-ink text-paper aria-disabled:border-rule aria-disabled:bg-transparent aria-disabled:text-soft`}
          >
            Ask
          </button>
        )}
      </div>
      <p id={noteId} className="min-h-5 px-1 pt-1 text-label text-soft leading-4" aria-live="polite">
        {left < 0
          ? `The question is ${-left} characters too long.`
          : text.length >= COUNTED_FROM_CHARACTERS
            ? `${left} characters left`
            : ''}
        {text.length < COUNTED_FROM_CHARACTERS ? (
          <span className="hidden pointer-fine:inline">Enter asks. Shift and Enter begin a new line.</span>
        ) : null}
      </p>
    </form>
  )
}

function hasFinePointer() {
  return window.matchMedia('(pointer: fine)').matches
}

const BUTTON = 'h-9 shrink-0 rounded-chip px-4 font-strong text-label'
