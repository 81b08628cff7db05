/** The real archive for tests: the whole catalog, the model of the repository, the index of the global setup. */
import { inject } from 'vitest'
import { BUNDLED_MODEL } from '../embeddings/embedding-model.ts'
import type { Archive } from '../server/archive/archive.ts'
import { openArchive } from '../server/start/open-archive.ts'
import type { Terminal } from '../server/start/terminal.ts'

let opened: Promise<Archive> | undefined

/** Opens the archive once a test file. @throws where the index turns out not to be the current one. */
export function openTestArchive(): Promise<Archive> {
  opened ??= openArchive({
    configuration: { lancedbUri: inject('testIndex'), embeddingModel: BUNDLED_MODEL },
    terminal: onlyReads,
  })
  return opened
}

/** An index that is up to date is opened without a word. */
const onlyReads: Terminal = {
  say: (sentence) => {
    throw new Error(`The tests' index should have been opened as it is, but: ${sentence}`)
  },
  progress: () => ({
    update: () => {
      throw new Error('The tests’ index should have been opened as it is, but it is being built.')
    },
    stop: () => {},
  }),
}
