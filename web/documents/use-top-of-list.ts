/** Turning to another page of a list leads to its top: what is read next, and for the keyboard and a screen reader too. */
import { type RefObject, useEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** The state of a link that puts other documents in the place of those listed. */
export const toTop = { toTopOfList: true }

/** @returns for the part of the page that holds the list; it can take the focus. Going back keeps the browser's place. */
export function useTopOfList(): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null)
  const { key, state } = useLocation()
  const kind = useNavigationType()
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    if (kind === 'POP' || !state?.toTopOfList) return
    list.current?.focus({ preventScroll: true })
    list.current?.scrollIntoView()
  }, [key, kind, state])
  return list
}
