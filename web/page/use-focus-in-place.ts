/**
 * A control may disappear when it is used (e.g. the chip of a filter), and the focus would return to the start of the
 * page. This hook moves it to the control that now has the same index, or to the last one, or to `outside`.
 */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * @param controls a selector for the controls
 * @param outside gets the focus when no control is left
 * @returns the ref for the container of the controls
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

  // After every render, because any may have removed the control.
  useEffect(() => {
    if (!last.current || last.current.control.isConnected) return
    const there = present(part.current, controls)
    const next = there[Math.min(last.current.place, there.length - 1)] ?? outside.current
    last.current = undefined
    // If the user has focused something else, the focus stays there.
    if (document.activeElement === document.body && next instanceof HTMLElement)
      next.focus({ preventScroll: true })
  })
  return part
}

function present(part: Element | null, controls: string): Element[] {
  return [...(part?.querySelectorAll(controls) ?? [])]
}
