/** "My sources", and the citing of a document, as someone uses them. */
import type { Locator, Page } from 'playwright-core'

export class MySourcesPage {
  readonly entries: Locator
  readonly rows: Locator

  constructor(readonly page: Page) {
    this.entries = page.getByRole('region', { name: 'Bibliography' }).locator('[data-citation]')
    this.rows = page.getByRole('region', { name: 'The list' }).getByRole('listitem')
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: /^My sources/ }).click()
    await this.page.getByRole('heading', { level: 1, name: 'My sources' }).waitFor()
  }

  /** Adds the first documents of the list of all, oldest first. */
  async addFirst(count: number): Promise<void> {
    await this.page.goto('/documents')
    for (let added = 0; added < count; added++)
      await this.page
        .getByRole('button', { name: /^Add to my sources/ })
        .first()
        .click()
  }

  async chooseStyle(label: string): Promise<void> {
    await this.page.getByLabel('Style').selectOption({ label })
  }

  /** The text and, where there is one, the HTML on the clipboard. */
  clipboard(): Promise<{ text: string; html: string }> {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) =>
        item?.types.includes(type) ? (await item.getType(type)).text() : ''
      return { text: await read('text/plain'), html: await read('text/html') }
    })
  }
}
