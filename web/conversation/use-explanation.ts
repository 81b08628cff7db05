/**
 * An explanation that shows itself while its mark is pointed at or has the keyboard's focus, and stays when the mark is
 * pressed, by finger, pointer or key: only then does the focus go into it.
 */
import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** Long enough not to flicker as the pointer passes, and to cross the gap between mark and explanation (ms). */
const OPENS_AFTER = 180
const CLOSES_AFTER = 120
/** Closing gives the focus back to the mark, which must not open it again (ms). */
const STAYS_CLOSED = 400

export function useExplanation() {
  const [shown, setShown] = useState<'meant' | 'pressed' | undefined>()
  const mark = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const closed = useRef(Number.NEGATIVE_INFINITY)
  // Until the focus has been given back, for which nothing is drawn again.
  const pressed = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const later = (act: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, ms)
  }
  const mean = () => setShown((now) => now ?? 'meant')
  const leave = () => setShown((now) => (now === 'meant' ? undefined : now))
  const pointing = {
    // A finger presses; it does not point.
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') later(mean, OPENS_AFTER)
    },
    onPointerLeave: () => later(leave, CLOSES_AFTER),
  }

  return {
    root: {
      open: shown !== undefined,
      onOpenChange: (wanted: boolean) => {
        clearTimeout(timer.current)
        if (wanted) pressed.current = true
        else closed.current = performance.now()
        setShown(wanted ? 'pressed' : undefined)
      },
    },
    trigger: {
      ...pointing,
      ref: mark,
      onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
        const comesBack = performance.now() - closed.current < STAYS_CLOSED
        if (!comesBack && currentTarget.matches(':focus-visible')) mean()
      },
      onBlur: leave,
      onClick: (event: MouseEvent) => {
        clearTimeout(timer.current)
        if (shown !== 'meant') return
        // It is there already: it stays, and is read.
        event.preventDefault()
        pressed.current = true
        setShown('pressed')
        content.current?.focus()
      },
    },
    content: {
      ...pointing,
      ref: content,
      onOpenAutoFocus: (event: Event) => {
        if (shown !== 'pressed') event.preventDefault()
      },
      onCloseAutoFocus: (event: Event) => {
        event.preventDefault()
        // Whoever only pointed, or has gone on elsewhere, has the focus there.
        if (pressed.current && document.activeElement === document.body)
          mark.current?.focus({ preventScroll: true })
        pressed.current = false
      },
    },
  }
}
