/** What axe finds wrong with a page, in a line each; every rule runs, best practices too. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

declare const axe: typeof import('axe-core')

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated, not added as a script, which the page's Content-Security-Policy would forbid.
  await page.evaluate(await source)
  // Fetching style sheets once more would be forbidden, too.
  const options: RunOptions = { preload: false }
  const { violations } = await page.evaluate((options) => axe.run(document, options), options)
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}
