/** A button that shows and hides another element. */
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'

interface DisclosureButtonProps {
  open: boolean
  setOpen: (open: boolean) => void
  /** The id of that element. */
  controls: string
  /** Hides the button in print. */
  screenOnly?: boolean
  children: ReactNode
}

export function DisclosureButton({ open, setOpen, controls, screenOnly, children }: DisclosureButtonProps) {
  return (
    <button
      type="button"
      className="quiet"
      aria-expanded={open}
      aria-controls={controls}
      onClick={() => setOpen(!open)}
      {...(screenOnly ? { 'data-screen-only': true } : {})}
    >
      {children}
      <ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" className={open ? 'rotate-180' : ''} />
    </button>
  )
}
