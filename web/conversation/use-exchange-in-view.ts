/** Tracks which exchange of a conversation is in view, and scrolls to a new one. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useNavigationType } from 'react-router'

/** Observes only the upper 40 % of the window, where people read. */
const UPPER_WINDOW_MARGIN = '0px 0px -60% 0px'

/**
 * Finds the exchange that the user looks at: the last one that reaches into the upper part of the window.
 * @param ids the question ids of the exchanges, in order
 * @returns also `showExchange`, which sets it after a click
 */
export function useExchangeInView(ids: readonly string[]) {
  const [inView, setInView] = useState<string | undefined>()
  const key = ids.join(' ')

  useEffect(() => {
    const visible = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target instanceof HTMLElement ? target.dataset.exchange : undefined
          if (id === undefined) continue
          if (isIntersecting) visible.add(id)
          else visible.delete(id)
        }
        const last = key.split(' ').findLast((id) => visible.has(id))
        if (last) setInView(last)
      },
      { rootMargin: UPPER_WINDOW_MARGIN },
    )
    for (const element of document.querySelectorAll('[data-exchange]')) observer.observe(element)
    return () => observer.disconnect()
  }, [key])

  const showExchange = useCallback((id: string) => setInView(id), [])
  return { inView: inView !== undefined && ids.includes(inView) ? inView : ids.at(-1), showExchange }
}

/** Scrolls a new question to the top of the window, to make room for its answer. */
export function useScrollToLatest(questionId: string | undefined, busy: boolean) {
  // After a reload the browser restores the scroll position; a click in the list leads to the latest exchange.
  const isArrival = useRef(useNavigationType() === 'PUSH')
  const scrolledTo = useRef(questionId)
  useEffect(() => {
    if (isArrival.current) requestAnimationFrame(() => scrollTo(scrolledTo.current))
    isArrival.current = false
  }, [])
  useEffect(() => {
    if (scrolledTo.current === questionId) return
    // A question asked in another tab does not scroll this one.
    if (!busy) return
    scrolledTo.current = questionId
    scrollTo(questionId)
  }, [questionId, busy])
}

function scrollTo(questionId: string | undefined) {
  const exchanges = [...document.querySelectorAll<HTMLElement>('[data-exchange]')]
  const at = exchanges.findIndex((exchange) => exchange.dataset.exchange === questionId)
  // The first exchange is at the top already.
  if (at > 0) exchanges[at]?.scrollIntoView()
}
