/** For the tests of one file: one site, on the tests' index (`global-setup.ts`), and visits that end with the test that made them. */
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { type Site, type Visit, visitServer } from './browser.ts'

/** Registers what must happen before and after; returns how to visit. */
export function visitsToOneSite(): Site['visit'] {
  let site: Site | undefined
  const open: Visit[] = []
  beforeAll(async () => {
    const address = inject('sharedServer')
    if (address) site = await visitServer(address)
  }, 150_000)
  afterEach(async () => {
    for (const { end } of open.splice(0)) await end()
  })
  afterAll(() => site?.close())
  return async (options) => {
    if (!site) throw new Error('There is a site to visit only while a test runs.')
    const visit = await site.visit(options)
    open.push(visit)
    return visit
  }
}
