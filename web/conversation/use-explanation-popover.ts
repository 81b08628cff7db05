/**
 * State of an explanation popover. It opens while its trigger is hovered or has keyboard focus. When the trigger is
 * pressed (touch, click or key), it stays open, and only then the focus moves into it.
 */
import { type FocusEvent, type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react'

/** Long enough not to flicker when the pointer only passes, and to cross the gap between trigger and popover (ms). */
const OPEN_DELAY_MS = 180
const CLOSE_DELAY_MS = 120
/** Closing returns the focus to the trigger, which must not open it again within this time (ms). */
const REOPEN_BLOCK_MS = 400

export function useExplanationPopover() {
  const [shown, setShown] = useState<'hovered' | 'pressed' | undefined>()
  const triggerRef = useRef<HTMLButtonElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const closedAt = useRef(Number.NEGATIVE_INFINITY)
  // Stays true until the focus has been returned. A ref, because no rerender is needed.
  const wasPressed = useRef(false)
  useEffect(() => () => clearTimeout(timer.current), [])

  const schedule = (act: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, ms)
  }
  const showOnHover = () => setShown((now) => now ?? 'hovered')
  const hideOnLeave = () => setShown((now) => (now === 'hovered' ? undefined : now))
  const hoverHandlers = {
    // Touch also fires pointerenter, but is handled as a press.
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') schedule(showOnHover, OPEN_DELAY_MS)
    },
    onPointerLeave: () => schedule(hideOnLeave, CLOSE_DELAY_MS),
  }

  return {
    root: {
      open: shown !== undefined,
      onOpenChange: (wanted: boolean) => {
        clearTimeout(timer.current)
        if (wanted) wasPressed.current = true
        else closedAt.current = performance.now()
        setShown(wanted ? 'pressed' : undefined)
      },
    },
    trigger: {
      ...hoverHandlers,
      ref: triggerRef,
      onFocus: ({ currentTarget }: FocusEvent<HTMLElement>) => {
        const isRestoredFocus = performance.now() - closedAt.current < REOPEN_BLOCK_MS
        if (!isRestoredFocus && currentTarget.matches(':focus-visible')) showOnHover()
      },
      onBlur: hideOnLeave,
      onClick: (event: MouseEvent) => {
        clearTimeout(timer.current)
        if (shown !== 'hovered') return
        // Already open by hover: keep it open and move the focus into it.
        event.preventDefault()
        wasPressed.current = true
        setShown('pressed')
        content.current?.focus()
      },
    },
    content: {
      ...hoverHandlers,
      ref: content,
      onOpenAutoFocus: (event: Event) => {
        if (shown !== 'pressed') event.preventDefault()
      },
      onCloseAutoFocus: (event: Event) => {
        event.preventDefault()
        // After hovering only, or when the user focused something else, the focus stays where it is.
        if (wasPressed.current && document.activeElement === document.body)
          triggerRef.current?.focus({ preventScroll: true })
        wasPressed.current = false
      },
    },
  }
}
