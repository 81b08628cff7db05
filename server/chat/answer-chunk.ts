/** The chunks of an answer stream, and the function that writes one. */
import type { InferUIMessageChunk } from 'ai'
import type { ChatMessage } from '../contract/chat-message.ts'

export type AnswerChunk = InferUIMessageChunk<ChatMessage>

/** @throws the signal's reason when the client has disconnected */
export type WriteChunk = (chunk: AnswerChunk) => void
