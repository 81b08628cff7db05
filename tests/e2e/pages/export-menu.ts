/** The menu at the foot of an answer, as someone uses it. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'

export class ExportMenu {
  readonly trigger: Locator

  constructor(
    readonly page: Page,
    /** The question with its answer. */
    readonly exchange: Locator,
  ) {
    this.trigger = exchange.getByRole('button', { name: 'Copy or download' })
  }

  async choose(item: string): Promise<void> {
    await this.trigger.click()
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  /** Chooses what downloads a file; answers its name and content. */
  async download(item: string): Promise<{ name: string; content: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.choose(item)])
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
  }

  async footnotesAsIn(style: 'Chicago' | 'MLA' | 'APA'): Promise<void> {
    await this.trigger.click()
    await this.page.getByRole('menuitemradio', { name: style }).click()
    await this.page.keyboard.press('Escape')
  }

  /** Waits until an entry has the focus. */
  async focused(item: string): Promise<void> {
    await this.page.locator('[role=menuitem]:focus', { hasText: item }).waitFor()
  }

  async says(words: string): Promise<void> {
    await this.exchange.getByRole('status').filter({ hasText: words }).waitFor()
  }
}
