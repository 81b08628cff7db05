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
export function useFocusNeighbour<Container extends Element>(
  controls: string,
  outside: RefObject<HTMLElement | null>,
): RefObject<Container | null> {
  const container = useRef<Container>(null)
  const last = useRef<{ control: Element; index: number } | undefined>(undefined)

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || !container.current?.contains(target)) return
      last.current = { control: target, index: controlsIn(container.current, controls).indexOf(target) }
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [controls])

  // After every render, because any may have removed the control.
  useEffect(() => {
    if (!last.current || last.current.control.isConnected) return
    const remaining = controlsIn(container.current, controls)
    const next = remaining[Math.min(last.current.index, remaining.length - 1)] ?? outside.current
    last.current = undefined
    // If the user has focused something else, the focus stays there.
    if (document.activeElement === document.body && next instanceof HTMLElement)
      next.focus({ preventScroll: true })
  })
  return container
}

function controlsIn(container: Element | null, controls: string): Element[] {
  return [...(container?.querySelectorAll(controls) ?? [])]
}
