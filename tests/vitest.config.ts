/** `npm test`: every test of the house, the browser's included (those skip themselves where there is no Chromium). */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    globalSetup: 'tests/global-setup.ts',
    // A process a file: LanceDB and the model are native, and a file's model must not serve another file.
    pool: 'forks',
    maxWorkers: 2,
    // What is waited for comes at once on a quiet machine; a busy one needs more than the default second.
    expect: { poll: { timeout: 20_000 } },
    // An answer takes a second where two files read sentences at once; the room is for a slow machine.
    testTimeout: 40_000,
    hookTimeout: 180_000,
  },
})
