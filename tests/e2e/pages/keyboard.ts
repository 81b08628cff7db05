/** A reader without a mouse. */
import type { Locator, Page } from 'playwright-core'

/** More stops than any page here has. */
const MOST_STOPS = 150

/** Tabs from where the focus is until it is on the element. @throws where it cannot be reached. */
export async function tabTo(page: Page, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press(key)
    if (await isFocused(element)) return
  }
  throw new Error(`${key} does not lead to ${element}.`)
}

export function isFocused(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node === document.activeElement)
}
