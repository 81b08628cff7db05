/**
 * The conversation in the browser's storage, so that it survives a reload. What is read there may be old, cut off
 * or another program's: it is checked, and what does not fit is left out.
 */
import { isReducedDate } from '../../corpus/reduced-date.ts'
import type { ChatMessage } from '../../server/chat/message.ts'

/** The version is part of the key: a later form of messages does not meet this one. */
const KEY = 'aide-memoire.conversation.v1'

export interface StoredConversation {
  id: string
  messages: ChatMessage[]
}

export function readConversation(): StoredConversation | undefined {
  try {
    return parseConversation(localStorage.getItem(KEY))
  } catch {
    return undefined
  }
}

/** Whether it could be kept: storage may be full or switched off. */
export function keepConversation(conversation: StoredConversation): boolean {
  try {
    if (conversation.messages.length === 0) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(conversation))
    return true
  } catch {
    return false
  }
}

export function forgetConversation() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Nothing can be kept, so nothing is.
  }
}

export function parseConversation(stored: string | null): StoredConversation | undefined {
  if (!stored) return undefined
  let value: unknown
  try {
    value = JSON.parse(stored)
  } catch {
    return undefined
  }
  if (!isObject(value) || typeof value.id !== 'string' || !Array.isArray(value.messages)) return undefined
  return { id: value.id, messages: value.messages.filter(isMessage) }
}

function isMessage(value: unknown): value is ChatMessage {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    (value.role === 'user' || value.role === 'assistant') &&
    Array.isArray(value.parts) &&
    value.parts.every(isPart)
  )
}

function isPart(part: unknown): boolean {
  if (!isObject(part) || typeof part.type !== 'string') return false
  const { data } = part
  switch (part.type) {
    case 'text':
      return typeof part.text === 'string'
    case 'data-sources':
      return isObject(data) && Array.isArray(data.sources) && data.sources.every(isSource)
    case 'data-understanding':
      return isObject(data) && Array.isArray(data.items) && data.items.every(isUnderstood)
    case 'data-suggestions':
      return isObject(data) && isTexts(data.questions)
    case 'data-outcome':
      return isObject(data) && (data.outcome === 'answered' || data.outcome === 'nothing-found')
    default:
      return true
  }
}

function isUnderstood(item: unknown): boolean {
  return isObject(item) && isTexts([item.key, item.kind, item.label])
}

function isSource(source: unknown): boolean {
  return (
    isObject(source) &&
    typeof source.n === 'number' &&
    Array.isArray(source.passages) &&
    source.passages.every((passage) => isObject(passage) && typeof passage.text === 'string') &&
    isObject(source.document) &&
    isDocument(source.document)
  )
}

function isDocument(document: Record<string, unknown>): boolean {
  const { id, title, date, type, publisher, summary, archive, url } = document
  return (
    isTexts([id, title, date, type, publisher]) &&
    isReducedDate(String(date)) &&
    (summary === null || typeof summary === 'string') &&
    [archive, url].every((text) => text === undefined || typeof text === 'string')
  )
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((text) => typeof text === 'string')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
