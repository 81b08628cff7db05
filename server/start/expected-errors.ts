/** Errors whose message is all that the person at the terminal needs. */
import { CorpusError } from '../../corpus/catalog.ts'
import { ModelError } from '../../embeddings/embedding-model.ts'
import { CalibrationError } from '../archive/calibration.ts'
import { ConfigurationError } from './configuration.ts'

/** An index that could not be built by the process that was started for it; the message says why. */
export class BuildError extends Error {
  override name = 'BuildError'
}

const FORESEEN = [ConfigurationError, CorpusError, ModelError, CalibrationError, BuildError]

export function isForeseen(error: unknown): error is Error {
  return FORESEEN.some((kind) => error instanceof kind)
}

/** Prints a foreseen error as its sentence and any other whole, and ends the process with 1. */
export function endWith(error: unknown): never {
  console.error(isForeseen(error) ? error.message : error)
  process.exit(1)
}
