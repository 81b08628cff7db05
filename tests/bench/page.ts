/** The page in Chromium: what it loads, and how long until something, an answer's first word and its last are seen. */
import { openSite } from '../e2e/browser.ts'
import { loadedScriptKilobytes } from '../e2e/loaded-scripts.ts'
import { ConversationPage } from '../e2e/pages/conversation.ts'
import { type Timing, timingOf } from './timing.ts'

export interface PageBench {
  /** JavaScript as sent (gzip), in kB: when the first question can be asked, and what answering adds. */
  kilobytes: { first: number; answering: number }
  timings: Record<string, Timing>
}

/** Each visit is a reader's first: nothing is cached. */
export async function benchPage(questions: readonly string[]): Promise<PageBench> {
  const site = await openSite()
  const seen: { paint: number; ready: number; firstWord: number; lastWord: number }[] = []
  let kilobytes = { first: 0, answering: 0 }
  try {
    for (const question of questions) {
      const { page, end } = await site.visit()
      const conversation = new ConversationPage(page)
      const begun = performance.now()
      await conversation.open()
      const ready = performance.now() - begun
      await conversation.examples.first().waitFor()
      const first = await loadedScriptKilobytes(page)
      const paint = await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
      )
      seen.push({ paint: paint ?? Number.NaN, ready, ...(await timeAnswer(conversation, question)) })
      kilobytes = { first, answering: (await loadedScriptKilobytes(page)) - first }
      await end()
    }
  } finally {
    await site.close()
  }
  const timing = (name: keyof (typeof seen)[number]) => timingOf(seen.map((visit) => visit[name]))
  return {
    kilobytes,
    timings: {
      'page, first paint': timing('paint'),
      'page, question field there': timing('ready'),
      'answer in the page, first word': timing('firstWord'),
      'answer in the page, last word': timing('lastWord'),
    },
  }
}

async function timeAnswer(conversation: ConversationPage, question: string) {
  await conversation.field.fill(question)
  const begun = performance.now()
  await conversation.field.press('Enter')
  await conversation.exchange(question).locator('p').first().waitFor()
  const firstWord = performance.now() - begun
  await conversation.answered(question)
  return { firstWord, lastWord: performance.now() - begun }
}
