/** An answer that a language model writes: streamed, held to its sources, and quotations in its place where it fails. */
import { saysNothing, sentenceCheck } from '../answer/writer/check-sentences.ts'
import { failureOf, logLine, tellFailure, type WriterFailure } from '../answer/writer/failure.ts'
import { generate } from '../answer/writer/generate.ts'
import { HandedSources } from '../answer/writer/handed-sources.ts'
import { fittingSources, fittingTurns, messagesFor } from '../answer/writer/prompt.ts'
import type { Writer } from '../answer/writer/writer.ts'
import type { Archive } from '../archive.ts'
import type { Write } from './answer-stream.ts'
import type { ChatDataParts } from './message.ts'
import { ProseText } from './prose-text.ts'
import { type Found, outcomeOf, quote } from './quotations.ts'
import type { Turn } from './request.ts'

export interface ProseOptions {
  writer: Writer
  turns: readonly Turn[]
  archive: Archive
  signal: AbortSignal
  write: Write
}

/** @throws the signal's reason when it aborts; whatever the model does is no error here. */
export async function writeProse(question: string, found: Found, options: ProseOptions): Promise<void> {
  const { writer, write, archive, signal } = options
  const { provider, model, window } = writer.settings
  const name = { provider, model }
  write({ type: 'data-writer', id: 'writer', data: { writer: name } })
  const handed = new HandedSources(fittingSources(found.sources, window), (sources) =>
    write({ type: 'data-sources', id: 'sources', data: { sources: [...sources] } }),
  )
  write({ type: 'data-sources', id: 'sources', data: { sources: [...handed.all] } })
  const { kept, leftOut } = fittingTurns(options.turns, window)
  if (leftOut > 0) write({ type: 'data-conversation', id: 'conversation', data: { turnsLeftOut: leftOut } })

  let steps = 0
  const tell = (data: ChatDataParts['step']) => {
    steps += 1
    write({ type: 'data-step', id: `step-${steps}`, data })
  }
  const research = { archive, handed, signal, tell }
  const messages = messagesFor(question, kept, handed.numbered())
  const text = new ProseText(handed, sentenceCheck(archive), write)
  const tellPlace = (place: number) => write({ type: 'data-waiting', id: 'waiting', data: { place } })
  let waited = false
  const leave = await writer.places.take(signal, (place) => {
    waited = true
    tellPlace(place)
  })
  let failure: WriterFailure | undefined
  try {
    if (waited) tellPlace(0)
    for await (const delta of generate({ messages, research, signal }, writer)) text.add(delta)
  } catch (error) {
    signal.throwIfAborted()
    failure = failureOf(error)
    writer.log(logLine(failure, writer.settings.apiKey))
  } finally {
    leave()
  }
  const sentences = await text.end()
  if (!failure) {
    const nothing = sentences.length > 0 && sentences.every((sentence) => saysNothing(sentence.text))
    write({
      type: 'data-outcome',
      data: nothing ? { outcome: 'nothing-found', reason: found.why } : { outcome: 'answered' },
    })
    return
  }
  write({ type: 'data-writer', id: 'writer', data: { writer: name, failure: failure.kind } })
  handed.hand(found.sources)
  const id = 'quotations'
  write({ type: 'text-start', id })
  write({ type: 'text-delta', id, delta: `${tellFailure(failure.kind, text.begun)}\n\n` })
  for (const delta of quote(found, handed.all)) write({ type: 'text-delta', id, delta })
  write({ type: 'text-end', id })
  write({ type: 'data-outcome', data: outcomeOf(found) })
}
