/** A document's page. */
import type { Locator, Page } from 'playwright-core'

export class DocumentPage {
  readonly title: Locator
  readonly summary: Locator
  readonly related: Locator

  constructor(readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 })
    this.summary = page.getByRole('region', { name: 'Summary' })
    this.related = page.getByRole('region', { name: 'Related documents' }).getByRole('link')
  }

  async arrived(): Promise<void> {
    await this.page.waitForURL('**/documents/*')
    await this.summary.waitFor()
    await this.related.first().waitFor()
  }
}
