/** `npm run screenshots`: makes the README's pictures anew, of the page and the index as they are now. */
import { fileURLToPath } from 'node:url'
import { openSite } from './browser.ts'
import { ConversationPage } from './pages/conversation.ts'
import { DocumentsPage } from './pages/documents.ts'

const FOLDER = fileURLToPath(new URL('../../web/screenshots/', import.meta.url))
const QUESTION = 'How did Washington weigh military retaliation against North Korea in the late 1960s?'
const PICTURES = [
  { name: 'answer', viewport: { width: 1360, height: 850 }, colorScheme: 'light' },
  {
    name: 'phone',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    colorScheme: 'dark',
  },
] as const

const site = await openSite()
try {
  for (const { name, ...options } of PICTURES) {
    const { page, end } = await site.visit(options)
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask(QUESTION)
    await conversation.field.blur()
    await page.screenshot({ path: `${FOLDER}${name}.png` })
    await end()
  }
  const { page, end } = await site.visit({ viewport: { width: 1360, height: 850 }, colorScheme: 'light' })
  const documents = new DocumentsPage(page)
  await documents.open('/documents?q=oil+and+debts&country=soviet-union')
  await page.locator('.recharts-bar-rectangle').first().waitFor()
  await page.screenshot({ path: `${FOLDER}documents.png` })
  await end()
} finally {
  await site.close()
}
