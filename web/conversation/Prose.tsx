/** What stands around an answer that a language model writes: its searches as they happen, and how it was checked. */
import type { ChatMessage, WriterName } from '../../server/chat/message.ts'
import { leftOutOf, stepsOf, verdictsOf, waitingOf, writerOf } from './message-parts.ts'

/** Above the text: whose turn it is, and what is searched. */
export function Research({ answer, streaming }: { answer: ChatMessage; streaming: boolean }) {
  const [steps, place, leftOut] = [stepsOf(answer), waitingOf(answer), leftOutOf(answer)]
  if (steps.length === 0 && leftOut === 0 && !(streaming && place > 0)) return null
  return (
    <div className="mb-3 text-label text-soft">
      {streaming && place > 0 ? <p role="status">The model is busy. Place in the queue: {place}.</p> : null}
      {steps.length > 0 ? (
        <ol aria-label="Steps of the search">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps only grow at their end
            <li key={index}>{step.summary}</li>
          ))}
        </ol>
      ) : null}
      {leftOut > 0 ? (
        <p>
          {leftOut === 1 ? 'The earliest turn' : `The ${leftOut} earliest turns`} of this conversation did not
          fit the model and {leftOut === 1 ? 'was' : 'were'} left out.
        </p>
      ) : null}
    </div>
  )
}

/** Below the text: who wrote it, and how many of its sentences are held by their sources. */
export function Checked({ answer }: { answer: ChatMessage }) {
  const [written, sentences] = [writerOf(answer), verdictsOf(answer)]
  if (!written || written.writer === 'quotations') return null
  const held = sentences.filter(({ verdict }) => verdict === 'supported').length
  return (
    <p className="mt-4 text-label text-soft">
      Written by {nameOf(written.writer)}
      {written.failure ? ', which failed; the quotations follow' : ''}.{' '}
      {sentences.length > 0
        ? `${held} of ${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'} checked against ${sentences.length === 1 ? 'its source' : 'their sources'}.`
        : ''}
    </p>
  )
}

export function nameOf(writer: WriterName): string {
  return writer === 'quotations' ? 'quotations' : `${writer.model} (${writer.provider})`
}
