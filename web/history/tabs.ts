/** What the tabs of this browser tell each other about conversations. */
import * as z from 'zod/mini'

const newsSchema = z.object({
  /** `listed`: the list has changed; `answered`: exchanges are complete in storage; `deleted`: it is gone. */
  kind: z.enum(['listed', 'answered', 'deleted']),
  /** The conversation; absent where it concerns many. */
  id: z.optional(z.string()),
})
export type News = z.output<typeof newsSchema>

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('aide-memoire')

export function tellOtherTabs(news: News) {
  channel?.postMessage(news)
}

/** Told of what other tabs did, and when this one comes back to the screen after it may have slept through news. */
export function hearOtherTabs(hear: (news: News) => void) {
  channel?.addEventListener('message', ({ data }) => {
    const news = newsSchema.safeParse(data)
    if (news.success) hear(news.data)
  })
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) hear({ kind: 'answered' })
  })
}
