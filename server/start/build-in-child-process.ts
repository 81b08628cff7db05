/**
 * Builds the index in a child process, with the same command as `npm run index`: embedding uses a whole core for a minute,
 * and the server must keep answering.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type ArchiveConfiguration, isLocalFolder } from './archive-inputs.ts'
import { buildMessageSchema } from './build-messages.ts'
import { BuildError } from './expected-errors.ts'
import type { Terminal } from './terminal.ts'

const COMMAND = fileURLToPath(new URL('../build-index.ts', import.meta.url))
/** Loader for TypeScript, as an absolute address: independent of the working directory. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
/** Of the process's output only the last part is kept, for the error message. */
const MAX_OUTPUT_CHARACTERS = 4000

interface BuildOptions {
  configuration: ArchiveConfiguration
  terminal: Terminal
  /** Number of documents to index. */
  total: number
  /** Called with the number of documents indexed so far. */
  onProgress: (documents: number) => void
  /** Aborts the build; a later build removes its incomplete tables. */
  signal: AbortSignal
}

/** Returns the name of the generation that was built and published. @throws {BuildError} */
export async function buildInChildProcess(options: BuildOptions): Promise<string> {
  const { configuration, terminal, signal } = options
  signal.throwIfAborted()
  const child = spawn(process.execPath, ['--import', TSX, COMMAND], {
    env: { ...process.env, ...environmentFor(configuration) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end, { once: true })
  const bar = terminal.progress('Building the index', options.total, 'documents')
  let generation: string | undefined
  let reason: string | undefined
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output = (output + chunk).slice(-MAX_OUTPUT_CHARACTERS)
    })
  child.on('message', (received) => {
    // Under `node --watch`, Node sends other messages, too.
    const message = buildMessageSchema.safeParse(received).data
    if (message?.kind === 'said') {
      bar.stop()
      terminal.say(message.sentence)
    } else if (message?.kind === 'progress') {
      bar.update(message.done)
      options.onProgress(message.done)
    } else if (message?.kind === 'built') generation = message.generation
    else if (message?.kind === 'failed') reason = message.reason
  })
  try {
    bar.update(0)
    const ended = await new Promise<string>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`))
    })
    signal.throwIfAborted()
    if (generation === undefined)
      throw new BuildError(
        `The index could not be built: ${reason ?? `the build ended with ${ended}. ${output}`}`,
      )
    return generation
  } finally {
    bar.stop()
    signal.removeEventListener('abort', end)
  }
}

function environmentFor({ lancedbUri, embeddingModel, embeddingEncoding }: ArchiveConfiguration) {
  return {
    LANCEDB_URI: isLocalFolder(lancedbUri) ? resolve(lancedbUri) : lancedbUri,
    EMBEDDING_MODEL: embeddingModel,
    EMBEDDING_POOLING: embeddingEncoding?.pooling ?? '',
    EMBEDDING_QUERY_PREFIX: embeddingEncoding?.queryPrefix ?? '',
    EMBEDDING_PASSAGE_PREFIX: embeddingEncoding?.passagePrefix ?? '',
  }
}
