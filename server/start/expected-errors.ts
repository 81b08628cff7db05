/** Expected errors: their message alone tells the person at the terminal what to do, so no stack is printed. */
import { CorpusError } from '../../corpus/catalog.ts'
import { ModelError } from '../../embeddings/embedding-model.ts'
import { CalibrationError } from '../archive/calibration.ts'
import { ConfigurationError } from './configuration.ts'

/** The child process could not build the index; the message says why. */
export class BuildError extends Error {
  override name = 'BuildError'
}

const EXPECTED_ERRORS = [ConfigurationError, CorpusError, ModelError, CalibrationError, BuildError]

export function isExpectedError(error: unknown): error is Error {
  return EXPECTED_ERRORS.some((kind) => error instanceof kind)
}

/** Prints an expected error's message, or any other error with its stack, and exits with code 1. */
export function exitWithError(error: unknown): never {
  console.error(isExpectedError(error) ? error.message : error)
  process.exit(1)
}
