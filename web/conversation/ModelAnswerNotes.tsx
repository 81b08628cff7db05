/** Notes around an answer written by a language model: its searches above, its author and verification result below. */
import type { ChatMessage } from '../../server/contract/chat-message.ts'
import {
  messageText,
  messageTexts,
  queuePositionOf,
  quotationsOf,
  stepsOf,
  turnsLeftOutOf,
  verdictsOf,
  writerOf,
} from './message-parts.ts'
import type { ParsedAnswer } from './parse-answer.ts'
import { NO_DIRECT_ANSWER, supportedCountInWords } from './verdict-in-words.ts'
import { writerInWords } from './writer-in-words.ts'

/** Above the text: the position in the model's queue, the searches, and turns left out of the model's context. */
export function SearchProgress({ answer, streaming }: { answer: ChatMessage; streaming: boolean }) {
  const [steps, queuePosition, turnsLeftOut] = [
    stepsOf(answer),
    queuePositionOf(answer),
    turnsLeftOutOf(answer),
  ]
  if (steps.length === 0 && turnsLeftOut === 0 && !(streaming && queuePosition > 0)) return null
  return (
    <div className="mb-3 text-label text-soft">
      {streaming && queuePosition > 0 ? (
        <p role="status">The model is busy. Place in the queue: {queuePosition}.</p>
      ) : null}
      {steps.length > 0 ? (
        <ol aria-label="Steps of the search">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only appended
            <li key={index}>{step.summary}</li>
          ))}
        </ol>
      ) : null}
      {turnsLeftOut > 0 ? (
        <p>
          {turnsLeftOut === 1 ? 'The earliest turn' : `The ${turnsLeftOut} earliest turns`} of this
          conversation {turnsLeftOut === 1 ? 'was' : 'were'} left out: the model is given only the latest that
          fit.
        </p>
      ) : null}
    </div>
  )
}

/** Below the text: who wrote it, and how many of its sentences are supported by their sources. */
export function WriterNote({ answer, parsed }: { answer: ChatMessage; parsed: ParsedAnswer }) {
  const [writer, sentences] = [writerOf(answer), verdictsOf(answer)]
  if (!writer || writer.writer === 'quotations' || messageText(answer) === '') return null
  return (
    <p className="mt-4 text-label text-soft">
      {writerInWords(writer.writer, {
        failed: Boolean(writer.failure),
        wroteText: messageTexts(answer).length > 1,
      })}
      {sentences.length > 0 ? ` ${supportedCountInWords(sentences)}.` : ''}
      {/* An answer with quotations says this in its own text. */}
      {parsed.outcome === 'near' && !quotationsOf(answer) ? ` ${NO_DIRECT_ANSWER}` : ''}
    </p>
  )
}
