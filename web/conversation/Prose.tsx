/** Notes around an answer written by a language model: its searches above, its author and verification result below. */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import {
  leftOutOf,
  quotationsOf,
  stepsOf,
  textOf,
  textsOf,
  verdictsOf,
  waitingOf,
  writerOf,
} from './message-parts.ts'
import type { ReadAnswer } from './read-answer.ts'
import { tellWriter } from './tell-writer.ts'
import { countHeld, NOT_OUTRIGHT } from './verdict-words.ts'

/** Above the text: the position in the model's queue, the searches, and turns left out of the model's context. */
export function Research({ answer, streaming }: { answer: ChatMessage; streaming: boolean }) {
  const [steps, place, leftOut] = [stepsOf(answer), waitingOf(answer), leftOutOf(answer)]
  if (steps.length === 0 && leftOut === 0 && !(streaming && place > 0)) return null
  return (
    <div className="mb-3 text-label text-soft">
      {streaming && place > 0 ? <p role="status">The model is busy. Place in the queue: {place}.</p> : null}
      {steps.length > 0 ? (
        <ol aria-label="Steps of the search">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only appended
            <li key={index}>{step.summary}</li>
          ))}
        </ol>
      ) : null}
      {leftOut > 0 ? (
        <p>
          {leftOut === 1 ? 'The earliest turn' : `The ${leftOut} earliest turns`} of this conversation{' '}
          {leftOut === 1 ? 'was' : 'were'} left out: the model is given only the latest that fit.
        </p>
      ) : null}
    </div>
  )
}

/** Below the text: who wrote it, and how many of its sentences are supported by their sources. */
export function Checked({ answer, read }: { answer: ChatMessage; read: ReadAnswer }) {
  const [written, sentences] = [writerOf(answer), verdictsOf(answer)]
  if (!written || written.writer === 'quotations' || textOf(answer) === '') return null
  return (
    <p className="mt-4 text-label text-soft">
      {tellWriter(written.writer, { failed: Boolean(written.failure), begun: textsOf(answer).length > 1 })}
      {sentences.length > 0 ? ` ${countHeld(sentences)}.` : ''}
      {/* An answer with quotations says this in its own text. */}
      {read.outcome === 'near' && !quotationsOf(answer) ? ` ${NOT_OUTRIGHT}` : ''}
    </p>
  )
}
