/**
 * Before the tests of the page: one server on the tests' index, for all files that need no server of their own. Each file has
 * its own browser, since tests of one browser share its clipboard.
 */
import type { TestProject } from 'vitest/node'
import { hasBrowser, startServer } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server; null where there is no browser to visit it with. */
    sharedServer: string | null
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!hasBrowser) {
    project.provide('sharedServer', null)
    return undefined
  }
  const { baseURL, close } = await startServer(project.getProvidedContext().testIndex)
  project.provide('sharedServer', baseURL)
  return close
}
