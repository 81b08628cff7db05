/** Tells a screen reader of an answer once it is complete: words as they stream would talk over each other. */
import { useEffect, useRef, useState } from 'react'
import { answerAsSpeech } from './answer-as-speech.ts'
import type { Exchange } from './message-parts.ts'
import { outcomeOf, sourcesOf, textOf } from './message-parts.ts'

export function Announcement({ latest, busy }: { latest: Exchange | undefined; busy: boolean }) {
  const [words, setWords] = useState('')
  const wasBusy = useRef(false)
  useEffect(() => {
    // Only what has just been answered: not the conversation that a reload brings back.
    if (busy && !wasBusy.current) setWords('Searching the archive.')
    if (!busy && wasBusy.current) setWords(announced(latest))
    wasBusy.current = busy
  }, [busy, latest])
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
