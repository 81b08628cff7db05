/** Errors whose message is all that the person at the terminal needs. */
import { CorpusError } from '../../corpus/catalog.ts'
import { ModelError } from '../../embeddings/embedding-model.ts'
import { ConfigurationError } from './configuration.ts'

/** Prints a foreseen error as its sentence and any other whole, and ends the process with 1. */
export function endWith(error: unknown): never {
  const foreseen = [ConfigurationError, CorpusError, ModelError].some((kind) => error instanceof kind)
  console.error(foreseen && error instanceof Error ? error.message : error)
  process.exit(1)
}
