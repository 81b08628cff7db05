import { useEffect } from 'react'

/** Names the page in the window's title; without a name, the program's own. */
export function usePageTitle(name?: string) {
  useEffect(() => {
    document.title = name ? `${name} · Aide-Mémoire` : 'Aide-Mémoire'
  }, [name])
}
