/** A button that copies citations to the clipboard: as HTML (with italics, for word processors) and as plain text. */
import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'

const WORDS = {
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
  done: string
}

export function CopyCitation({ text, html, label, done }: CopyCitationProps) {
  const [state, setState] = useState<keyof typeof WORDS>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), 3000)
    return () => clearTimeout(timer)
  }, [state])

  const copy = () =>
    write(text, html).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  return (
    <>
      <button type="button" className="quiet text-ink" onClick={copy}>
        <Copy size={13} strokeWidth={1.75} aria-hidden="true" />
        {WORDS[state] || label}
      </button>
      <span role="status" className="sr-only">
        {state === 'copied' ? done : WORDS[state]}
      </span>
    </>
  )
}

async function write(text: string, html: string | undefined) {
  if (html === undefined || typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text)
  const blob = (content: string, type: string) => new Blob([content], { type })
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': blob(text, 'text/plain'), 'text/html': blob(html, 'text/html') }),
  ])
}
