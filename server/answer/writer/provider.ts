/** Creates the AI SDK's model from the settings. */
import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModel } from 'ai'
import type { WriterSettings } from './settings.ts'

export function languageModel({ provider, model, baseUrl, apiKey }: WriterSettings): LanguageModel {
  // With an undefined key the providers would read the environment; `settings.ts` guarantees a key where one is needed.
  const access = { apiKey: apiKey ?? '', ...(baseUrl ? { baseURL: baseUrl } : {}) }
  if (provider === 'anthropic') return createAnthropic(access)(model)
  // The older of OpenAI's two protocols (chat completions): most proxies in front of OpenAI support only this one.
  if (provider === 'openai') return createOpenAI(access).chat(model)
  return createOpenAICompatible({
    name: 'local',
    baseURL: baseUrl ?? '',
    ...(apiKey ? { apiKey } : {}),
  })(model)
}
