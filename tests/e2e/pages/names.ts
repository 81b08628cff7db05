/** The lists of people, places, organizations and events, and the page of each of these. */
import type { Locator, Page } from 'playwright-core'

export class NameList {
  readonly filter: Locator
  /** How many there are. */
  readonly count: Locator
  readonly rows: Locator

  constructor(readonly page: Page) {
    this.filter = page.getByRole('searchbox')
    this.count = page.getByRole('main').getByRole('status')
    this.rows = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2 }) })
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.rows.first().waitFor()
  }

  /** Types what narrows the list, and waits until it is as long as expected. */
  async narrow(typed: string, count: string): Promise<void> {
    await this.filter.fill(typed)
    await this.count.filter({ hasText: count }).waitFor()
  }

  async names(): Promise<string[]> {
    return this.rows.getByRole('link').allInnerTexts()
  }
}

export class NamePage {
  readonly name: Locator
  readonly names: Locator
  readonly together: Locator
  readonly byYear: Locator
  readonly documents: Locator

  constructor(readonly page: Page) {
    this.name = page.getByRole('heading', { level: 1 })
    this.names = page.getByRole('region', { name: 'Names', exact: true })
    this.together = page.getByRole('region', { name: /^Occur together with / })
    this.byYear = page.getByRole('region', { name: 'Documents by year' })
    this.documents = page.getByRole('region', { name: 'Documents by date' })
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.documents.waitFor()
  }

  async arrived(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    await this.documents.waitFor()
  }

  /** The bars of the chart, which is hidden from those who hear the page: the table tells them. */
  get bars(): Locator {
    return this.byYear.locator('.recharts-bar-rectangle path')
  }
}
