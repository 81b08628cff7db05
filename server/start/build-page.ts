/** Builds the page with Vite if its sources have changed: into a new folder, which then replaces the old one. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readStamp, replaceFolder, STAMP_FILE } from './replace-folder.ts'
import type { Terminal } from './terminal.ts'

const PROJECT = fileURLToPath(new URL('../..', import.meta.url))
/** Folders that the page is built from; the installed packages are represented by the lock file. */
const PAGE_SOURCES = ['web', 'corpus', 'server/contract']
/** The only folder in `corpus/` whose JSON files are bundled with the page. */
const BUNDLED_DATA = join('corpus', 'publishers')

/** Ensures that `folder` contains the page built from the current sources. @throws if Vite fails, with its output */
export async function buildPage(folder: string, terminal: Terminal): Promise<void> {
  const stamp = await sourcesHash()
  if ((await readStamp(folder)) === stamp) return
  terminal.say('Building the page.')
  const fresh = `${folder}.${process.pid}`
  await runVite(fresh)
  await writeFile(join(fresh, STAMP_FILE), stamp)
  await replaceFolder(fresh, folder)
}

async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(PROJECT, 'package-lock.json')))
  for (const source of PAGE_SOURCES)
    for (const file of (await readdir(join(PROJECT, source), { recursive: true, withFileTypes: true })).sort(
      byPath,
    )) {
      const path = join(file.parentPath, file.name)
      // Other data reaches the page over HTTP; the screenshots belong to the README.
      const isData = /\.jsonl?$/.test(file.name) && !file.parentPath.endsWith(BUNDLED_DATA)
      if (!file.isFile() || isData || file.name.endsWith('.png')) continue
      hash.update(`${path}\n`).update(await readFile(path))
    }
  return hash.digest('hex')
}

function byPath(a: { parentPath: string; name: string }, b: { parentPath: string; name: string }): number {
  return join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1
}

async function runVite(outDir: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin', 'vite.js')
  const config = join(PROJECT, 'web', 'vite.config.ts')
  const child = spawn(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', outDir, '--emptyOutDir'],
    {
      cwd: PROJECT,
      // The environment may say otherwise, and React's development build is three times as large.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`The page could not be built:\n${output}`)
}
