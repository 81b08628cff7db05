/** One answer from the model as it comes: its searches in between, its limits kept, its failures told by name. */
import { type ModelMessage, streamText, type TextStreamPart } from 'ai'
import type { Research } from '../tools/research.ts'
import { Room } from '../tools/room.ts'
import { doing, type toolsFor } from '../tools/tools.ts'
import { failureOf, safe, WriterFailure } from './failure.ts'
import { type Deadline, Patience } from './patience.ts'
import { instructions } from './prompt.ts'
import { searching } from './rounds.ts'
import { StepText, type Told } from './step-text.ts'
import { roomIn } from './window.ts'
import type { Writer } from './writer.ts'

/** Characters of an answer after which it is none any more. */
const MOST_CHARACTERS = 12_000
/** The AI SDK tries once more on 429 and 5xx, after `Retry-After` where that is given. */
const RETRIES = 1

type Part = TextStreamPart<ReturnType<typeof toolsFor>>

export interface Task {
  /** The messages, with what is handed over by then. */
  ask: (tools: boolean) => ModelMessage[]
  research: Omit<Research, 'signal' | 'room'>
  deadline: Deadline
  signal: AbortSignal
}

/**
 * Yields the answer's text, piece by piece, and what of it is taken back. A server that refuses tools is asked again
 * without, now and from then on; one that cannot read how the model called a tool, or passes it on as text, now.
 * @throws {WriterFailure}, or the signal's reason when it aborts.
 */
export async function* generate(task: Task, writer: Writer): AsyncGenerator<Told> {
  const { offersTools } = writer
  let begun = false
  try {
    for await (const told of run(task, writer, offersTools)) {
      begun = told.text !== '' || (begun && !told.takenBack)
      yield told
    }
  } catch (error) {
    if (task.signal.aborted) throw task.signal.reason
    const { tools, message } = failureOf(error)
    if (!offersTools || !tools) throw error
    if (tools === 'refused') writer.offersTools = false
    const cause = safe(message, writer.settings.apiKey)
    writer.log(
      tools === 'refused'
        ? `The language model’s server supports no tools (${cause}): from now on it gets the sources at once.`
        : `The language model’s server could not read a call of a tool (${cause}): this question goes on without.`,
    )
    if (begun) yield { text: '', takenBack: true }
    yield* run(task, writer, false)
  }
}

async function* run(task: Task, writer: Writer, offersTools: boolean): AsyncGenerator<Told> {
  const { timeout, window, steps } = writer.settings
  const patience = new Patience(timeout, task.deadline, task.signal)
  const research = { ...task.research, room: new Room(), signal: patience.signal }
  const room = roomIn(window, offersTools)
  try {
    const { fullStream } = streamText({
      model: writer.model,
      system: instructions({ tools: offersTools }),
      messages: task.ask(offersTools),
      ...(offersTools ? searching(research, { most: steps, room: room.messages }) : {}),
      maxOutputTokens: room.answer,
      maxRetries: RETRIES,
      abortSignal: patience.signal,
      // The error comes in the stream, too.
      onError: () => {},
    })
    yield* read(fullStream[Symbol.asyncIterator](), patience, writer, task.research.tell)
  } finally {
    patience.finish()
  }
}

async function* read(
  parts: AsyncIterator<Part>,
  patience: Patience,
  writer: Writer,
  tell: Research['tell'],
): AsyncGenerator<Told> {
  let length = 0
  let end: { reason: string; raw: string | undefined } | undefined
  let step = new StepText(writer)
  try {
    for (;;) {
      const { done, value: part } = await patience.within(parts.next())
      if (done) break
      if (part.type === 'error') throw failureOf(part.error)
      if (part.type === 'abort') patience.signal.throwIfAborted()
      if (part.type !== 'start' && part.type !== 'start-step') patience.heard()
      if (part.type === 'start-step') step = new StepText(writer)
      if (part.type === 'tool-error') tellFailedStep(part, writer, tell)
      const { callsUnheard } = step
      const told = toldBy(part, step)
      length = (told.takenBack ? 0 : length) + told.text.length
      if (told.text !== '' || told.takenBack) yield told
      if (length > MOST_CHARACTERS) throw new WriterFailure('too-long', `${length} characters and no end`)
      if (part.type !== 'finish-step') continue
      if (callsUnheard)
        throw new WriterFailure('no-end-of-searching', 'a call of a tool came as text', 'miscalled')
      end = { reason: part.finishReason, raw: part.rawFinishReason }
    }
    patience.signal.throwIfAborted()
  } catch (error) {
    // What was held is all that will come; what is asked again comes anew.
    if (!failureOf(error).tools) yield step.end('broken-off')
    throw error
  }
  requireFinished(end, length, writer.settings.steps)
}

/** What a part of the stream lets the reader have, or takes from him. */
function toldBy(part: Part, step: StepText): Told {
  if (part.type === 'text-delta') return step.add(part.text)
  if (part.type === 'tool-input-start' || part.type === 'tool-call') return step.calls()
  if (part.type !== 'finish-step') return { text: '', takenBack: false }
  return step.callsUnheard ? step.calls() : step.end(part.finishReason)
}

/** A call that could not be read, or a tool that failed; the model is told as well, and goes on. */
function tellFailedStep(
  { toolName: tool, error, dynamic }: Extract<Part, { type: 'tool-error' }>,
  { log, settings }: Writer,
  tell: Research['tell'],
): void {
  const what = doing.get(tool)
  if (!dynamic) log(`A tool failed: ${safe(failureOf(error).message, settings.apiKey)}`)
  if (what) tell({ tool, summary: `${what}: ${dynamic ? 'asked in a way that cannot be read' : 'failed'}` })
}

function requireFinished(
  end: { reason: string; raw: string | undefined } | undefined,
  length: number,
  steps: number,
): void {
  if (!end || (end.reason === 'other' && end.raw === undefined))
    throw new WriterFailure('broken-off', 'the stream ended without a reason to finish')
  if (end.reason === 'tool-calls')
    throw new WriterFailure('no-end-of-searching', `still calls tools after ${steps} rounds`)
  if (end.reason === 'length') throw new WriterFailure('too-long', 'ended by the limit of tokens')
  if (end.reason === 'content-filter') throw new WriterFailure('withheld', 'ended by a content filter')
  if (end.reason === 'error') throw new WriterFailure('garbled', 'ended by an error')
  if (length === 0) throw new WriterFailure('empty', `no text; finished by ${end.raw ?? end.reason}`)
}
