/** Finds where a title can name its maker: after the form ("Letter from …"), at the beginning ("… to the Secretary of State"), … */
import { isMark, isWord, type TitlePart } from '../title/title-part.ts'
import {
  DOCUMENT_FORMS,
  MAKER_ENDING_WORDS,
  MAKER_PREPOSITIONS,
  MAKING_PARTICIPLES,
  MAX_PARTS_TO_FORM,
  MINUTES_FORMS,
  RECORD_FORMS,
} from './document-forms.ts'

/** A part at which a maker's name may begin. `accepts` tells whether the name can end at `end` (exclusive). */
export interface MakerPosition {
  at: number
  accepts: (end: number) => boolean
}

const wordSet = (...words: string[]) => new Set(words)
const TO = wordSet('to')
const FOR_OR_TO = wordSet('for', 'to')
const FROM = wordSet('from')
const BY = wordSet('by')
const VIA = wordSet('via')
const OF = wordSet('of')
const EXCERPT = wordSet('excerpt', 'excerpts')
const MEETING = wordSet('meeting', 'staff')
/** First words of receiving offices that do not begin with the name of a state. */
const RECEIVER_OFFICE_WORDS = new Set(
  `central certain chairman department deputy embassy foreign international joint minister ministry people president
   secretary`.split(/\s+/),
)

/** The positions, in the order in which to try them. */
export function* makerPositions(parts: readonly TitlePart[]): Generator<MakerPosition> {
  const form = formIn(parts, DOCUMENT_FORMS)
  if (form !== undefined) yield* afterForm(parts, form)
  yield atBeginning(parts)
  yield* afterColon(parts)
  if (form !== undefined) yield* afterLaterFrom(parts, form)
  yield* afterBy(parts)
  yield* afterMinutes(parts)
}

/** Position of the form's last word ("Information Report"). Only words and numbers may precede it. */
function formIn(parts: readonly TitlePart[], forms: ReadonlySet<string>): number | undefined {
  for (let at = 0; at < MAX_PARTS_TO_FORM; at += 1) {
    const part = parts[at]
    if (isWord(part, forms)) return isWord(parts[at + 1], forms) ? at + 1 : at
    if (part?.kind !== 'word' && part?.kind !== 'number') return undefined
  }
  return undefined
}

/** "Cable No. 25025, Mao Zedong to …", "Report Sent by …", "Ciphered Telegram No. 16008 from Beijing, …". */
function afterForm(parts: readonly TitlePart[], form: number): MakerPosition[] {
  const accepts = (end: number) => isMakerEnd(parts, end)
  let at = form + 1
  while (parts[at]?.kind === 'number' || isMark(parts[at], '/')) at += 1
  if (isWord(parts[at], VIA)) at += 2
  const afterCity = isWord(parts[at], FROM) && isMark(parts[at + 2], ',') ? [{ at: at + 3, accepts }] : []
  if (isMark(parts[at], ',')) at += 1
  if (isWord(parts[at], MAKING_PARTICIPLES)) at += 2
  else if (isWord(parts[at], MAKER_PREPOSITIONS)) at += 1
  return [{ at, accepts }, ...afterCity]
}

/** "The Ambassador in Korea (Muccio) to the …", "Hungarian Embassy in Cuba, Report, …", "GDR Embassy Letter to …". */
function atBeginning(parts: readonly TitlePart[]): MakerPosition {
  const at = isWord(parts[0], EXCERPT) && isWord(parts[1], FROM) ? 2 : 0
  return {
    at,
    accepts: (end) => {
      const next = isMark(parts[end], ',') || parts[end]?.kind === 'number' ? end + 1 : end
      return (
        (isWord(parts[end], TO) && isReceiver(parts[end + 1])) ||
        isWord(parts[next], DOCUMENT_FORMS) ||
        (next > end &&
          (isWord(parts[next + 1], DOCUMENT_FORMS) ||
            isMark(parts[next], '"') ||
            isMark(parts[next + 1], '"')))
      )
    },
  }
}

/** "Sixth Plenary Session on Korea, Geneva, May 3: The United States Delegation to …" */
function afterColon(parts: readonly TitlePart[]): MakerPosition[] {
  return parts.flatMap((part, at) =>
    isMark(part, ':')
      ? [{ at: at + 1, accepts: (end: number) => isWord(parts[end], TO) && isReceiver(parts[end + 1]) }]
      : [],
  )
}

/**
 * "Letter to Gorbachev from …", "Report on the 'Axe Murder Incident' from …". Not "Memorandum on Two Reports from …", where
 * another form precedes "from".
 */
function afterLaterFrom(parts: readonly TitlePart[], form: number): MakerPosition[] {
  const isLetter = isWord(parts[form + 1], FOR_OR_TO)
  return parts.flatMap((part, at) => {
    const before = parts[at - 1]
    if (at <= form + 1 || !isWord(part, FROM) || before === undefined) return []
    if (isLetter ? isWord(before, DOCUMENT_FORMS) : before.kind === 'word' || before.kind === 'number')
      return []
    return [{ at: at + 1, accepts: (end: number) => isMakerEnd(parts, end) }]
  })
}

/** "Memorandum of Conversation, by …", "Study Prepared by …", "Record of a conversation with Pak Gil-ryong by …". */
function afterBy(parts: readonly TitlePart[]): MakerPosition[] {
  const isRecord = formIn(parts, RECORD_FORMS) !== undefined
  return parts.flatMap((part, at) => {
    const before = parts[at - 1]
    const isNamed = before?.kind === 'person' || before?.kind === 'name'
    if (
      !isWord(part, BY) ||
      !(isMark(before, ',') || isWord(before, MAKING_PARTICIPLES) || (isRecord && isNamed))
    )
      return []
    return [{ at: at + 1, accepts: (end: number) => isMakerEnd(parts, end) }]
  })
}

/** "Minutes of a National Security Council Meeting", "Protocol No. 6 of the Meeting of the Presidium of …". */
function afterMinutes(parts: readonly TitlePart[]): MakerPosition[] {
  let at = formIn(parts, MINUTES_FORMS)
  if (at === undefined) return []
  do at += 1
  while (parts[at]?.kind === 'number')
  if (!isWord(parts[at], OF)) return []
  if (isWord(parts[at + 1], MEETING) && isWord(parts[at + 2], OF))
    return [{ at: at + 3, accepts: (end) => isMakerEnd(parts, end) || isMark(parts[end], '(') }]
  return [{ at: at + 1, accepts: (end) => isWord(parts[end], MEETING) }]
}

/** Whether a maker's name can end before this part: a mark, a number or a preposition. */
export function isMakerEnd(parts: readonly TitlePart[], end: number): boolean {
  const part = parts[end]
  if (part === undefined || part.kind === 'mark' || part.kind === 'number') return true
  if (part.kind !== 'word') return false
  return (
    MAKER_ENDING_WORDS.has(part.word) ||
    part.word.endsWith('ing') ||
    (part.word === 'of' && parts[end - 1]?.kind === 'person')
  )
}

/** Whether "to" is followed by a receiver, not by a verb as in "Kim Il Sung to Visit Moscow". */
function isReceiver(part: TitlePart | undefined): boolean {
  return part?.kind === 'person' || part?.kind === 'name' || isWord(part, RECEIVER_OFFICE_WORDS)
}
