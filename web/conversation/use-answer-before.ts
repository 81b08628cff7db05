import { useState } from 'react'
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { type Exchange, sourcesOf } from './message-parts.ts'

/**
 * The answer of before while its question is asked again, until the new one has sources: the cards stay, since the
 * person at the page is among them. `undefined` otherwise.
 */
export function useAnswerBefore(latest: Exchange | undefined, busy: boolean): ChatMessage | undefined {
  const [before, setBefore] = useState(latest)
  if (!busy && latest !== before) setBefore(latest)
  const isAskedAgain = busy && latest !== undefined && latest.question.id === before?.question.id
  const hasSources = latest?.answer !== undefined && sourcesOf(latest.answer).length > 0
  return isAskedAgain && !hasSources ? before?.answer : undefined
}
