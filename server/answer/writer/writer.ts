/** The language model that writes answers in prose: its settings, its queue, and what was learned about its server. */
import type { LanguageModel } from 'ai'
import { ConcurrencyQueue } from './concurrency-queue.ts'
import { languageModel } from './provider.ts'
import type { WriterSettings } from './settings.ts'
import { hasBudgetForTools } from './token-budget.ts'

export interface Writer {
  settings: WriterSettings
  model: LanguageModel
  queue: ConcurrencyQueue
  /** Whether the model is offered tools; becomes false when its server refuses them. */
  offersTools: boolean
  /** Whether the last answer began with reasoning and a `</think>` without `<think>` (that tag was in the chat template). */
  thinksFirst: boolean
  /** Writes one line to the log; the line must not contain the API key. */
  log: (line: string) => void
}

export function createWriter(settings: WriterSettings, log: (line: string) => void): Writer {
  return {
    settings,
    model: languageModel(settings),
    queue: new ConcurrencyQueue(settings.concurrency),
    offersTools: offersTools(settings),
    thinksFirst: false,
    log,
  }
}

function offersTools({ tools, contextWindowTokens }: WriterSettings): boolean {
  return tools && hasBudgetForTools(contextWindowTokens)
}

/** One sentence, printed when the server has started. */
export function describeWriter(settings: WriterSettings | undefined): string {
  if (!settings) return 'Answers are quotations; LLM names no language model.'
  const { provider, model, baseUrl } = settings
  const where = baseUrl ? ` at ${new URL(baseUrl).host}` : ''
  return `Answers are written by ${provider}/${model}${where}, ${offersTools(settings) ? 'with' : 'without'} tools, and checked against their sources.`
}
