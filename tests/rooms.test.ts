import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
/** Each room imports only from itself and those before it; of the server, the page takes types alone. */
const ROOMS = ['corpus', 'embeddings', 'server', 'web']

describe.each(ROOMS)('the room %s', (room) => {
  const files = readdirSync(join(PROJECT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(PROJECT, room, name))

  it('imports only from itself and the rooms before it', () => {
    expect(files.length).toBeGreaterThan(0)
    for (const file of files)
      for (const { specifier, typesOnly } of importsOf(file)) {
        const from = relative(PROJECT, resolve(dirname(file), specifier)).split('/')[0] ?? ''
        const allowed = ROOMS.slice(0, ROOMS.indexOf(room) + 1).filter(
          (other) => room !== 'web' || other !== 'server' || typesOnly,
        )
        expect(allowed, `${relative(PROJECT, file)} imports ${specifier}`).toContain(from)
      }
  })
})

/** The imports of the project's own files. */
function importsOf(file: string): { specifier: string; typesOnly: boolean }[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'(\.[^']+)'/gm)].map(
    ([, type, specifier = '']) => ({
      specifier,
      typesOnly: type !== undefined,
    }),
  )
}
