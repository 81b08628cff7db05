/** Shows the list of conversations, where it does not stand at the side already. */
import { PanelLeft } from 'lucide-react'
import { useWideScreen } from '../page/use-wide-screen.ts'
import { setDrawerOpen, setFolded, useSide } from './side.ts'

export function HistoryButton() {
  const wide = useWideScreen()
  const { folded, drawerOpen } = useSide()
  if (wide && !folded) return null
  return (
    <button
      type="button"
      data-shows-conversations
      className="quiet"
      aria-haspopup={wide ? undefined : 'dialog'}
      aria-expanded={wide ? false : drawerOpen}
      onClick={() => {
        if (!wide) return setDrawerOpen(true)
        setFolded(false)
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>('[aria-labelledby=conversations] button')?.focus(),
        )
      }}
    >
      <PanelLeft size={14} strokeWidth={1.75} aria-hidden="true" />
      Conversations
    </button>
  )
}
