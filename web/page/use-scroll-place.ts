/**
 * Going back and forward leads to the place on the page where the reader was. A browser restores it on its own at a
 * moment that it chooses: where that is before the list is drawn again, the page is too short and the place is lost.
 */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation, useNavigationType } from 'react-router'

/** Where the places are kept while the page is loaded again: by the key of the location, in pixels from the top. */
const STORED = 'aide-memoire.scroll-places'

export function useScrollPlace(): void {
  const { key } = useLocation()
  const kind = useNavigationType()
  const places = useRef<Map<string, number> | undefined>(undefined)
  places.current ??= readStored()
  const shown = useRef(key)

  useEffect(() => {
    const remember = () => void places.current?.set(shown.current, window.scrollY)
    // A page loaded again is the browser's to restore: it alone knows when what it loads is there.
    const leave = () => {
      store(places.current ?? new Map())
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
    const place = places.current?.get(key)
    // A jump within the page, as to the content, has no state, and the place that its link names.
    const isJump = window.history.state === null
    if (kind === 'POP' && place !== undefined && !isJump) return scrollOnceThere(place)
  }, [key, kind])
}

/**
 * Scrolls there now, and again as the page grows, until it is long enough or the reader moves.
 * @param place in pixels from the top. @returns what ends the waiting
 */
function scrollOnceThere(place: number): () => void {
  const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const
  const grows = new ResizeObserver(() => go())
  const end = () => {
    grows.disconnect()
    for (const move of moves) window.removeEventListener(move, end)
  }
  const go = () => {
    window.scrollTo(0, place)
    if (document.documentElement.scrollHeight >= place + window.innerHeight) end()
  }
  for (const move of moves) window.addEventListener(move, end, { passive: true })
  grows.observe(document.body)
  go()
  return end
}

function readStored(): Map<string, number> {
  try {
    return new Map(JSON.parse(window.sessionStorage.getItem(STORED) ?? '[]'))
  } catch {
    // Storage may be closed to this page, or hold what another version wrote.
    return new Map()
  }
}

function store(places: Map<string, number>): void {
  try {
    window.sessionStorage.setItem(STORED, JSON.stringify([...places]))
  } catch {
    // Without storage the places are lost with the page, and nothing else.
  }
}
