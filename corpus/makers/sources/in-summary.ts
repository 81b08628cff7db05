/** Makers that a summary names in its first words: "The GDR embassy gathers …", "CIA briefing on …". */
import { AGENCIES } from '../offices/agencies.ts'
import { MINISTRIES } from '../offices/ministries.ts'
import { EMBASSIES } from '../offices/missions.ts'
import type { Office } from '../offices/office.ts'
import { isWord, type TitlePart } from '../title/part.ts'

/** Characters of a summary that its first words lie in. */
export const OPENING_CHARACTERS = 120

/** Offices, not those who head them: a summary also begins with the ambassador to whom the maker spoke. */
export const NAMED_IN_SUMMARIES: readonly Office[] = [...EMBASSIES, ...MINISTRIES, ...AGENCIES]

/** What an office writes, or does in writing. "Told", "asked" and the like can be said of whom the document is about. */
const WRITES: ReadonlySet<string> = new Set(
  `report survey paper summary account briefing estimate
   reports surveys describes gathers records traces finds reviews argues confirms assesses summarises summarizes`.split(
    /\s+/,
  ),
)

export function writes(parts: readonly TitlePart[], end: number): boolean {
  return isWord(parts[end], WRITES)
}
