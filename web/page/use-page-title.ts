import { useEffect } from 'react'

/** Sets the window title to the page's name, or to the program's name alone. */
export function usePageTitle(name?: string) {
  useEffect(() => {
    document.title = name ? `${name} · Aide-Mémoire` : 'Aide-Mémoire'
  }, [name])
}
