/** The AI SDK's model for the settings. */
import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAI } from '@ai-sdk/openai'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import type { LanguageModel } from 'ai'
import type { WriterSettings } from './settings.ts'

export function languageModel({ provider, model, baseUrl, apiKey }: WriterSettings): LanguageModel {
  // An undefined key would make the providers read the environment themselves; settings has seen to it that there is one.
  const access = { apiKey: apiKey ?? '', ...(baseUrl ? { baseURL: baseUrl } : {}) }
  if (provider === 'anthropic') return createAnthropic(access)(model)
  // The older of OpenAI's two protocols: what stands between here and OpenAI mostly speaks no other.
  if (provider === 'openai') return createOpenAI(access).chat(model)
  return createOpenAICompatible({
    name: 'local',
    baseURL: baseUrl ?? '',
    ...(apiKey ? { apiKey } : {}),
  })(model)
}
