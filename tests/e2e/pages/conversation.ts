/** The conversation as a person uses it. */
import type { Locator, Page } from 'playwright-core'

export class ConversationPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/')
    await this.field.waitFor()
  }

  get field(): Locator {
    return this.page.getByLabel('Your question')
  }

  get examples(): Locator {
    return this.page.getByRole('main').getByRole('listitem').getByRole('button')
  }

  /** The question asked last, with its answer. */
  get latest(): Locator {
    return this.page.locator('[data-exchange]').last()
  }

  get sources(): Locator {
    return this.page.locator('[data-sources]').last()
  }

  get cards(): Locator {
    return this.sources.getByRole('article')
  }

  get citations(): Locator {
    return this.latest.locator('[data-cite]')
  }

  /** What the screen reader was told last. */
  get announced(): Locator {
    return this.page.getByRole('log')
  }

  async ask(question: string): Promise<void> {
    await this.field.fill(question)
    await this.field.press('Enter')
    await this.answered()
  }

  async answered(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelector('[data-exchange]:last-of-type')?.getAttribute('aria-busy') === 'false',
    )
    await this.latest.getByRole('button', { name: /^Copy/ }).waitFor()
  }

  /** The text of the latest answer. */
  async answer(): Promise<string> {
    return (await this.latest.innerText()).replaceAll('\n', ' ')
  }

  understood(): Promise<string[]> {
    return this.page
      .getByRole('list', { name: 'Understood in the question' })
      .last()
      .getByRole('listitem')
      .allInnerTexts()
  }

  async searchWithout(label: string): Promise<void> {
    await this.page.getByRole('button', { name: `Search without ${label}` }).click()
    await this.page.getByText(`Searched without ${label}`).waitFor()
    await this.answered()
  }
}
