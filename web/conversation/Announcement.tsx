/** Tells a screen reader of an answer once it is complete: words as they stream would talk over each other. */
import { useEffect, useState } from 'react'
import { answerAsSpeech } from './answer-as-speech.ts'
import type { Exchange } from './message-parts.ts'
import { exchangesOf, outcomeOf, sourcesOf, textOf } from './message-parts.ts'
import type { OpenedConversation } from './opened-conversation.ts'

interface AnnouncementProps {
  opened: OpenedConversation
  busy: boolean
}

export function Announcement({ opened, busy }: AnnouncementProps) {
  const [words, setWords] = useState('')
  useEffect(() => {
    // Only what has just been answered, be it before this was drawn: not what a reload brings back.
    if (!opened.unheard) return
    if (!busy) opened.unheard = false
    // Not as drawn, which may be some words behind.
    setWords(busy ? 'Searching the archive.' : announced(exchangesOf(opened.chat.messages).at(-1)))
  }, [opened, busy])
  return (
    <div role="log" aria-live="polite" aria-label="Answers" className="sr-only">
      {words}
    </div>
  )
}

function announced(exchange: Exchange | undefined): string {
  const answer = exchange?.answer
  if (!answer || !outcomeOf(answer)) return 'The answer was not completed.'
  const sources = sourcesOf(answer)
  const count = sources.length === 1 ? 'One source.' : `${sources.length} sources.`
  return `${answerAsSpeech(textOf(answer), sources)} ${count}`
}
