/**
 * Builds the index in a process of its own, by the command that `npm run index` is: embedding takes all of a core for a
 * minute, and requests go on being answered.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildMessageSchema } from './build-messages.ts'
import { BuildError } from './foreseen.ts'
import { isFolder, type SourceConfiguration } from './sources.ts'
import type { Terminal } from './terminal.ts'

const COMMAND = fileURLToPath(new URL('../build-index.ts', import.meta.url))
/** What reads TypeScript in Node, wherever the process is started. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
/** Characters kept of what the process writes about its end. */
const MOST_OUTPUT_CHARACTERS = 4000

interface BuildOptions {
  configuration: SourceConfiguration
  terminal: Terminal
  /** Documents that will be indexed. */
  total: number
  /** Called with the number of documents that are done. */
  onProgress: (documents: number) => void
  /** Ends the build; what it has made is dropped by a later one. */
  signal: AbortSignal
}

/** Answers the name of the generation that was built and published. @throws {BuildError} */
export async function buildInProcess(options: BuildOptions): Promise<string> {
  const { configuration, terminal, signal } = options
  signal.throwIfAborted()
  const child = spawn(process.execPath, ['--import', TSX, COMMAND], {
    env: { ...process.env, ...environmentOf(configuration) },
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
      output = (output + chunk).slice(-MOST_OUTPUT_CHARACTERS)
    })
  child.on('message', (received) => {
    // Under `node --watch` Node sends messages of its own.
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

function environmentOf({ lancedbUri, embeddingModel, embeddingEncoding }: SourceConfiguration) {
  return {
    LANCEDB_URI: isFolder(lancedbUri) ? resolve(lancedbUri) : lancedbUri,
    EMBEDDING_MODEL: embeddingModel,
    EMBEDDING_POOLING: embeddingEncoding?.pooling ?? '',
    EMBEDDING_QUERY_PREFIX: embeddingEncoding?.queryPrefix ?? '',
    EMBEDDING_PASSAGE_PREFIX: embeddingEncoding?.passagePrefix ?? '',
  }
}
