/**
 * `npm test` runs every test of the house; `npm test -- --project unit` those that need seconds.
 *
 * - `unit`: all files but the following. No embedding model, no index, no program, no browser.
 * - `server`: `*.archive.test.ts`. They open the real model or an index, start programs of the product, or go through all
 *   records of the catalog.
 * - `browser`: `tests/e2e/`. They visit the page with Chromium, and are skipped where there is none.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { mutantPlugin } from './mutation/plugin.ts'

const NEEDS_ARCHIVE = 'tests/**/*.archive.test.ts'
const NEEDS_BROWSER = 'tests/e2e/**/*.test.ts'

/** The index of the real catalog is built once for those who need it. */
const BUILD_INDEX = ['tests/global-setup.ts']

const ROOT = fileURLToPath(new URL('..', import.meta.url))

export default defineConfig({
  root: ROOT,
  plugins: mutantPlugin(ROOT),
  test: {
    environment: 'node',
    // A process a file, but for `unit`: LanceDB and the model are native, and a file's model must not serve another file.
    pool: 'forks',
    maxWorkers: 2,
    // What is waited for comes at once on a quiet machine; a busy one needs more than the default second.
    expect: { poll: { timeout: 20_000 } },
    // Seconds at most; the rest is for a machine that does other things, too.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [NEEDS_ARCHIVE, NEEDS_BROWSER],
          // Two processes for all files, which load each module once: half the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: [NEEDS_ARCHIVE],
          globalSetup: BUILD_INDEX,
          // An answer takes a second where two files read sentences at once; the rest is for a slow machine.
          testTimeout: 40_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [NEEDS_BROWSER],
          globalSetup: [...BUILD_INDEX, 'tests/e2e/global-setup.ts'],
          testTimeout: 40_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
