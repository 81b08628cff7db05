/** Puts an answer on the clipboard, with the list of its sources, and says so. */
import { Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Source } from '../../server/chat/message.ts'
import { answerAsText } from './answer-as-text.ts'

const WORDS = {
  ready: 'Copy',
  copied: 'Copied',
  refused: 'The browser does not allow copying here',
}

export function CopyAnswer({ text, sources }: { text: string; sources: readonly Source[] }) {
  const [state, setState] = useState<keyof typeof WORDS>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), 3000)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(answerAsText(text, sources))
      setState('copied')
    } catch {
      setState('refused')
    }
  }
  return (
    <>
      <button type="button" className="quiet" onClick={copy}>
        <Copy size={13} strokeWidth={1.75} aria-hidden="true" />
        {state === 'ready' && sources.length > 0 ? 'Copy with sources' : WORDS[state]}
      </button>
      <span role="status" className="sr-only">
        {state === 'ready' ? '' : state === 'copied' ? 'The answer is copied.' : WORDS.refused}
      </span>
    </>
  )
}
