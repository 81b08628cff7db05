/** The conversation, as someone uses it. */
import type { Locator, Page } from 'playwright-core'

export class ConversationPage {
  readonly field: Locator
  /** The questions to begin with. */
  readonly examples: Locator
  /** The cards of the answer in view, or of the latest where they stand below their answers. */
  readonly sources: Locator
  readonly cards: Locator
  readonly understood: Locator

  constructor(readonly page: Page) {
    this.field = page.getByRole('textbox', { name: 'Your question' })
    this.examples = page.getByRole('region', { name: 'For example' }).getByRole('button')
    this.sources = page.locator('[data-sources]').last()
    this.cards = this.sources.getByRole('article')
    this.understood = page.getByRole('group', { name: 'Understood in the question' }).last()
  }

  async open(): Promise<void> {
    await this.page.goto('/')
    await this.field.waitFor()
  }

  /** Begins an empty conversation. */
  async begin(): Promise<void> {
    await this.page.locator('[data-question-field]').getByRole('link', { name: 'New conversation' }).click()
    await this.examples.first().waitFor()
  }

  async ask(question: string): Promise<void> {
    await this.field.fill(question)
    await this.field.press('Enter')
    await this.answered(question)
  }

  /** Waits until the answer to a question is complete. */
  async answered(question: string): Promise<void> {
    const exchange = this.exchange(question)
    await exchange.getByRole('button', { name: /^Copy/ }).waitFor()
    await exchange.and(this.page.locator('[aria-busy=false]')).waitFor()
  }

  /** A question with its answer. */
  exchange(question: string): Locator {
    return this.page.locator('[data-exchange]', {
      has: this.page.getByRole('heading', { name: question, exact: true }),
    })
  }

  /** The first citation of a source in the answer to a question. */
  citation(question: string, n: number): Locator {
    return this.exchange(question)
      .getByRole('button', { name: new RegExp(`^Source ${n}: `) })
      .first()
  }

  /** The numbers that the answer cites, in its order. */
  async cited(question: string): Promise<number[]> {
    const numbers = await this.exchange(question).locator('[data-cite]').allInnerTexts()
    return numbers.map(Number)
  }

  /** Under a timeline the cards stand in the order of their dates. */
  card(n: number): Locator {
    return this.sources.locator(`article[id^="source-"][id$="-${n}"]`)
  }

  async chips(): Promise<string[]> {
    const texts = await this.understood.getByRole('listitem').allInnerTexts()
    return texts.map((text) => text.replaceAll(/\s+/g, ' ').trim())
  }

  /** Takes an item back, and waits for the answer without it. */
  async searchWithout(label: string, question: string): Promise<void> {
    await this.understood.getByRole('button', { name: `Search without ${label}` }).click()
    await this.understood.getByRole('button', { name: `Put back ${label}` }).waitFor()
    await this.answered(question)
  }

  async putBack(label: string, question: string): Promise<void> {
    await this.understood.getByRole('button', { name: `Put back ${label}` }).click()
    await this.understood.getByRole('button', { name: `Search without ${label}` }).waitFor()
    await this.answered(question)
  }
}
