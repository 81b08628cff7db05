/** Generates one answer with the model: streams its text, runs its tool calls, enforces limits, and classifies failures. */
import { type ModelMessage, streamText, type TextStreamPart } from 'ai'
import type { ResearchContext } from '../tools/research.ts'
import { ToolBudget } from '../tools/tool-budget.ts'
import { type createTools, toolActivities } from '../tools/tools.ts'
import { redact, toWriterFailure, WriterFailure } from './failure.ts'
import { StepText, type TextUpdate } from './model-step-text.ts'
import { type Deadline, ModelTimeout } from './model-timeout.ts'
import { systemPrompt } from './prompt.ts'
import { researchRounds } from './research-rounds.ts'
import { tokenBudget } from './token-budget.ts'
import type { Writer } from './writer.ts'

/** A longer answer is a failure: the model does not stop. */
const MAX_ANSWER_CHARACTERS = 12_000
/** The AI SDK retries on 429 and 5xx, after `Retry-After` if the server sends it. */
const MAX_RETRIES = 1

type StreamPart = TextStreamPart<ReturnType<typeof createTools>>

export interface GenerationTask {
  /** The messages, with the sources provided to the model so far. */
  buildMessages: (tools: boolean) => ModelMessage[]
  research: Omit<ResearchContext, 'signal' | 'toolBudget'>
  deadline: Deadline
  signal: AbortSignal
}

/**
 * Yields the answer's text piece by piece, and retractions of it. If the server refuses tools, it is asked again without them,
 * now and for all later questions; if it could not parse a tool call, or passed one on as text, only for this question.
 * @throws {WriterFailure}, or the signal's reason when it aborts
 */
export async function* generateAnswer(task: GenerationTask, writer: Writer): AsyncGenerator<TextUpdate> {
  const { offersTools } = writer
  let hasVisibleText = false
  try {
    for await (const update of streamAnswer(task, writer, offersTools)) {
      hasVisibleText = update.text !== '' || (hasVisibleText && !update.retractsEarlierText)
      yield update
    }
  } catch (error) {
    if (task.signal.aborted) throw task.signal.reason
    const { tools, message } = toWriterFailure(error)
    if (!offersTools || !tools) throw error
    if (tools === 'refused') writer.offersTools = false
    const cause = redact(message, writer.settings.apiKey)
    writer.log(
      tools === 'refused'
        ? `The language model’s server supports no tools (${cause}): from now on it gets the sources at once.`
        : `The language model’s server could not read a call of a tool (${cause}): this question goes on without.`,
    )
    if (hasVisibleText) yield { text: '', retractsEarlierText: true }
    yield* streamAnswer(task, writer, false)
  }
}

async function* streamAnswer(
  task: GenerationTask,
  writer: Writer,
  offersTools: boolean,
): AsyncGenerator<TextUpdate> {
  const { silenceTimeoutMs, contextWindowTokens, maxSearchRounds } = writer.settings
  const modelTimeout = new ModelTimeout(silenceTimeoutMs, task.deadline, task.signal)
  const research = { ...task.research, toolBudget: new ToolBudget(), signal: modelTimeout.signal }
  const budget = tokenBudget(contextWindowTokens, offersTools)
  try {
    const { fullStream } = streamText({
      model: writer.model,
      system: systemPrompt({ tools: offersTools }),
      messages: task.buildMessages(offersTools),
      ...(offersTools
        ? researchRounds(research, { maxRounds: maxSearchRounds, maxTokens: budget.messages })
        : {}),
      maxOutputTokens: budget.answer,
      maxRetries: MAX_RETRIES,
      abortSignal: modelTimeout.signal,
      // The error also arrives as a part of the stream.
      onError: () => {},
    })
    yield* readStream(fullStream[Symbol.asyncIterator](), modelTimeout, writer, task.research.reportStep)
  } finally {
    modelTimeout.finish()
  }
}

async function* readStream(
  parts: AsyncIterator<StreamPart>,
  modelTimeout: ModelTimeout,
  writer: Writer,
  reportStep: ResearchContext['reportStep'],
): AsyncGenerator<TextUpdate> {
  let length = 0
  let end: { reason: string; raw: string | undefined } | undefined
  let step = new StepText(writer)
  try {
    for (;;) {
      const { done, value: part } = await modelTimeout.waitFor(parts.next())
      if (done) break
      if (part.type === 'error') throw toWriterFailure(part.error)
      if (part.type === 'abort') modelTimeout.signal.throwIfAborted()
      if (part.type !== 'start' && part.type !== 'start-step') modelTimeout.noteActivity()
      if (part.type === 'start-step') step = new StepText(writer)
      if (part.type === 'tool-error') reportFailedStep(part, writer, reportStep)
      const { hasUnreportedToolCall } = step
      const update = updateFrom(part, step)
      length = (update.retractsEarlierText ? 0 : length) + update.text.length
      if (update.text !== '' || update.retractsEarlierText) yield update
      if (length > MAX_ANSWER_CHARACTERS)
        throw new WriterFailure('too-long', `${length} characters and no end`)
      if (part.type !== 'finish-step') continue
      if (hasUnreportedToolCall)
        throw new WriterFailure('no-end-of-searching', 'a call of a tool came as text', 'miscalled')
      end = { reason: part.finishReason, raw: part.rawFinishReason }
    }
    modelTimeout.signal.throwIfAborted()
  } catch (error) {
    // Nothing more will come, so the held text is shown; but not if the question is asked again without tools.
    if (!toWriterFailure(error).tools) yield step.end('broken-off')
    throw error
  }
  requireFinished(end, length, writer.settings.maxSearchRounds)
}

/** The visible text that a part of the stream adds or retracts. */
function updateFrom(part: StreamPart, step: StepText): TextUpdate {
  if (part.type === 'text-delta') return step.add(part.text)
  if (part.type === 'tool-input-start' || part.type === 'tool-call') return step.noteToolCall()
  if (part.type !== 'finish-step') return { text: '', retractsEarlierText: false }
  return step.hasUnreportedToolCall ? step.noteToolCall() : step.end(part.finishReason)
}

/** Shows a tool call that could not be parsed, or a tool that failed. The model gets the error, too, and continues. */
function reportFailedStep(
  { toolName: tool, error, dynamic }: Extract<StreamPart, { type: 'tool-error' }>,
  { log, settings }: Writer,
  reportStep: ResearchContext['reportStep'],
): void {
  const activity = toolActivities.get(tool)
  if (!dynamic) log(`A tool failed: ${redact(toWriterFailure(error).message, settings.apiKey)}`)
  if (activity)
    reportStep({ tool, summary: `${activity}: ${dynamic ? 'asked in a way that cannot be read' : 'failed'}` })
}

function requireFinished(
  end: { reason: string; raw: string | undefined } | undefined,
  length: number,
  maxSearchRounds: number,
): void {
  if (!end || (end.reason === 'other' && end.raw === undefined))
    throw new WriterFailure('broken-off', 'the stream ended without a reason to finish')
  if (end.reason === 'tool-calls')
    throw new WriterFailure('no-end-of-searching', `still calls tools after ${maxSearchRounds} rounds`)
  if (end.reason === 'length') throw new WriterFailure('too-long', 'ended by the limit of tokens')
  if (end.reason === 'content-filter') throw new WriterFailure('withheld', 'ended by a content filter')
  if (end.reason === 'error') throw new WriterFailure('garbled', 'ended by an error')
  if (length === 0) throw new WriterFailure('empty', `no text; finished by ${end.raw ?? end.reason}`)
}
