/** Streams an answer that a language model writes from the sources; where it fails, writes quotations instead. */

import type { Turn } from '../answer/turn.ts'
import { sentenceCheckFor } from '../answer/writer/check-sentences.ts'
import type { CitedSentence } from '../answer/writer/cited-sentences.ts'
import { failureLogLine, failureNotice, toWriterFailure, WriterFailure } from '../answer/writer/failure.ts'
import { generateAnswer } from '../answer/writer/generate.ts'
import { judgeUnclearSentences } from '../answer/writer/judge-unclear-sentences.ts'
import type { Deadline } from '../answer/writer/model-timeout.ts'
import { isNoAnswerSentence } from '../answer/writer/no-answer-sentence.ts'
import { conversationMessages, userPrompt } from '../answer/writer/prompt.ts'
import { ProvidedSources } from '../answer/writer/provided-sources.ts'
import { contextBudget, fittingSources, fittingTurns } from '../answer/writer/token-budget.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatDataParts, WriterName } from '../contract/chat-message.ts'
import type { WriteChunk } from './answer-chunk.ts'
import { outcomeData, type QuotationAnswer } from './find-and-quote.ts'
import { ProseStream } from './prose-stream.ts'
import type { QueueSlot } from './queue-slot.ts'
import { writeQuotations } from './quotations-part.ts'

export interface ProseOptions {
  writer: Writer
  queueSlot: QueueSlot
  turns: readonly Turn[]
  /** Number of earlier turns that the request did not contain. */
  turnsBefore: number
  archive: Archive
  signal: AbortSignal
  write: WriteChunk
}

/** @throws the signal's reason when it aborts; failures of the model are handled here */
export async function writeProse(
  question: string,
  found: QuotationAnswer,
  options: ProseOptions,
): Promise<void> {
  const { writer, queueSlot, write, archive, signal } = options
  const { provider, model, contextWindowTokens, answerTimeoutMs, verify } = writer.settings
  const name = { provider, model }
  write({ type: 'data-writer', id: 'writer', data: { writer: name } })
  const budget = contextBudget(contextWindowTokens, question, writer.offersTools)
  const providedSources = new ProvidedSources(fittingSources(found.sources, budget.sources), (sources) =>
    write({ type: 'data-sources', id: 'sources', data: { sources: [...sources] } }),
  )
  write({ type: 'data-sources', id: 'sources', data: { sources: [...providedSources.all] } })
  const turnsLeftOut = fittingTurns(options.turns, budget.conversation).leftOut + options.turnsBefore
  if (turnsLeftOut > 0) write({ type: 'data-conversation', id: 'conversation', data: { turnsLeftOut } })

  let steps = 0
  const writeStep = (data: ChatDataParts['step']) => {
    steps += 1
    write({ type: 'data-step', id: `step-${steps}`, data })
  }
  const [fit, all] = [providedSources.all.length, found.sources.length]
  if (fit < all)
    writeStep({
      tool: 'sources',
      summary: `reading: ${fit} of the ${all} nearest documents; more do not fit`,
    })
  const buildMessages = (tools: boolean) => {
    const { sources, conversation } = contextBudget(contextWindowTokens, question, tools)
    const { kept } = fittingTurns(options.turns, conversation)
    return conversationMessages(
      kept,
      userPrompt(question, fittingSources(providedSources.numbered(), sources)),
    )
  }
  const deadline = await queueSlot.acquire()
  if (!deadline) {
    const busy = new WriterFailure('busy', `no place free within ${answerTimeoutMs / 1000} s`)
    writer.log(failureLogLine(busy, undefined))
    return writeQuotationsInstead(busy, found, { providedSources, hasVisibleText: false, write, name })
  }
  const text = new ProseStream(deadline, providedSources, sentenceCheckFor(archive), write, writer.log)
  let failure: WriterFailure | undefined
  let sentences: readonly CitedSentence[] = []
  try {
    const task = {
      buildMessages,
      research: { archive, providedSources, reportStep: writeStep },
      deadline,
      signal,
    }
    for await (const update of generateAnswer(task, writer)) text.add(update)
    // Free the model for the next question while the last sentences are checked.
    if (!verify) queueSlot.release()
    sentences = await text.end()
    if (!text.hasVisibleText) throw new WriterFailure('empty', 'nothing but markup')
    if (verify) await judgeUnclear(text, providedSources, deadline, options)
  } catch (error) {
    signal.throwIfAborted()
    failure = toWriterFailure(error)
    writer.log(failureLogLine(failure, writer.settings.apiKey))
    queueSlot.release()
    await text.end(true)
  }
  queueSlot.release()
  if (failure)
    return writeQuotationsInstead(failure, found, {
      providedSources,
      hasVisibleText: text.hasVisibleText,
      write,
      name,
    })
  const saysNothingFound = sentences.length > 0 && sentences.every(({ text }) => isNoAnswerSentence(text))
  write({
    type: 'data-outcome',
    data: saysNothingFound
      ? { outcome: 'nothing-found', reason: found.nothingFoundReason }
      : { outcome: 'answered' },
  })
}

/** Asks the model about the sentences whose verdict is unclear. A failure leaves them unclear and does not end the answer. */
async function judgeUnclear(
  text: ProseStream,
  providedSources: ProvidedSources,
  deadline: Deadline,
  { writer, signal }: ProseOptions,
) {
  try {
    text.verdicts(
      await judgeUnclearSentences(text.verdicts(), providedSources.all, { writer, deadline, signal }),
    )
  } catch (error) {
    signal.throwIfAborted()
    writer.log(failureLogLine(toWriterFailure(error), writer.settings.apiKey))
  }
}

function writeQuotationsInstead(
  { kind }: WriterFailure,
  found: QuotationAnswer,
  {
    providedSources,
    hasVisibleText,
    write,
    name,
  }: { providedSources: ProvidedSources; hasVisibleText: boolean; write: WriteChunk; name: WriterName },
): void {
  write({ type: 'data-writer', id: 'writer', data: { writer: name, failure: kind } })
  // Every quoted document needs a citation number, also those that the model was not given.
  providedSources.provide(found.sources, Number.POSITIVE_INFINITY)
  writeQuotations(
    found,
    { sources: providedSources.all, failure: failureNotice(kind, hasVisibleText) },
    write,
  )
  write({ type: 'data-outcome', data: outcomeData(found) })
}
