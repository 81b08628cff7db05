/**
 * A follow-up as a question of its own, in the model's words. A model with tools puts its own questions to the archive; for
 * one without, this is searched in place of what the rules make of the conversation.
 */
import { generateText } from 'ai'
import type { Turn } from '../turn.ts'
import { failureOf, logLine } from './failure.ts'
import { asQuestion } from './frame.ts'
import { plainText } from './markdown/markdown-reader.ts'
import { type Deadline, Patience } from './patience.ts'
import { messagesFor } from './prompt.ts'
import { spoken } from './spoken.ts'
import { fittingTurns, roomIn, sharesOf } from './window.ts'
import type { Writer } from './writer.ts'

const INSTRUCTIONS = [
  'You prepare the search in an archive of diplomatic documents about North Korea.',
  'Rewrite the last question so that it can be understood without the conversation: put names, places and years in the place of words that point back.',
  'Add nothing else. A question that is complete as it is, or that begins another topic, stays as it is.',
  'Write the question alone, in its own language, on one line. Do not answer it.',
].join('\n')

/** Of the time in which a model must begin its answer; the rest is for the answer itself. */
const SHARE_OF_TIMEOUT = 1 / 3
/** Models that think first spend most of these on that. */
const MOST_TOKENS = 1000
/** Characters of a rewritten question at most. */
const LONGEST = 400

/** Undefined where the model fails, which is logged, or writes no single question: then the rules hold. @throws the signal's reason */
export async function rewriteFollowUp(
  question: string,
  turns: readonly Turn[],
  { writer, deadline, signal }: { writer: Writer; deadline: Deadline; signal: AbortSignal },
): Promise<string | undefined> {
  const { settings, model } = writer
  const { window, timeout } = settings
  const patience = new Patience(timeout * SHARE_OF_TIMEOUT, deadline, signal)
  try {
    const { text } = await patience.within(
      generateText({
        model,
        system: INSTRUCTIONS,
        messages: messagesFor(
          fittingTurns(turns, sharesOf(window, question, false).conversation).kept,
          `Last question: ${asQuestion(question)}`,
        ),
        maxOutputTokens: Math.min(MOST_TOKENS, roomIn(window, false).answer),
        maxRetries: 0,
        abortSignal: patience.signal,
      }),
    )
    const written = plainText(spoken(text))
      .trim()
      .replace(/^["“]|["”]$/g, '')
    return written !== '' && written.length <= LONGEST && !written.includes('\n') ? written : undefined
  } catch (error) {
    signal.throwIfAborted()
    writer.log(`A follow-up was not rewritten. ${logLine(failureOf(error), settings.apiKey)}`)
    return undefined
  } finally {
    patience.finish()
  }
}
