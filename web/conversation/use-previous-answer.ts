import { useState } from 'react'
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import { type Exchange, sourcesOf } from './message-parts.ts'

/**
 * The previous answer, while its question is asked again and the new answer has no sources yet. Its source cards stay
 * on the page, because the user's focus is on them. `undefined` otherwise.
 */
export function usePreviousAnswer(latest: Exchange | undefined, busy: boolean): ChatMessage | undefined {
  const [previous, setPrevious] = useState(latest)
  if (!busy && latest !== previous) setPrevious(latest)
  const isAskedAgain = busy && latest !== undefined && latest.question.id === previous?.question.id
  const hasSources = latest?.answer !== undefined && sourcesOf(latest.answer).length > 0
  return isAskedAgain && !hasSources ? previous?.answer : undefined
}
