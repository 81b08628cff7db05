/** Gives the tests one file with a mutant in it, where the environment variable `MUTANT` names one (JSON of `Mutant`). */
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Mutant } from './mutants.ts'

/** @param root the project's folder */
export function mutantPlugin(root: string): Plugin[] {
  if (!process.env.MUTANT) return []
  const { file, start, end, replacement }: Mutant = JSON.parse(process.env.MUTANT)
  const path = join(root, file)
  return [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (code, id) =>
        id.split('?')[0] === path ? code.slice(0, start) + replacement + code.slice(end) : undefined,
    },
  ]
}
