/** Programs that a test starts: each is ended after it, however the test went. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, expect, vi } from 'vitest'
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

/** The process that a server has started to build its index, as soon as there is one. */
export function buildOf(
  program: Program,
): Promise<{ kill(signal: NodeJS.Signals): void; isRunning(): boolean }> {
  return vi.waitFor(() => {
    const pid = processes().find(
      ({ parent, command }) => parent === program.process.pid && command.includes('build-index'),
    )?.pid
    expect(pid).toBeDefined()
    return {
      kill: (signal) => void process.kill(Number(pid), signal),
      isRunning: () => processes().some((each) => each.pid === pid && each.command !== ''),
    }
  }, 10_000)
}

/** All processes of this machine. One that has ended has no command. */
function processes(): { pid: number; parent: number; command: string }[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
    return lines.map((line) => {
      const [pid, parent, ...command] = line.trim().split(/\s+/)
      return { pid: Number(pid), parent: Number(parent), command: command.join(' ') }
    })
  }
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return [{ pid: Number(name), parent: Number(parent), command }]
    } catch {
      // It ended between the two looks.
      return []
    }
  })
}
