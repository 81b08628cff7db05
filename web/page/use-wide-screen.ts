import { useSyncExternalStore } from 'react'

/** The same width as `--breakpoint-wide` in theme.css: from here on, the sources are beside the text. */
const wide = window.matchMedia('(min-width: 68.75rem)')

export function useWideScreen(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed)
      return () => wide.removeEventListener('change', changed)
    },
    () => wide.matches,
  )
}
