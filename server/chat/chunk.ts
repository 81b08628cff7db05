/** The chunks of an answer's stream, and how one is written to it. */
import type { InferUIMessageChunk } from 'ai'
import type { ChatMessage } from '../contract/chat-message.ts'

export type Chunk = InferUIMessageChunk<ChatMessage>

/** @throws the signal's reason when the client has left. */
export type Write = (chunk: Chunk) => void
