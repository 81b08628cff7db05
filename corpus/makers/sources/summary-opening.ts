/** Determines makers from the first words of a summary: "The GDR embassy gathers …", "CIA briefing on …". */
import { AGENCIES } from '../offices/agencies.ts'
import { MINISTRIES } from '../offices/ministries.ts'
import { EMBASSIES } from '../offices/missions.ts'
import type { Office } from '../offices/office.ts'
import { isWord, type TitlePart } from '../title/title-part.ts'

/** Length of the part of a summary that is parsed. */
export const SUMMARY_OPENING_CHARACTERS = 120

/** Offices without their heads: a summary may also begin with an ambassador to whom the maker spoke. */
export const OFFICES_IN_SUMMARIES: readonly Office[] = [...EMBASSIES, ...MINISTRIES, ...AGENCIES]

/** Nouns and verbs for writing. "Told", "asked" and the like are excluded: their subject may be someone in the document. */
const WRITING_WORDS: ReadonlySet<string> = new Set(
  `report survey paper summary account briefing estimate
   reports surveys describes gathers records traces finds reviews argues confirms assesses summarises summarizes`.split(
    /\s+/,
  ),
)

export function isFollowedByWritingWord(parts: readonly TitlePart[], end: number): boolean {
  return isWord(parts[end], WRITING_WORDS)
}
