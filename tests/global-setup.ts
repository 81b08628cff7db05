/**
 * Before all tests: one index of the real catalog, built by `npm run index` itself. It is kept under
 * `.data/test-index/`, named by a hash of all that an index is made from, so that it is built again when any of that
 * changes. Tests read it and never write to it; those that damage an index copy it first.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { DATA_FOLDER } from '../server/start/configuration.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the index: a value for LANCEDB_URI. */
    testIndex: string
  }
}

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
/** What an index is made from: documents, names, model, and the code and packages that make it. */
const MADE_FROM = ['corpus', 'embeddings', 'package-lock.json']
/** What lies among these and no index is made from. */
const NOT_MADE_FROM = [
  join(PROJECT, 'corpus', 'citation'),
  join(PROJECT, 'embeddings', 'model', 'calibration.json'),
  join(PROJECT, 'embeddings', 'reader'),
  join(PROJECT, 'embeddings', 'answer-reader.ts'),
]
const KEPT = join(DATA_FOLDER, 'test-index')
const DAY = 24 * 60 * 60 * 1000

export default async function setup({ provide }: TestProject): Promise<void> {
  const folder = join(KEPT, await hashOfSources())
  if (!existsSync(folder)) await build(folder)
  await removeOld(folder)
  provide('testIndex', folder)
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of MADE_FROM)
    for (const file of await filesIn(join(PROJECT, source)))
      hash.update(`${file.slice(PROJECT.length)}\n`).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => !NOT_MADE_FROM.some((path) => file.startsWith(path)))
    .sort()
}

/** Builds beside and moves into place, so that two runs at once do not meet in one folder. */
async function build(folder: string): Promise<void> {
  await mkdir(KEPT, { recursive: true })
  const fresh = `${folder}.${process.pid}`
  const child = spawn(process.execPath, ['--import', 'tsx', join(PROJECT, 'server', 'build-index.ts')], {
    cwd: PROJECT,
    env: { ...process.env, LANCEDB_URI: fresh, EMBEDDING_MODEL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    throw new Error(`The index for the tests could not be built:\n${output}`)
  }
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
}

/** Indexes of other sources go after a day; until then, a run in progress may still read them. */
async function removeOld(current: string): Promise<void> {
  for (const name of await readdir(KEPT)) {
    const folder = join(KEPT, name)
    if (folder === current) continue
    const { mtimeMs } = await stat(folder)
    if (Date.now() - mtimeMs > DAY) await rm(folder, { recursive: true, force: true })
  }
}
