/** The list of conversations, as someone uses it: at the side, or in the drawer that a button opens. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'

export class HistoryList {
  readonly rows: Locator
  readonly find: Locator
  readonly undo: Locator
  readonly imported: Locator

  constructor(readonly page: Page) {
    this.rows = page.locator('[data-conversation]')
    this.find = page.getByRole('searchbox', { name: 'Find conversations by words' })
    this.undo = page.getByRole('button', { name: 'Undo' })
    this.imported = page.getByText(/imported|here already/)
  }

  link(title: string): Locator {
    return this.rows.getByRole('link', { name: title })
  }

  /** The titles, as they stand below each other. */
  titles(): Promise<string[]> {
    return this.rows.getByRole('link').allInnerTexts()
  }

  async choose(title: string, action: 'Rename' | 'Export' | 'Delete'): Promise<void> {
    const row = this.rows.filter({ has: this.page.getByRole('link', { name: title }) })
    await row.getByRole('button', { name: /^What to do with/ }).click()
    await row.getByRole('button', { name: action }).click()
  }

  async rename(title: string, to: string): Promise<void> {
    await this.choose(title, 'Rename')
    const field = this.page.getByRole('textbox', { name: 'Title of the conversation' })
    await field.fill(to)
    await field.press('Enter')
  }

  async exportAll(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Export all' }).click(),
    ])
    return readFile(await download.path(), 'utf8')
  }

  async import(text: string): Promise<void> {
    await this.page
      .getByLabel('File of conversations')
      .setInputFiles({ name: 'conversations.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await this.imported.waitFor()
  }
}
