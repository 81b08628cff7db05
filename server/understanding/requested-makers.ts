/**
 * Finds the makers whose documents a question asks for. A maker is a hard constraint where its documents or its writing
 * are asked for:
 *
 * - maker, then documents: "Hungarian embassy reports", "Puzanov's diaries", "Hungarian and Polish documents";
 * - documents, then maker: "reports by the East German ambassador", "letters that Tito and Kim Il Sung sent";
 * - a verb of writing: "what did the CIA write in 1969".
 *
 * Where a maker is only mentioned ("what did the Soviet ambassador say?"), its documents are at most preferred.
 */
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Makers } from '../archive/makers.ts'
import { isAdjective, type MakerMention, makersMentioned } from './maker-mentions.ts'

export interface AskedMaker extends Omit<MakerMention, 'kind'> {
  /** True: only documents of this maker are found. False: they are preferred. */
  hard: boolean
}

/** Plural nouns for documents. A singular ("the Soviet letter") is as often the subject of the question. */
const PAPERS =
  '(?:documents|papers|records|files|archives|reports|reporting|dispatches|telegrams|cables|cablegrams|memoranda|memorandums|memos|memcons|letters|messages|journals|diaries|minutes|notes|transcripts|assessments|estimates|correspondence)'
/** Qualifiers that may stand between a maker and its documents: "Hungarian *foreign ministry* reports". */
const OF_OFFICES =
  '(?:foreign ministry|foreign policy|foreign|diplomatic|embassy|government|state|party|intelligence|official)'

const PAPERS_FOLLOW = new RegExp(`^(?:['’]s?)?(?: own)? (?:${OF_OFFICES} )?${PAPERS}\\b`, 'i')
const PAPERS_BEFORE = new RegExp(
  `\\b${PAPERS} (?:(?:sent|written|made|drafted|prepared|issued|produced) )?(?<link>of|by|from) (?:the )?$`,
  'i',
)
/** General nouns with "from": "documents from China" are documents made by China. */
const IN_GENERAL = /^(?:documents|papers|records|files|archives) from\b/i
const PAPERS_THAT = new RegExp(`\\b${PAPERS} (?:that |which )?(?:the )?$`, 'i')
const MADE_THEM = /^ (?:\w+ )?(?:sent|wrote|made|drafted|prepared|issued|produced|exchanged|filed)\b/i
const DID = /\b(?:did|do|does|had|have|has) (?:the )?$/i
/** "Report" is written where an office does it; a person as often reports orally. */
const WRITE =
  /^(?: (?:in|from|at) \p{Lu}\p{L}+)?(?: also| ever)? (?:write|written|report|reported|cable|cabled|telegraph|telegraphed)\b(?! of\b)/iu
const WRITES_HIMSELF = /^(?: also| ever)? (?:write|written|cable|cabled|telegraph|telegraphed)\b(?! of\b)/i

/** Text after a complete maker name: "by the Chinese on …", not "from the Soviet zone". */
const IS_WHOLE =
  /^\s*(?:$|[?.,;:!)]|\d|(?:about|on|of|to|from|in|at|between|during|after|before|since|until|for|that|which|who|and|or|with|concerning|regarding|please|only)\b)/i
/** Joins the makers of one request. The empty string stands between an office and the person who held it. */
const JOINS = new Set(['', ',', 'and', 'or', ', and', ', or', '&', 'as well as'])

export function findAskedMakers(
  question: string,
  names: readonly LinkedName[],
  makers: Pick<Makers, 'namedIn'>,
): AskedMaker[] {
  const mentions = makersMentioned(question, names, makers)
  const bound = groupsOf(mentions, question).flatMap((group) => asBound(group, question))
  // "Romanian telegrams from the Chinese embassy's guests": documents have one maker, the first in the text.
  const first = bound.filter(({ start, end }, place) =>
    bound.slice(0, place).every((other) => start >= other.end || end <= other.start),
  )
  if (first.length > 0) return first
  return mentions
    .filter(({ kind }) => kind !== 'person')
    .filter((mention) => isPreferred(mention, question))
    .map(({ kind: _, ...mention }): AskedMaker => ({ ...mention, hard: false }))
}

/** Groups makers that are asked for together ("Tito and Kim Il Sung"). An office with its holder becomes the person. */
function groupsOf(mentions: readonly MakerMention[], question: string): MakerMention[][] {
  const groups: MakerMention[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const between = before && wordsOf(question.slice(before.end, mention.start))
    if (!group || between === undefined || !JOINS.has(between)) groups.push([mention])
    else if (between === '') group.splice(-1, 1, { ...mention, start: before?.start ?? mention.start })
    else group.push(mention)
  }
  return groups
}

/** Lower case, single spaces, without a "the" at the end. */
function wordsOf(between: string): string {
  const words = between.toLowerCase().split(/\s+/).filter(Boolean)
  return (words.at(-1) === 'the' ? words.slice(0, -1) : words).join(' ')
}

/** The makers of the group as hard constraints, their spans widened by the words of the request; empty if none asks. */
function asBound(group: readonly MakerMention[], question: string): AskedMaker[] {
  const [first, last] = [group.at(0), group.at(-1)]
  if (!first || !last) return []
  const asking = wordsAround(last, {
    before: question.slice(0, first.start),
    after: question.slice(last.end),
  })
  if (!asking) return []
  return group.map(({ kind: _, ...mention }) => {
    const start = mention.start === first.start ? first.start - asking.before : mention.start
    const end = mention.end === last.end ? last.end + asking.after : mention.end
    return { ...mention, text: question.slice(start, end), start, end, hard: true }
  })
}

/** How many characters before and after a maker belong to a request for its documents; undefined without a request. */
function wordsAround(
  maker: MakerMention,
  { before, after }: { before: string; after: string },
): { before: number; after: number } | undefined {
  const { kind } = maker
  // "China documents" are as often about China as by it, and in "Kim reports" the word is a verb.
  const owns = kind === 'office' || (kind === 'state' && isAdjective(maker)) || /^['’]/.test(after)
  const papers = owns && PAPERS_FOLLOW.exec(after)
  if (papers) return { before: 0, after: papers[0].length }
  const papersBy = PAPERS_BEFORE.exec(before)
  // "Files of North Korea" are as often about it, and "cables from China" may be by another state's embassy there.
  const isOfState =
    papersBy !== null &&
    kind === 'state' &&
    papersBy.groups?.link?.toLowerCase() !== 'by' &&
    !IN_GENERAL.test(papersBy[0])
  if (papersBy && !isOfState && IS_WHOLE.test(after)) return { before: papersBy[0].length, after: 0 }
  const papersThat = PAPERS_THAT.exec(before)
  const made = MADE_THEM.exec(after)
  if (papersThat && made) return { before: papersThat[0].length, after: made[0].length }
  const writes = kind === 'office' ? WRITE : kind === 'person' ? WRITES_HIMSELF : undefined
  const wrote = DID.test(before) && writes?.exec(after)
  return wrote ? { before: 0, after: wrote[0].length } : undefined
}

/** Follows a state's name where its documents or the words of its diplomats are asked for. */
const MADE =
  /^ (?:foreign ministry |foreign |diplomatic |embassy |government )?(?:reports?|papers|documents?|telegrams?|cables|records|archives?|embass(?:y|ies)|diplomats?|ambassadors?|envoys?|sources|files|letters|memoranda|chargé)\b/i
/** Stands before a maker whose words are asked for: "what did the …". */
const SAID = /\bwhat (?:did|do) (?:the )?$/i
const SAYING =
  /^ (?:diplomats? |embass(?:y|ies) |envoys? )?(?:say|write|report|tell|think|make of|note|observe)\b/i

function isPreferred({ kind, text, start, end }: MakerMention, question: string): boolean {
  const [before, after] = [question.slice(0, start), question.slice(end)]
  const namesDiplomats = kind === 'office' && MADE.test(text.slice(text.search(/ /)))
  return namesDiplomats || MADE.test(after) || (SAID.test(before) && SAYING.test(after))
}
