/** `npm run screenshots`: makes the README's pictures anew, of the page and the index as they are now. */
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { start } from '../small-archive.ts'
import { CHROMIUM, QUIET } from './chromium.ts'
import { ConversationPage } from './pages/conversation.ts'

const folder = fileURLToPath(new URL('../../web/screenshots/', import.meta.url))
const QUESTION = 'How did Washington weigh military retaliation against North Korea in the late 1960s?'

const program = start(['server/main.ts'], { PORT: '0' })
const [, port] = await program.printed(/answers at http:\/\/localhost:(\d+)/, 180_000)
const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET })
try {
  const shots = [
    { name: 'answer', viewport: { width: 1400, height: 900 }, colorScheme: 'light' },
    { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  ] as const
  for (const { name, ...options } of shots) {
    const page = await browser.newPage({ ...options, baseURL: `http://127.0.0.1:${port}` })
    const conversation = new ConversationPage(page)
    await conversation.open()
    await conversation.ask(QUESTION)
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
    await page.screenshot({ path: `${folder}${name}.png` })
    await page.close()
  }
} finally {
  await browser.close()
  program.process.kill('SIGTERM')
  await program.ended
}
