/** Streams an answer that a language model writes from the sources; where it fails, writes quotations instead. */

import type { Turn } from '../answer/turn.ts'
import { sentenceCheck } from '../answer/writer/check-sentences.ts'
import type { CitedSentence } from '../answer/writer/cited-sentences.ts'
import { failureOf, logLine, tellFailure, WriterFailure } from '../answer/writer/failure.ts'
import { generate } from '../answer/writer/generate.ts'
import { HandedSources } from '../answer/writer/handed-sources.ts'
import type { Deadline } from '../answer/writer/model-timeout.ts'
import { askWith, messagesFor } from '../answer/writer/prompt.ts'
import { saysNothing } from '../answer/writer/says-nothing.ts'
import { secondOpinion } from '../answer/writer/second-opinion.ts'
import { fittingSources, fittingTurns, sharesOf } from '../answer/writer/token-budget.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { Archive } from '../archive/archive.ts'
import type { ChatDataParts, WriterName } from '../contract/chat-message.ts'
import type { Write } from './answer-chunk.ts'
import { ProseText } from './prose-stream.ts'
import type { QueueSlot } from './queue-slot.ts'
import { type Found, outcomeOf } from './find-and-quote.ts'
import { writeQuotations } from './quotations-part.ts'

export interface ProseOptions {
  writer: Writer
  place: QueueSlot
  turns: readonly Turn[]
  /** Number of earlier turns that the request did not contain. */
  turnsBefore: number
  archive: Archive
  signal: AbortSignal
  write: Write
}

/** @throws the signal's reason when it aborts; failures of the model are handled here */
export async function writeProse(question: string, found: Found, options: ProseOptions): Promise<void> {
  const { writer, place, write, archive, signal } = options
  const { provider, model, window, longest, verify } = writer.settings
  const name = { provider, model }
  write({ type: 'data-writer', id: 'writer', data: { writer: name } })
  const shares = sharesOf(window, question, writer.offersTools)
  const handed = new HandedSources(fittingSources(found.sources, shares.sources), (sources) =>
    write({ type: 'data-sources', id: 'sources', data: { sources: [...sources] } }),
  )
  write({ type: 'data-sources', id: 'sources', data: { sources: [...handed.all] } })
  const turnsLeftOut = fittingTurns(options.turns, shares.conversation).leftOut + options.turnsBefore
  if (turnsLeftOut > 0) write({ type: 'data-conversation', id: 'conversation', data: { turnsLeftOut } })

  let steps = 0
  const tell = (data: ChatDataParts['step']) => {
    steps += 1
    write({ type: 'data-step', id: `step-${steps}`, data })
  }
  const [fit, all] = [handed.all.length, found.sources.length]
  if (fit < all)
    tell({ tool: 'sources', summary: `reading: ${fit} of the ${all} nearest documents; more do not fit` })
  const ask = (tools: boolean) => {
    const { sources, conversation } = sharesOf(window, question, tools)
    const { kept } = fittingTurns(options.turns, conversation)
    return messagesFor(kept, askWith(question, fittingSources(handed.numbered(), sources)))
  }
  const deadline = await place.take()
  if (!deadline) {
    const busy = new WriterFailure('busy', `no place free within ${longest / 1000} s`)
    writer.log(logLine(busy, undefined))
    return quoteInstead(busy, found, { handed, begun: false, write, name })
  }
  const text = new ProseText(deadline, handed, sentenceCheck(archive), write, writer.log)
  let failure: WriterFailure | undefined
  let sentences: readonly CitedSentence[] = []
  try {
    const task = { ask, research: { archive, handed, tell }, deadline, signal }
    for await (const told of generate(task, writer)) text.add(told)
    // Free the model for the next question while the last sentences are checked.
    if (!verify) place.leave()
    sentences = await text.end()
    if (!text.begun) throw new WriterFailure('empty', 'nothing but markup')
    if (verify) await judgeUnclear(text, handed, deadline, options)
  } catch (error) {
    signal.throwIfAborted()
    failure = failureOf(error)
    writer.log(logLine(failure, writer.settings.apiKey))
    place.leave()
    await text.end(true)
  }
  place.leave()
  if (failure) return quoteInstead(failure, found, { handed, begun: text.begun, write, name })
  const nothing = sentences.length > 0 && sentences.every(({ text }) => saysNothing(text))
  write({
    type: 'data-outcome',
    data: nothing ? { outcome: 'nothing-found', reason: found.why } : { outcome: 'answered' },
  })
}

/** Asks the model about the sentences whose verdict is unclear. A failure leaves them unclear and does not end the answer. */
async function judgeUnclear(
  text: ProseText,
  handed: HandedSources,
  deadline: Deadline,
  { writer, signal }: ProseOptions,
) {
  try {
    text.verdicts(await secondOpinion(text.verdicts(), handed.all, { writer, deadline, signal }))
  } catch (error) {
    signal.throwIfAborted()
    writer.log(logLine(failureOf(error), writer.settings.apiKey))
  }
}

function quoteInstead(
  { kind }: WriterFailure,
  found: Found,
  { handed, begun, write, name }: { handed: HandedSources; begun: boolean; write: Write; name: WriterName },
): void {
  write({ type: 'data-writer', id: 'writer', data: { writer: name, failure: kind } })
  // Every quoted document needs a citation number, also those that the model was not given.
  handed.hand(found.sources, Number.POSITIVE_INFINITY)
  writeQuotations(found, { sources: handed.all, failure: tellFailure(kind, begun) }, write)
  write({ type: 'data-outcome', data: outcomeOf(found) })
}
