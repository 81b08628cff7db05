/**
 * Restores the scroll position on going back and forward. The browser's own restoration may run before the list is
 * rendered again: then the page is too short, and the position is lost.
 */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** The sessionStorage key of the positions across reloads: pixels from the top, by the location's key. */
const STORAGE_KEY = 'aide-memoire.scroll-places'

export function useScrollRestoration(): void {
  const { key } = useLocation()
  const kind = useNavigationType()
  const positions = useRef<Map<string, number> | undefined>(undefined)
  positions.current ??= readStored()
  const shown = useRef(key)

  useEffect(() => {
    const remember = () => void positions.current?.set(shown.current, window.scrollY)
    // After a reload the browser restores the position: only the browser knows when loading is complete.
    const leave = () => {
      writeStored(positions.current ?? new Map())
      window.history.scrollRestoration = 'auto'
    }
    const arrive = () => {
      window.history.scrollRestoration = 'manual'
    }
    arrive()
    window.addEventListener('scroll', remember, { passive: true })
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', arrive)
    return () => {
      leave()
      window.removeEventListener('scroll', remember)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', arrive)
    }
  }, [])

  useLayoutEffect(() => {
    if (shown.current === key) return
    shown.current = key
    const position = positions.current?.get(key)
    // A jump within the page (e.g. the skip link) has no state; the browser scrolls to its target.
    const isJump = window.history.state === null
    if (kind === 'POP' && position !== undefined && !isJump) return scrollWhenTallEnough(position)
  }, [key, kind])
}

/**
 * Scrolls to the position now, and again whenever the page grows, until it is tall enough or the user does something.
 * @param position pixels from the top. @returns a function that stops this
 */
function scrollWhenTallEnough(position: number): () => void {
  const userInputs = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
  const resizeObserver = new ResizeObserver(() => go())
  const end = () => {
    resizeObserver.disconnect()
    for (const input of userInputs) window.removeEventListener(input, end)
  }
  const go = () => {
    window.scrollTo(0, position)
    if (document.documentElement.scrollHeight >= position + window.innerHeight) end()
  }
  for (const input of userInputs) window.addEventListener(input, end, { passive: true })
  resizeObserver.observe(document.body)
  go()
  return end
}

function readStored(): Map<string, number> {
  try {
    return new Map(JSON.parse(window.sessionStorage.getItem(STORAGE_KEY) ?? '[]'))
  } catch {
    // Storage may be forbidden, or hold another version's data.
    return new Map()
  }
}

function writeStored(positions: Map<string, number>): void {
  try {
    window.sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...positions]))
  } catch {
    // Without storage only the positions are lost.
  }
}
