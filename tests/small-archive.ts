/**
 * A copy of the product with a small catalog, in a folder of its own: its commands run as processes that may be
 * killed, its corpus may be changed, and an index takes seconds.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))

export interface SmallArchive {
  folder: string
  /** The file with the records, one a line. */
  records: string
  /** Where its index lies. */
  index: string
  run(script: 'server/build-index.ts' | 'server/main.ts', environment?: Record<string, string>): Program
  remove(): void
}

/** @param count documents, spread over the three publishers' files; they have no expansions. */
export function makeSmallArchive(count: number): SmallArchive {
  const folder = mkdtempSync(join(tmpdir(), 'aide-memoire-small-'))
  for (const name of ['server', 'embeddings', 'corpus', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true })
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'))
  const records = join(folder, 'corpus', 'catalog', 'wilson-center.jsonl')
  const lines = readFileSync(records, 'utf8').split('\n')
  writeFileSync(records, `${lines.slice(0, count).join('\n')}\n`)
  for (const name of ['frus', 'national-security-archive'])
    rmSync(join(folder, 'corpus', 'catalog', `${name}.jsonl`))
  writeFileSync(join(folder, 'corpus', 'expansions', 'questions.jsonl'), '')
  const index = join(folder, '.data')
  mkdirSync(index)
  return {
    folder,
    records,
    index,
    run: (script, environment = {}) =>
      start(
        [join(folder, script), '--without-page'],
        { LANCEDB_URI: index, PORT: '0', ...environment },
        folder,
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A process of the product. */
export interface Program {
  process: ChildProcess
  /** What it has printed on both streams so far. */
  output(): string
  /** Resolves when the output matches. @throws when the process ends before or `ms` pass. */
  printed(pattern: RegExp, ms?: number): Promise<RegExpExecArray>
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export function start(args: string[], environment: Record<string, string>, cwd = PROJECT): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    cwd,
    env: { ...process.env, EMBEDDING_MODEL: '', HOST: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
      changed()
    })
  let over = false
  const ended = new Promise<Awaited<Program['ended']>>((resolve) =>
    child.once('close', (code, signal) => {
      over = true
      resolve({ code, signal })
      changed()
    }),
  )
  return {
    process: child,
    output: () => output,
    ended,
    printed: (pattern, ms = 30_000) =>
      new Promise((resolve, reject) => {
        const settle = (how: () => void) => {
          clearTimeout(late)
          listeners.delete(look)
          how()
        }
        const look = () => {
          const match = pattern.exec(output)
          if (match) settle(() => resolve(match))
          else if (over) settle(() => reject(new Error(`It ended without printing ${pattern}:\n${output}`)))
        }
        const late = setTimeout(
          () => settle(() => reject(new Error(`It did not print ${pattern} within ${ms} ms:\n${output}`))),
          ms,
        )
        listeners.add(look)
        look()
      }),
  }
}
