/** The sources under their answer, where the screen has no room for a column beside it. */
import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { Sources, type SourcesProps, sourcesHeading } from './Sources.tsx'

export interface SourcesSheetProps extends SourcesProps {
  open: boolean
  setOpen: (open: boolean) => void
}

export function SourcesSheet({ open, setOpen, ...sources }: SourcesSheetProps) {
  const id = useId()
  const [count, near] = [sources.sources.length, sources.near]
  return (
    <div data-sources className="-mx-4 mt-8 column:-mx-6">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex min-h-11 w-full items-center justify-between border-rule border-t px-4 text-left font-strong text-label column:px-6"
        >
          {sourcesHeading(count, near)}
          <ChevronDown size={16} strokeWidth={1.75} aria-hidden="true" className={open ? 'rotate-180' : ''} />
        </button>
      </h3>
      <div id={id} hidden={!open}>
        <Sources {...sources} />
      </div>
    </div>
  )
}
