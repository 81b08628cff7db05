/** Twins: two records of one meeting or text, which different archives kept. Both stay in a ranking, side by side. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { isNearTwin } from './near-twin.ts'

/** Two records of one meeting or text: the same day, and titles, summaries or participants that say so. */
export function isTwin(a: ArchiveDocument, b: ArchiveDocument): boolean {
  if (a.date !== b.date) return false
  if (a.title === b.title) return true
  return (a.summary !== null && b.summary !== null && isNearTwin(a.summary, b.summary)) || isSameMeeting(a, b)
}

/** Two records of conversation of one day with the same people; telephone calls of one day are different ones. */
export function isSameMeeting(a: ArchiveDocument, b: ArchiveDocument): boolean {
  if (a.type !== 'record of conversation' || b.type !== a.type || /telephone/i.test(`${a.title} ${b.title}`))
    return false
  const [fewer, more] = a.people.length <= b.people.length ? [a.people, b.people] : [b.people, a.people]
  return fewer.length >= 2 && fewer.every((person) => more.includes(person))
}

interface Placed {
  document: ArchiveDocument
  score: number
}

/** How far down a twin is looked for, and the share of the other's score that it needs to be moved up to it. */
const WITHIN = 50
const COMPARABLE = 0.6

/** The ranking with each twin moved up behind the first of its kind, whose score it takes over at the most. */
export function sideBySide<Item extends Placed>(ranked: readonly Item[]): Item[] {
  const [near, rest] = [ranked.slice(0, WITHIN), ranked.slice(WITHIN)]
  const ordered: Item[] = []
  while (near.length > 0) {
    const [first] = near.splice(0, 1)
    if (!first) break
    ordered.push(first)
    for (let place = 0; place < near.length; place += 1) {
      const other = near[place]
      if (!other || other.score < first.score * COMPARABLE || !isTwin(first.document, other.document))
        continue
      near.splice(place, 1)
      place -= 1
      // Behind its twin it must not count for less than those that now follow it.
      ordered.push({ ...other, score: Math.max(other.score, near[0]?.score ?? 0) })
    }
  }
  return [...ordered, ...rest]
}
