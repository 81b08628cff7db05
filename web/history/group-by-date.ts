/** Groups conversations by the day, week or month of their last exchange, the latest first. */
import type { ConversationHead } from './conversation-head.ts'

interface Group<Item> {
  name: string
  items: Item[]
}

const DAY_MS = 24 * 60 * 60 * 1000

/** @param items latest first. @param now ms since 1970 */
export function groupByDate<Item extends { head: ConversationHead }>(
  items: readonly Item[],
  now: number,
): Group<Item>[] {
  const groups: Group<Item>[] = []
  for (const item of items) {
    const name = periodName(item.head.changed, now)
    const last = groups.at(-1)
    if (last?.name === name) last.items.push(item)
    else groups.push({ name, items: [item] })
  }
  return groups
}

function periodName(time: number, now: number): string {
  const today = new Date(now).setHours(0, 0, 0, 0)
  if (time >= today) return 'Today'
  // Half a day before midnight is always yesterday, even when daylight saving time starts or ends that night.
  if (time >= new Date(today - DAY_MS / 2).setHours(0, 0, 0, 0)) return 'Yesterday'
  if (time >= today - 6 * DAY_MS) return 'This week'
  return new Date(time).toLocaleDateString('en', { month: 'long', year: 'numeric' })
}
