/** Builds the index of the whole catalog in a process and a folder of its own; tells how long it took and its peak memory. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface IndexBuild {
  /** Start of the process included. */
  seconds: number
  documents: number
  passages: number
  /** Largest resident set, model and LanceDB included. */
  megabytes: number
}

export async function benchIndexBuild(): Promise<IndexBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-bench-'))
  const command = fileURLToPath(new URL('../../server/build-index.ts', import.meta.url))
  const begun = performance.now()
  try {
    const child = spawn(process.execPath, ['--import', 'tsx', command], {
      env: { ...process.env, LANCEDB_URI: folder },
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    if (code !== 0) throw new Error(`The index could not be built: ${output}`)
    const number = (pattern: RegExp) => Number(pattern.exec(output)?.[1])
    return {
      seconds: (performance.now() - begun) / 1000,
      documents: number(/Indexed (\d+) documents/),
      passages: number(/as (\d+) passages/),
      megabytes: number(/Peak memory: (\d+) MB/),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
