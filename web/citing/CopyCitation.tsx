/** A button that copies citations to the clipboard: as HTML (with italics, for word processors) and as plain text. */
import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'

const STATE_LABELS = {
  ready: '',
  copied: 'Copied',
  refused: 'The browser does not allow copying here',
}

interface CopyCitationProps {
  text: string
  /** `undefined` when there is only plain text. */
  html: string | undefined
  /** The button's text before it is pressed. */
  label: string
  /** Announced to screen readers after copying. */
  doneAnnouncement: string
}

export function CopyCitation({ text, html, label, doneAnnouncement }: CopyCitationProps) {
  const [state, setState] = useState<keyof typeof STATE_LABELS>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), 3000)
    return () => clearTimeout(timer)
  }, [state])

  const copy = () =>
    writeToClipboard(text, html).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  return (
    <>
      <button type="button" className="quiet text-ink" onClick={copy}>
        <Copy size={13} strokeWidth={1.75} aria-hidden="true" />
        {STATE_LABELS[state] || label}
      </button>
      <span role="status" className="sr-only">
        {state === 'copied' ? doneAnnouncement : STATE_LABELS[state]}
      </span>
    </>
  )
}

async function writeToClipboard(text: string, html: string | undefined) {
  if (html === undefined || typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text)
  const blob = (content: string, type: string) => new Blob([content], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ])
}
