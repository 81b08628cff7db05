import type { Page } from 'playwright-core'

/** All scripts that the page has loaded so far, in kB as they came over the wire (gzip). */
export function loadedScriptKilobytes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const files = performance.getEntriesByType('resource')
    return files.reduce((sum, file) => {
      if (!(file instanceof PerformanceResourceTiming) || !new URL(file.name).pathname.endsWith('.js'))
        return sum
      return sum + file.encodedBodySize / 1000
    }, 0)
  })
}
