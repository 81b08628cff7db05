/** The list of documents. */
import type { Locator, Page } from 'playwright-core'

export class DocumentsPage {
  readonly rows: Locator
  readonly range: Locator
  readonly chosen: Locator
  readonly words: Locator
  /** The fields of the first and the last year. */
  readonly from: Locator
  readonly to: Locator

  constructor(readonly page: Page) {
    this.rows = page.getByRole('main').locator('ol > li')
    this.range = page.getByRole('status').filter({ hasText: /of \d+$|No documents/ })
    this.chosen = page.getByRole('button', { name: /^Remove / })
    this.words = page.getByRole('searchbox', { name: 'Search the documents' })
    this.from = page.getByRole('textbox', { name: 'From year' })
    this.to = page.getByRole('textbox', { name: 'to year' })
  }

  async open(address = '/documents'): Promise<void> {
    await this.page.goto(address)
    await this.settled()
  }

  /** Waits until the list is that of the address. */
  async settled(): Promise<void> {
    // A choice just made is drawn in pieces, between other work: when the page is idle, that is done.
    await this.page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestIdleCallback(() => drawn(undefined)))),
    )
    await this.range.waitFor()
    await this.page.locator('ol[aria-busy="true"]').waitFor({ state: 'detached' })
  }

  /** Ticks a value of a facet, opening the facet, and all of its values, where need be. */
  async tick(facet: string, value: string): Promise<void> {
    const head = this.page.getByRole('button', { name: facet, exact: true })
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
    const group = this.page.getByRole('group', { name: facet, exact: true })
    const box = group.getByRole('checkbox', { name: new RegExp(`^${value}`) })
    if ((await box.count()) === 0) {
      await this.page.getByRole('button', { name: `More ${facet.toLowerCase()}` }).click()
      await this.page.getByRole('searchbox', { name: `Filter ${facet.toLowerCase()}` }).fill(value)
    }
    await box.first().click()
    await this.chosen.filter({ hasText: value }).waitFor()
    await this.settled()
  }

  /** How many documents there are, as the page says. */
  async total(): Promise<number> {
    await this.settled()
    return Number(/of (\d+)$/.exec(await this.range.innerText())?.[1] ?? 0)
  }

  /** Draws a stroke over the histogram, between shares of its width. */
  async brush(from: number, to: number): Promise<void> {
    const histogram = this.page.locator('[data-histogram] .recharts-bar-rectangle').first()
    await histogram.waitFor()
    const box = await this.page.locator('[data-histogram]').boundingBox()
    if (!box) throw new Error('There is no histogram to brush.')
    const y = box.y + box.height / 2
    await this.page.mouse.move(box.x + box.width * from, y)
    await this.page.mouse.down()
    await this.page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 4 })
    await this.page.mouse.move(box.x + box.width * to, y, { steps: 4 })
    await this.page.mouse.up()
  }
}
