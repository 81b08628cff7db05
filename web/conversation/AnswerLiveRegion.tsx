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
import { type ParsedAnswer, parseAnswer } from './parse-answer.ts'
import { supportedCountInWords } from './verdict-in-words.ts'

interface AnswerLiveRegionProps {
  conversation: OpenConversation
  busy: boolean
}

export function AnswerLiveRegion({ conversation, busy }: AnswerLiveRegionProps) {
  const [announcement, setAnnouncement] = useState('')
  useEffect(() => {
    // Answers restored by a reload are not announced.
    if (!conversation.hasUnannouncedAnswer) return
    if (!busy) conversation.hasUnannouncedAnswer = false
    // Reads the messages directly: the rendered text may lag some words behind.
    setAnnouncement(
      busy ? 'Searching the archive.' : announcementOf(exchangesOf(conversation.chat.messages).at(-1)),
    )
  }, [conversation, busy])
  return (
    <div role="log" aria-live="polite" aria-label="Answers" className="sr-only">
      {announcement}
    </div>
  )
}

function announcementOf(exchange: Exchange | undefined): string {
  const answer = exchange?.answer
  if (!answer || !outcomeOf(answer)) return 'The answer was not completed.'
  const parsed = parseAnswer(answer, false)
  const checked = verdictsOf(answer)
  const count = sourceCountInWords(parsed)
  const supported = checked.length > 0 ? `${supportedCountInWords(checked)}.` : ''
  return [answerAsSpeech(parsed), count, supported].filter(Boolean).join(' ')
}

function sourceCountInWords({ sources, outcome }: ParsedAnswer): string {
  if (sources.length === 0) return ''
  if (outcome !== 'nothing-found') return `${sourcesHeading(sources.length, outcome)}.`
  return sources.length === 1
    ? 'One document is merely near.'
    : `${sources.length} documents are merely near.`
}
