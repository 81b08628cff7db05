/**
 * `npm run mutation`: how many mutants the tests notice. Takes a sample of the numeric constants and conditions of the folders
 * given, changes one at a time, and runs the tests that belong to its file: those of its own name first, then those of its
 * folder, then (`--all`) all that import it. A mutant that no test notices survives and is listed.
 *
 * Options: `--sample 300` mutants (0 for all), `--seed 1`, `--folder server/retrieval` (may be repeated), `--all`.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findMutants, type Mutant } from './mutants.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
const DEFAULT_FOLDERS = ['server/retrieval', 'server/understanding', 'server/answer']
/** Replaced as a whole by a later version; its tests judge sentences, not constants. */
const LEFT_OUT = 'server/answer/verification'
const WORKERS = 2
/** A mutant that makes a test run for ever is noticed, too. */
const TIMEOUT_MS = 120_000

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', multiple: true, default: DEFAULT_FOLDERS },
    all: { type: 'boolean', default: false },
  },
})

const mutants = sampleOf(values.folder.flatMap(mutantsIn), Number(values.sample), Number(values.seed))
const survivors: Mutant[] = []
const queue = [...mutants]
await Promise.all(
  Array.from({ length: WORKERS }, async () => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift())
      if (!(await isNoticed(mutant))) {
        survivors.push(mutant)
        console.log(`survived: ${describe(mutant)}`)
      }
  }),
)
report()

function mutantsIn(folder: string): Mutant[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith(LEFT_OUT))
    .sort()
    .flatMap((file) => findMutants(file, readFileSync(join(ROOT, file), 'utf8')))
}

/** The same choice for the same seed: a shuffle by a linear congruential generator (Numerical Recipes). */
function sampleOf(all: readonly Mutant[], size: number, seed: number): Mutant[] {
  if (size === 0) return [...all]
  let state = seed >>> 0
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
  return all
    .map((mutant) => ({ mutant, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, size)
    .map(({ mutant }) => mutant)
}

async function isNoticed(mutant: Mutant): Promise<boolean> {
  const own = `tests/${mutant.file.replace(/\.ts$/, '.test.ts')}`
  const steps = [own, `${dirname(own)}/`].filter((path) => existsSync(join(ROOT, path)))
  for (const path of steps) if (await fails(mutant, ['--project', 'unit', path])) return true
  return values.all && (await fails(mutant, ['related', mutant.file]))
}

/** Whether the tests fail with the mutant in place. No test at all is no failure. */
function fails(mutant: Mutant, filters: readonly string[]): Promise<boolean> {
  const isRelated = filters[0] === 'related'
  const args = isRelated ? filters : ['run', ...filters]
  const child = spawn(
    process.execPath,
    [VITEST, ...args, '--run', '--config', 'tests/vitest.config.ts', '--bail', '1', '--passWithNoTests'],
    { cwd: ROOT, env: { ...process.env, MUTANT: JSON.stringify(mutant) }, stdio: 'ignore' },
  )
  const late = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS)
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(late)
      resolve(code !== 0)
    }),
  )
}

function describe({ file, line, original, replacement }: Mutant): string {
  return `${file}:${line}: ${original} → ${replacement}`
}

function report(): void {
  for (const kind of ['number', 'condition'] as const) {
    const all = mutants.filter((mutant) => mutant.kind === kind).length
    const lost = survivors.filter((mutant) => mutant.kind === kind).length
    if (all > 0)
      console.log(`${kind}s: ${all - lost} of ${all} noticed (${(((all - lost) / all) * 100).toFixed(0)} %)`)
  }
}
