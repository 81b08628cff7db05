/** A document's page. */
import type { Locator, Page } from 'playwright-core'

export class DocumentPage {
  readonly title: Locator
  readonly summary: Locator
  readonly related: Locator
  /** What the record says, as a list of terms. */
  readonly record: Locator
  /** The documents of its collections around it. */
  readonly series: Locator
  readonly ask: Locator

  constructor(readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 })
    this.summary = page.getByRole('region', { name: 'Summary' })
    this.related = page.getByRole('region', { name: 'Related documents' }).getByRole('link')
    this.record = page.getByRole('region', { name: 'Record' })
    this.series = page.getByRole('region', { name: 'Earlier and later' }).getByRole('listitem')
    this.ask = page.getByRole('link', { name: 'Ask about this document' })
  }

  async open(id: string): Promise<void> {
    await this.page.goto(`/documents/${id}`)
    await this.arrived()
  }

  async arrived(): Promise<void> {
    await this.page.waitForURL('**/documents/*')
    await this.summary.waitFor()
    await this.related.first().waitFor()
    await this.series.first().waitFor()
  }

  /** Where a name, kind, subject or collection of the record leads. */
  addressOf(name: string): Promise<string | null> {
    return this.record.getByRole('link', { name, exact: true }).getAttribute('href')
  }

  /** What a program reads that looks at the page as it is now, as Zotero's connector does. */
  told(): Promise<{ canonical: string[]; titles: string[]; contextObjects: string[]; data: string[] }> {
    return this.page.evaluate(() => {
      const all = (selector: string, attribute: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '')
      return {
        canonical: all('link[rel=canonical]', 'href'),
        titles: all('meta[name=citation_title]', 'content'),
        contextObjects: all('span.Z3988', 'title'),
        data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
          ({ textContent }) => textContent ?? '',
        ),
      }
    })
  }
}
