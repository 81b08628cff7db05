/** The product as a reader meets it: the server as `npm start` runs it, and the system's Chromium to visit it with. */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { start } from '../small-archive.ts'

/** Where Debian puts it. */
const CHROMIUM = '/usr/bin/chromium'
/** Building the page, where it is stale, and opening the index (ms). */
const READY_WITHIN = 120_000
/** What a reader waits for, on a slow machine that runs other tests beside (ms). */
const SHOWN_WITHIN = 20_000

/** Whether the browser's tests run. With REQUIRE_BROWSER=1, as in CI, they fail where there is no Chromium. */
export const hasBrowser = existsSync(CHROMIUM) || process.env.REQUIRE_BROWSER === '1'
if (!hasBrowser)
  console.warn(
    `The browser's tests are skipped: there is no ${CHROMIUM}. On Debian: apt-get install chromium`,
  )

export interface Site {
  /** A visit by someone who was never here before. */
  visit(options?: BrowserContextOptions): Promise<Visit>
  /** Ends the browser and the server. */
  close(): Promise<void>
}

export interface Visit {
  page: Page
  /** What went wrong so far: faults, refusals by the security policy, warnings and errors on the console. */
  faults: readonly string[]
  end(): Promise<void>
}

/**
 * @param index a value for LANCEDB_URI; without one, the index that `npm start` uses.
 * @param environment more variables, such as a language model's.
 */
export async function openSite(index?: string, environment: Record<string, string> = {}): Promise<Site> {
  const server = await startServer(index, environment)
  const site = await visitServer(server.baseURL).catch(async (error: unknown) => {
    await server.close()
    throw error
  })
  return {
    visit: site.visit,
    async close() {
      await site.close()
      await server.close()
    },
  }
}

/** A browser for a server that runs already, which closing it leaves alone. */
export async function visitServer(baseURL: string): Promise<Site> {
  const browser = await launch()
  return { visit: (options) => visit(browser, { baseURL, ...options }), close: () => browser.close() }
}

export interface Server {
  baseURL: string
  close(): Promise<void>
}

/** Starts the server as `npm start` does, and waits until it answers. The parameters are those of `openSite`. */
export async function startServer(index?: string, environment: Record<string, string> = {}): Promise<Server> {
  const server = start(['server/main.ts'], {
    PORT: '0',
    ...(index ? { LANCEDB_URI: index } : {}),
    ...environment,
  })
  const close = async () => {
    server.process.kill('SIGTERM')
    await server.ended
  }
  try {
    // Also where it listens on all addresses: the browser visits by the loopback.
    const [, port] = await server.printed(/answers at http:\/\/[\w.]+:(\d+)/, READY_WITHIN)
    return { baseURL: `http://localhost:${port}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      // In a container as root, Chromium's sandbox does not start; it opens nothing but the page under test.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

async function visit(browser: Browser, options: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  })
  context.setDefaultTimeout(SHOWN_WITHIN)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // The browser itself reports the 404 that an unknown address is meant to answer.
    if (!['error', 'warning'].includes(message.type()) || /status of 404/.test(message.text())) return
    faults.push(message.text())
  })
  return { page, faults, end: () => context.close() }
}
