/** Who writes the answers in prose: the model, how many at once, and what has been learned of its server. */
import type { LanguageModel } from 'ai'
import { Places } from './places.ts'
import { languageModel } from './provider.ts'
import type { WriterSettings } from './settings.ts'
import { hasRoomForTools } from './window.ts'

export interface Writer {
  settings: WriterSettings
  model: LanguageModel
  places: Places
  /** Whether tools are offered; the server's refusal ends that. */
  offersTools: boolean
  /** Whether the last answer began with thoughts whose opening tag was in the model's template. */
  thinksFirst: boolean
  /** One line a failure; it holds no key. */
  log: (line: string) => void
}

export function openWriter(settings: WriterSettings, log: (line: string) => void): Writer {
  return {
    settings,
    model: languageModel(settings),
    places: new Places(settings.concurrency),
    offersTools: offersTools(settings),
    thinksFirst: false,
    log,
  }
}

function offersTools({ tools, window }: WriterSettings): boolean {
  return tools && hasRoomForTools(window)
}

/** For the line at the start. */
export function describeWriter(settings: WriterSettings | undefined): string {
  if (!settings) return 'Answers are quotations; LLM names no language model.'
  const { provider, model, baseUrl } = settings
  const where = baseUrl ? ` at ${new URL(baseUrl).host}` : ''
  return `Answers are written by ${provider}/${model}${where}, ${offersTools(settings) ? 'with' : 'without'} tools, and checked against their sources.`
}
