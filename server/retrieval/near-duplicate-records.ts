/** Near-duplicate records: the same meeting or text, kept by different archives. A ranking shows them next to each other. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { isNearDuplicateText } from './near-duplicate-text.ts'

/** Same day, and the same title, near-duplicate summaries or the same participants. */
export function isNearDuplicateRecord(a: ArchiveDocument, b: ArchiveDocument): boolean {
  if (a.date !== b.date) return false
  if (a.title === b.title) return true
  return (
    (a.summary !== null && b.summary !== null && isNearDuplicateText(a.summary, b.summary)) ||
    isSameMeeting(a, b)
  )
}

/** Both are records of conversation with the same people. Telephone calls are excluded: one day may have several. */
export function isSameMeeting(a: ArchiveDocument, b: ArchiveDocument): boolean {
  if (a.type !== 'record of conversation' || b.type !== a.type || /telephone/i.test(`${a.title} ${b.title}`))
    return false
  const [fewer, more] = a.people.length <= b.people.length ? [a.people, b.people] : [b.people, a.people]
  return fewer.length >= 2 && fewer.every((person) => more.includes(person))
}

interface ScoredRecord {
  document: ArchiveDocument
  score: number
}

/** Only near-duplicates among the first 50, with at least 0.6 of the higher record's score, are moved up. */
const MAX_RANK_OF_MOVED_DUPLICATE = 50
const MIN_SCORE_SHARE_OF_MOVED_DUPLICATE = 0.6

/** Moves each near-duplicate up to directly behind its best-ranked copy. Scores still fall with rank. */
export function groupNearDuplicates<Item extends ScoredRecord>(ranked: readonly Item[]): Item[] {
  const [near, rest] = [
    ranked.slice(0, MAX_RANK_OF_MOVED_DUPLICATE),
    ranked.slice(MAX_RANK_OF_MOVED_DUPLICATE),
  ]
  const ordered: Item[] = []
  while (near.length > 0) {
    const [first] = near.splice(0, 1)
    if (!first) break
    ordered.push(first)
    for (let position = 0; position < near.length; position += 1) {
      const other = near[position]
      if (
        !other ||
        other.score < first.score * MIN_SCORE_SHARE_OF_MOVED_DUPLICATE ||
        !isNearDuplicateRecord(first.document, other.document)
      )
        continue
      near.splice(position, 1)
      position -= 1
      // Raise its score to that of the next record, so that scores still fall with rank.
      ordered.push({ ...other, score: Math.max(other.score, near[0]?.score ?? 0) })
    }
  }
  return [...ordered, ...rest]
}
