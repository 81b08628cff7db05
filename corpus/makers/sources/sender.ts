/** Where in a title its maker can stand: behind the form ("Letter from …"), or at the beginning ("… to the Secretary of State"). */
import { isMark, isWord, type TitlePart } from '../title/part.ts'
import { ENDS_MAKER, FORM_WITHIN, FORMS, MADE, MAKER_FOLLOWS, MINUTES, RECORDS } from './forms.ts'

/** A place where a maker may begin, and whether one that ends at `end` (exclusive) can be one. */
export interface Opening {
  at: number
  accepts: (end: number) => boolean
}

const word = (...words: string[]) => new Set(words)
const TO = word('to')
const FOR_OR_TO = word('for', 'to')
const FROM = word('from')
const BY = word('by')
const VIA = word('via')
const OF = word('of')
const EXCERPT = word('excerpt', 'excerpts')
const MEETING = word('meeting', 'staff')
/** What an office that is written to begins with, unless with the name of a state. */
const OFFICES = new Set(
  `central certain chairman department deputy embassy foreign international joint minister ministry people president
   secretary`.split(/\s+/),
)

/** The places in the order in which they are tried. */
export function* openings(parts: readonly TitlePart[]): Generator<Opening> {
  const form = formIn(parts, FORMS)
  if (form !== undefined) yield* behindForm(parts, form)
  yield atBeginning(parts)
  yield* behindColon(parts)
  if (form !== undefined) yield* fartherOn(parts, form)
  yield* byMaker(parts)
  yield* keptBy(parts)
}

/** The last of the words that name the form: "Information Report". Before it stand plain words and numbers alone. */
function formIn(parts: readonly TitlePart[], forms: ReadonlySet<string>): number | undefined {
  for (let at = 0; at < FORM_WITHIN; at += 1) {
    const part = parts[at]
    if (isWord(part, forms)) return isWord(parts[at + 1], forms) ? at + 1 : at
    if (part?.kind !== 'word' && part?.kind !== 'number') return undefined
  }
  return undefined
}

/** "Cable No. 25025, Mao Zedong to …", "Report Sent by …", "Ciphered Telegram No. 16008 from Beijing, …". */
function behindForm(parts: readonly TitlePart[], form: number): Opening[] {
  const accepts = (end: number) => isEnd(parts, end)
  let at = form + 1
  while (parts[at]?.kind === 'number' || isMark(parts[at], '/')) at += 1
  if (isWord(parts[at], VIA)) at += 2
  const afterCity = isWord(parts[at], FROM) && isMark(parts[at + 2], ',') ? [{ at: at + 3, accepts }] : []
  if (isMark(parts[at], ',')) at += 1
  if (isWord(parts[at], MADE)) at += 2
  else if (isWord(parts[at], MAKER_FOLLOWS)) at += 1
  return [{ at, accepts }, ...afterCity]
}

/** "The Ambassador in Korea (Muccio) to the …", "Hungarian Embassy in Cuba, Report, …", "GDR Embassy Letter to …". */
function atBeginning(parts: readonly TitlePart[]): Opening {
  const at = isWord(parts[0], EXCERPT) && isWord(parts[1], FROM) ? 2 : 0
  return {
    at,
    accepts: (end) => {
      const next = isMark(parts[end], ',') || parts[end]?.kind === 'number' ? end + 1 : end
      return (
        (isWord(parts[end], TO) && isReceiver(parts[end + 1])) ||
        isWord(parts[next], FORMS) ||
        (next > end &&
          (isWord(parts[next + 1], FORMS) || isMark(parts[next], '"') || isMark(parts[next + 1], '"')))
      )
    },
  }
}

/** "Sixth Plenary Session on Korea, Geneva, May 3: The United States Delegation to …" */
function behindColon(parts: readonly TitlePart[]): Opening[] {
  return parts.flatMap((part, at) =>
    isMark(part, ':')
      ? [{ at: at + 1, accepts: (end: number) => isWord(parts[end], TO) && isReceiver(parts[end + 1]) }]
      : [],
  )
}

/**
 * "Letter to Gorbachev from …", "Report on the 'Axe Murder Incident' from …"; not "Memorandum on Two Reports from …", where
 * another form comes before "from".
 */
function fartherOn(parts: readonly TitlePart[], form: number): Opening[] {
  const isLetter = isWord(parts[form + 1], FOR_OR_TO)
  return parts.flatMap((part, at) => {
    const before = parts[at - 1]
    if (at <= form + 1 || !isWord(part, FROM) || before === undefined) return []
    if (isLetter ? isWord(before, FORMS) : before.kind === 'word' || before.kind === 'number') return []
    return [{ at: at + 1, accepts: (end: number) => isEnd(parts, end) }]
  })
}

/** "Memorandum of Conversation, by …", "Study Prepared by …", "Record of a conversation with Pak Gil-ryong by …". */
function byMaker(parts: readonly TitlePart[]): Opening[] {
  const isRecord = formIn(parts, RECORDS) !== undefined
  return parts.flatMap((part, at) => {
    const before = parts[at - 1]
    const isNamed = before?.kind === 'person' || before?.kind === 'name'
    if (!isWord(part, BY) || !(isMark(before, ',') || isWord(before, MADE) || (isRecord && isNamed)))
      return []
    return [{ at: at + 1, accepts: (end: number) => isEnd(parts, end) }]
  })
}

/** "Minutes of a National Security Council Meeting", "Protocol No. 6 of the Meeting of the Presidium of …". */
function keptBy(parts: readonly TitlePart[]): Opening[] {
  let at = formIn(parts, MINUTES)
  if (at === undefined) return []
  do at += 1
  while (parts[at]?.kind === 'number')
  if (!isWord(parts[at], OF)) return []
  if (isWord(parts[at + 1], MEETING) && isWord(parts[at + 2], OF))
    return [{ at: at + 3, accepts: (end) => isEnd(parts, end) || isMark(parts[end], '(') }]
  return [{ at: at + 1, accepts: (end) => isWord(parts[end], MEETING) }]
}

/** Whether the name of a maker can end before the part: at a mark, a number or a preposition. */
export function isEnd(parts: readonly TitlePart[], end: number): boolean {
  const part = parts[end]
  if (part === undefined || part.kind === 'mark' || part.kind === 'number') return true
  if (part.kind !== 'word') return false
  return (
    ENDS_MAKER.has(part.word) ||
    part.word.endsWith('ing') ||
    (part.word === 'of' && parts[end - 1]?.kind === 'person')
  )
}

/** Not a verb: "Kim Il Sung to Visit Moscow". */
function isReceiver(part: TitlePart | undefined): boolean {
  return part?.kind === 'person' || part?.kind === 'name' || isWord(part, OFFICES)
}
