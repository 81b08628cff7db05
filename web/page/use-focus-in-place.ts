/**
 * A control may go when it is used, as the chip of a choice does; the focus would fall back to the beginning of the page.
 * It goes to the control that now stands in that place, else to the last of them, else out of their part of the page.
 */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * @param controls a selector of those that may take each other's place.
 * @param outside where to go when none is left.
 * @returns for the part of the page in which they stand.
 */
export function useFocusInPlace<Part extends Element>(
  controls: string,
  outside: RefObject<HTMLElement | null>,
): RefObject<Part | null> {
  const part = useRef<Part>(null)
  const last = useRef<{ control: Element; place: number } | undefined>(undefined)

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !part.current?.contains(target)) return
      last.current = { control: target, place: present(part.current, controls).indexOf(target) }
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [controls])

  // After every drawing: each may have taken the control away.
  useEffect(() => {
    if (!last.current || last.current.control.isConnected) return
    const there = present(part.current, controls)
    const next = there[Math.min(last.current.place, there.length - 1)] ?? outside.current
    last.current = undefined
    // Whoever has gone elsewhere stays there.
    if (document.activeElement === document.body && next instanceof HTMLElement)
      next.focus({ preventScroll: true })
  })
  return part
}

function present(part: Element | null, controls: string): Element[] {
  return [...(part?.querySelectorAll(controls) ?? [])]
}
