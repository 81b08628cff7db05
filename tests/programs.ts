/** Programs that a test starts: each is ended after it, however the test went. */
import { afterEach } from 'vitest'
import type { Program } from './small-archive.ts'

/** Returns what registers a program; call it once a file or `describe`. */
export function endsAfterEachTest(): (program: Program) => Program {
  const running: Program[] = []
  afterEach(async () => {
    const programs = running.splice(0)
    for (const program of programs) program.process.kill('SIGKILL')
    await Promise.all(programs.map(({ ended }) => ended))
  })
  return (program) => {
    running.push(program)
    return program
  }
}

/** Where a server listens, once it has said so. */
export async function addressOf(program: Program): Promise<string> {
  const [, port] = await program.printed(/answers at http:\/\/localhost:(\d+)/)
  return `http://127.0.0.1:${port}`
}
