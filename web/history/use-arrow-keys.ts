/**
 * One stop for Tab in a list of hundreds, and arrow keys from row to row (the WAI-ARIA practice of a roving tab
 * index): who goes by keyboard is past the list with one more Tab.
 */
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'

/** @param ids of the rows, in their order. @param current the row that is a stop before the reader was on any */
export function useArrowKeys(ids: readonly string[], current: string | undefined) {
  const list = useRef<HTMLDivElement>(null)
  const [last, setLast] = useState<string | undefined>()
  const stop = [last, current].find((id) => id !== undefined && ids.includes(id)) ?? ids[0]

  const onFocus = (event: FocusEvent) => setLast(rowOf(event.target)?.dataset.conversation)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-conversation] a') ?? [])]
    const at = links.indexOf(event.target)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
    if (to === undefined || !links[to]) return
    event.preventDefault()
    links[to].focus()
  }
  return { list, stop, onFocus, onKeyDown }
}

function rowOf(element: EventTarget): HTMLElement | null {
  return element instanceof Element ? element.closest<HTMLElement>('[data-conversation]') : null
}
