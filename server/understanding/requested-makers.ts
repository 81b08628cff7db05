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
import { findMakerMentions, isAdjective, type MakerMention } from './maker-mentions.ts'

export interface RequestedMaker extends Omit<MakerMention, 'kind'> {
  /** True: only documents of this maker are found. False: they are preferred. */
  hard: boolean
}

/** Plural nouns for documents. A singular ("the Soviet letter") is as often the subject of the question. */
const DOCUMENT_NOUNS =
  '(?:documents|papers|records|files|archives|reports|reporting|dispatches|telegrams|cables|cablegrams|memoranda|memorandums|memos|memcons|letters|messages|journals|diaries|minutes|notes|transcripts|assessments|estimates|correspondence)'
/** Qualifiers that may stand between a maker and its documents: "Hungarian *foreign ministry* reports". */
const OFFICE_QUALIFIERS =
  '(?:foreign ministry|foreign policy|foreign|diplomatic|embassy|government|state|party|intelligence|official)'

const DOCUMENTS_AFTER_MAKER = new RegExp(
  `^(?:['’]s?)?(?: own)? (?:${OFFICE_QUALIFIERS} )?${DOCUMENT_NOUNS}\\b`,
  'i',
)
const DOCUMENTS_BEFORE_MAKER = new RegExp(
  `\\b${DOCUMENT_NOUNS} (?:(?:sent|written|made|drafted|prepared|issued|produced) )?(?<link>of|by|from) (?:the )?$`,
  'i',
)
/** General nouns with "from": "documents from China" are documents made by China. */
const GENERIC_DOCUMENTS_FROM = /^(?:documents|papers|records|files|archives) from\b/i
const DOCUMENTS_THAT_MAKER = new RegExp(`\\b${DOCUMENT_NOUNS} (?:that |which )?(?:the )?$`, 'i')
const AUTHORSHIP_VERB_AFTER_MAKER =
  /^ (?:\w+ )?(?:sent|wrote|made|drafted|prepared|issued|produced|exchanged|filed)\b/i
const AUXILIARY_BEFORE_MAKER = /\b(?:did|do|does|had|have|has) (?:the )?$/i
/** "Report" is written where an office does it; a person as often reports orally. */
const OFFICE_WRITES =
  /^(?: (?:in|from|at) \p{Lu}\p{L}+)?(?: also| ever)? (?:write|written|report|reported|cable|cabled|telegraph|telegraphed)\b(?! of\b)/iu
const PERSON_WRITES = /^(?: also| ever)? (?:write|written|cable|cabled|telegraph|telegraphed)\b(?! of\b)/i

/** Text after a complete maker name: "by the Chinese on …", not "from the Soviet zone". */
const AFTER_COMPLETE_MAKER_NAME =
  /^\s*(?:$|[?.,;:!)]|\d|(?:about|on|of|to|from|in|at|between|during|after|before|since|until|for|that|which|who|and|or|with|concerning|regarding|please|only)\b)/i
/** Joins the makers of one request. The empty string stands between an office and the person who held it. */
const MAKER_CONJUNCTIONS = new Set(['', ',', 'and', 'or', ', and', ', or', '&', 'as well as'])

export function findRequestedMakers(
  question: string,
  names: readonly LinkedName[],
  makers: Pick<Makers, 'officesNamedIn'>,
): RequestedMaker[] {
  const mentions = findMakerMentions(question, names, makers)
  const bound = groupJointMakers(mentions, question).flatMap((group) => requestedTogether(group, question))
  // "Romanian telegrams from the Chinese embassy's guests": documents have one maker, the first in the text.
  const first = bound.filter(({ start, end }, index) =>
    bound.slice(0, index).every((other) => start >= other.end || end <= other.start),
  )
  if (first.length > 0) return first
  return mentions
    .filter(({ kind }) => kind !== 'person')
    .filter((mention) => isPreferred(mention, question))
    .map(({ kind: _, ...mention }): RequestedMaker => ({ ...mention, hard: false }))
}

/** Groups makers that are asked for together ("Tito and Kim Il Sung"). An office with its holder becomes the person. */
function groupJointMakers(mentions: readonly MakerMention[], question: string): MakerMention[][] {
  const groups: MakerMention[][] = []
  for (const mention of mentions) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const between = before && normalizeConjunction(question.slice(before.end, mention.start))
    if (!group || between === undefined || !MAKER_CONJUNCTIONS.has(between)) groups.push([mention])
    else if (between === '') group.splice(-1, 1, { ...mention, start: before?.start ?? mention.start })
    else group.push(mention)
  }
  return groups
}

/** Lower case, single spaces, without a "the" at the end. */
function normalizeConjunction(between: string): string {
  const words = between.toLowerCase().split(/\s+/).filter(Boolean)
  return (words.at(-1) === 'the' ? words.slice(0, -1) : words).join(' ')
}

/** The makers of the group as hard constraints, their spans widened by the words of the request; empty if none asks. */
function requestedTogether(group: readonly MakerMention[], question: string): RequestedMaker[] {
  const [first, last] = [group.at(0), group.at(-1)]
  if (!first || !last) return []
  const asking = requestWordsAround(last, {
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
function requestWordsAround(
  maker: MakerMention,
  { before, after }: { before: string; after: string },
): { before: number; after: number } | undefined {
  const { kind } = maker
  // "China documents" are as often about China as by it, and in "Kim reports" the word is a verb.
  const owns = kind === 'office' || (kind === 'state' && isAdjective(maker)) || /^['’]/.test(after)
  const papers = owns && DOCUMENTS_AFTER_MAKER.exec(after)
  if (papers) return { before: 0, after: papers[0].length }
  const papersBy = DOCUMENTS_BEFORE_MAKER.exec(before)
  // "Files of North Korea" are as often about it, and "cables from China" may be by another state's embassy there.
  const isOfState =
    papersBy !== null &&
    kind === 'state' &&
    papersBy.groups?.link?.toLowerCase() !== 'by' &&
    !GENERIC_DOCUMENTS_FROM.test(papersBy[0])
  if (papersBy && !isOfState && AFTER_COMPLETE_MAKER_NAME.test(after))
    return { before: papersBy[0].length, after: 0 }
  const papersThat = DOCUMENTS_THAT_MAKER.exec(before)
  const made = AUTHORSHIP_VERB_AFTER_MAKER.exec(after)
  if (papersThat && made) return { before: papersThat[0].length, after: made[0].length }
  const writes = kind === 'office' ? OFFICE_WRITES : kind === 'person' ? PERSON_WRITES : undefined
  const wrote = AUXILIARY_BEFORE_MAKER.test(before) && writes?.exec(after)
  return wrote ? { before: 0, after: wrote[0].length } : undefined
}

/** Follows a state's name where its documents or the words of its diplomats are asked for. */
const DIPLOMACY_NOUNS_AFTER_STATE =
  /^ (?:foreign ministry |foreign |diplomatic |embassy |government )?(?:reports?|papers|documents?|telegrams?|cables|records|archives?|embass(?:y|ies)|diplomats?|ambassadors?|envoys?|sources|files|letters|memoranda|chargé)\b/i
/** Stands before a maker whose words are asked for: "what did the …". */
const WHAT_DID_BEFORE_MAKER = /\bwhat (?:did|do) (?:the )?$/i
const SAYING_VERB_AFTER_MAKER =
  /^ (?:diplomats? |embass(?:y|ies) |envoys? )?(?:say|write|report|tell|think|make of|note|observe)\b/i

function isPreferred({ kind, text, start, end }: MakerMention, question: string): boolean {
  const [before, after] = [question.slice(0, start), question.slice(end)]
  const namesDiplomats = kind === 'office' && DIPLOMACY_NOUNS_AFTER_STATE.test(text.slice(text.search(/ /)))
  return (
    namesDiplomats ||
    DIPLOMACY_NOUNS_AFTER_STATE.test(after) ||
    (WHAT_DID_BEFORE_MAKER.test(before) && SAYING_VERB_AFTER_MAKER.test(after))
  )
}
