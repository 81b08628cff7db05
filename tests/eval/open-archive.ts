/** The archive as the product opens it, without a word on the standard output. */
import type { Archive } from '../../server/archive/archive.ts'
import { readConfiguration } from '../../server/start/configuration.ts'
import { openArchive } from '../../server/start/open-archive.ts'

export function openQuietly(): Promise<Archive> {
  const terminal = { say: () => {}, progress: () => ({ update: () => {}, stop: () => {} }) }
  return openArchive({ configuration: readConfiguration(process.env), terminal })
}
