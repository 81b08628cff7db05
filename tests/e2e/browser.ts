/** The real browser and the real server for the browser's tests: Debian's Chromium, and `server/main.ts` on a free port. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { type Program, start } from '../small-archive.ts'
import { CHROMIUM, QUIET } from './chromium.ts'

/** Whether the tests of the page can run here. CI requires them (`REQUIRE_BROWSER=1`): there they fail without it. */
export const hasBrowser = existsSync(CHROMIUM) || process.env.REQUIRE_BROWSER === '1'
if (!hasBrowser)
  console.warn(
    `The browser's tests are skipped: there is no ${CHROMIUM}. On Debian: apt-get install chromium`,
  )

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET })
}

export interface Site {
  url: string
  program: Program
}

/** Starts the server on the tests' index; it builds the page first where that is out of date. */
export async function startSite(): Promise<Site> {
  const program = start(['server/main.ts'], { LANCEDB_URI: inject('testIndex'), PORT: '0' })
  const [, port] = await program.printed(/answers at http:\/\/localhost:(\d+)/, 120_000)
  return { url: `http://127.0.0.1:${port}`, program }
}

/** A page, and what went wrong on it: console errors, refusals by the security policy, exceptions. */
export async function openPage(browser: Browser, site: Site, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    baseURL: site.url,
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // The browser itself reports the 404 that an unknown address is meant to answer.
    if (message.type() === 'error' && !/status of 404/.test(message.text())) faults.push(message.text())
  })
  return { page, faults, close: () => context.close() }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds on the page: each rule that is broken, with the first elements that break it. */
export async function axeFindings(page: Page): Promise<string[]> {
  // The page's security policy refuses scripts of others; the debugger's protocol is not bound by it.
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  const { result } = await session.send('Runtime.evaluate', {
    expression: `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target).join(', ')))`,
    awaitPromise: true,
    returnByValue: true,
  })
  await session.detach()
  if (!Array.isArray(result.value)) throw new Error('axe-core gave no result')
  return result.value.map(String)
}
