import { useCallback, useEffect, useState } from 'react'

/** The upper part of the window where reading happens; the last exchange that reaches into it is in view. */
const READING_PART = '0px 0px -60% 0px'

/** The id of the exchange that the reader is looking at, and a way to say so after a click. */
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
      { rootMargin: READING_PART },
    )
    for (const element of document.querySelectorAll('[data-exchange]')) observer.observe(element)
    return () => observer.disconnect()
  }, [key])

  const look = useCallback((id: string) => setInView(id), [])
  return { inView: inView !== undefined && ids.includes(inView) ? inView : ids.at(-1), look }
}
