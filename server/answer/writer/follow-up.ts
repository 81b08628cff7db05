/**
 * Lets the model rewrite a follow-up as a standalone question, which is then searched for. Only for a model without tools: one
 * with tools searches in its own words. Without a rewrite, the rules of `server/understanding` resolve the follow-up.
 */
import { generateText } from 'ai'
import type { Turn } from '../turn.ts'
import { failureLogLine, toWriterFailure } from './failure.ts'
import { sanitizeUserText } from './format-sources.ts'
import { plainText } from './markdown/markdown-stream-parser.ts'
import { type Deadline, ModelTimeout } from './model-timeout.ts'
import { conversationMessages } from './prompt.ts'
import { contextBudget, fittingTurns, tokenBudget } from './token-budget.ts'
import { visibleText } from './visible-text.ts'
import type { Writer } from './writer.ts'

const INSTRUCTIONS = [
  'You prepare the search in an archive of diplomatic documents about North Korea.',
  'Rewrite the last question so that it can be understood without the conversation: put names, places and years in the place of words that point back.',
  'Add nothing else. A question that is complete as it is, or that begins another topic, stays as it is.',
  'Write the question alone, in its own language, on one line. Do not answer it.',
].join('\n')

/** Share of the model timeout for the rewrite, so that enough is left for the answer. */
const TIMEOUT_SHARE = 1 / 3
/** Reasoning models spend most of these on reasoning. */
const MAX_REWRITE_TOKENS = 1000
/** A longer text is not taken for a question. */
const MAX_REWRITTEN_CHARACTERS = 400

/**
 * Undefined where the model fails (which is logged) or does not write exactly one question.
 * @throws the signal's reason
 */
export async function rewriteFollowUp(
  question: string,
  turns: readonly Turn[],
  { writer, deadline, signal }: { writer: Writer; deadline: Deadline; signal: AbortSignal },
): Promise<string | undefined> {
  const { settings, model } = writer
  const { contextWindowTokens, silenceTimeoutMs } = settings
  const modelTimeout = new ModelTimeout(silenceTimeoutMs * TIMEOUT_SHARE, deadline, signal)
  try {
    const { text } = await modelTimeout.waitFor(
      generateText({
        model,
        system: INSTRUCTIONS,
        messages: conversationMessages(
          fittingTurns(turns, contextBudget(contextWindowTokens, question, false).conversation).kept,
          `Last question: ${sanitizeUserText(question)}`,
        ),
        maxOutputTokens: Math.min(MAX_REWRITE_TOKENS, tokenBudget(contextWindowTokens, false).answer),
        maxRetries: 0,
        abortSignal: modelTimeout.signal,
      }),
    )
    const written = plainText(visibleText(text))
      .trim()
      .replace(/^["“]|["”]$/g, '')
    return written !== '' && written.length <= MAX_REWRITTEN_CHARACTERS && !written.includes('\n')
      ? written
      : undefined
  } catch (error) {
    signal.throwIfAborted()
    writer.log(`A follow-up was not rewritten. ${failureLogLine(toWriterFailure(error), settings.apiKey)}`)
    return undefined
  } finally {
    modelTimeout.finish()
  }
}
