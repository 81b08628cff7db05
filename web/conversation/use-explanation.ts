/**
 * State of an explanation popover. It opens while its trigger is hovered or has keyboard focus. When the trigger is
 * pressed (touch, click or key), it stays open, and only then the focus moves into it.
 */
import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** Long enough not to flicker when the pointer only passes, and to cross the gap between trigger and popover (ms). */
const OPENS_AFTER = 180
const CLOSES_AFTER = 120
/** Closing returns the focus to the trigger, which must not open it again within this time (ms). */
const STAYS_CLOSED = 400

export function useExplanation() {
  const [shown, setShown] = useState<'meant' | 'pressed' | undefined>()
  const mark = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const closed = useRef(Number.NEGATIVE_INFINITY)
  // Stays true until the focus has been returned. A ref, because no rerender is needed.
  const pressed = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const later = (act: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, ms)
  }
  const mean = () => setShown((now) => now ?? 'meant')
  const leave = () => setShown((now) => (now === 'meant' ? undefined : now))
  const pointing = {
    // Touch also fires pointerenter, but is handled as a press.
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
        // Already open by hover: keep it open and move the focus into it.
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
        // After hovering only, or when the user focused something else, the focus stays where it is.
        if (pressed.current && document.activeElement === document.body)
          mark.current?.focus({ preventScroll: true })
        pressed.current = false
      },
    },
  }
}
