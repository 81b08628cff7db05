/**
 * Live region for screen readers. Announces an answer when it is complete: announcing it while it streams would make
 * announcements interrupt each other.
 */
import { useEffect, useState } from 'react'
import { sourcesHeading } from '../sources/Sources.tsx'
import { answerAsSpeech } from './answer-as-speech.ts'
import type { Exchange } from './message-parts.ts'
import { exchangesOf, outcomeOf, verdictsOf } from './message-parts.ts'
import type { OpenConversation } from './open-conversations.ts'
import { type ReadAnswer, readAnswer } from './read-answer.ts'
import { countHeld } from './verdict-words.ts'

interface AnnouncementProps {
  opened: OpenConversation
  busy: boolean
}

export function Announcement({ opened, busy }: AnnouncementProps) {
  const [words, setWords] = useState('')
  useEffect(() => {
    // Answers restored by a reload are not announced.
    if (!opened.unheard) return
    if (!busy) opened.unheard = false
    // Reads the messages directly: the rendered text may lag some words behind.
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
  const read = readAnswer(answer, false)
  const checked = verdictsOf(answer)
  const count = countOf(read)
  const held = checked.length > 0 ? `${countHeld(checked)}.` : ''
  return [answerAsSpeech(read), count, held].filter(Boolean).join(' ')
}

function countOf({ sources, outcome }: ReadAnswer): string {
  if (sources.length === 0) return ''
  if (outcome !== 'nothing-found') return `${sourcesHeading(sources.length, outcome)}.`
  return sources.length === 1
    ? 'One document is merely near.'
    : `${sources.length} documents are merely near.`
}
