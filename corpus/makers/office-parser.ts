/** Parses an office name in a sequence of title parts and returns it as a maker. */
import type { Country, Gazetteer } from './gazetteer.ts'
import type { Maker } from './maker.ts'
import { AGENCIES, COMMANDS } from './offices/agencies.ts'
import { GOVERNMENTS, PARTIES } from './offices/governments.ts'
import { MINISTERS, MINISTRIES } from './offices/ministries.ts'
import { MISSIONS } from './offices/missions.ts'
import type { Office } from './offices/office.ts'
import { NAMED_BODY, ORGANIZATIONS, PEOPLE_AS_MAKERS } from './offices/organizations.ts'
import { fillTemplate, templateValues } from './pattern/name-templates.ts'
import { type Match, matchAt } from './pattern/pattern.ts'
import { isMakerEnd } from './sources/maker-positions.ts'
import { isWord, type TitlePart } from './title/title-part.ts'

/** If two offices match equally many parts, the first wins. */
const OFFICES: readonly Office[] = [
  ...MISSIONS,
  ...MINISTRIES,
  ...MINISTERS,
  ...GOVERNMENTS,
  ...PARTIES,
  ...AGENCIES,
  ...COMMANDS,
  ...ORGANIZATIONS,
  ...PEOPLE_AS_MAKERS,
]

/** Offices that a question can ask for. People are excluded: questions ask for them by linked names. */
export const OFFICES_IN_QUESTIONS: readonly Office[] = OFFICES.filter(
  (office) => !PEOPLE_AS_MAKERS.includes(office),
)

const TO = new Set(['to'])

/** A parsed text about a record, with what the record tells about the state of its offices. */
export interface ParsedText {
  text: string
  parts: readonly TitlePart[]
  /** Whether the publisher's documents are all American, so that "the Embassy in Korea" is the American one. */
  isAmerican: boolean
  /** The first country of the record's list, or the United States for American documents. */
  first: Country | undefined
}

export interface FoundOffice {
  maker: Maker
  /** Range of parts that name it, end exclusive. */
  at: number
  end: number
}

export class OfficeParser {
  private readonly unitedStates: Country | undefined

  constructor(gazetteer: Gazetteer) {
    this.unitedStates = gazetteer.country('United States')
  }

  /** The longest office name that begins at part `at`: one of `offices`, by default any of `OFFICES`, else any named body. */
  officeAt(
    reading: ParsedText,
    at: number,
    accepts: (end: number) => boolean,
    offices?: readonly Office[],
  ): FoundOffice | undefined {
    const match =
      longestMatch(offices ?? OFFICES, reading, at, accepts) ??
      (offices ? undefined : longestMatch([NAMED_BODY], reading, at, accepts))
    const maker = match && this.makerFrom(match, reading)
    return maker && { maker, at, end: match.end }
  }

  /** Undefined if the office's state is unknown. */
  private makerFrom({ office, captures, end }: OfficeMatch, reading: ParsedText): Maker | undefined {
    const of = captures.of ?? this.stateOf(office, reading, end)
    const seat = captures.in?.country
    if ((office.state && !of) || (of && seat === of)) return undefined
    const words = templateValues({ ...captures, ...(of ? { of } : {}) }, reading.text)
    const [name, short] = [fillTemplate(office.name, words), fillTemplate(office.short, words)]
    if (name === undefined || short === undefined) return undefined
    return {
      kind: captures.body?.kind ?? office.kind,
      name,
      short,
      ...(of ? { of: of.key } : {}),
      ...(seat ? { in: seat.key } : {}),
      people: [...new Set((captures.people ?? []).flatMap(({ key }) => key ?? []))],
    }
  }

  private stateOf({ state }: Office, reading: ParsedText, end: number): Country | undefined {
    if (state === undefined) return undefined
    if (state !== 'of the record') return this.unitedStates
    const { parts, first } = reading
    // A ministry that writes to an embassy writes to an embassy of its own state.
    const receiver = isWord(parts[end], TO)
      ? longestMatch(MISSIONS, reading, end + 1, (last) => isMakerEnd(parts, last))
      : undefined
    if (receiver?.captures.of) return receiver.captures.of
    // Records list their maker's state first, but some list North Korea, the archive's subject, before it.
    return first?.key === 'place:north-korea' ? undefined : first
  }
}

type OfficeMatch = Match & { office: Office }

function longestMatch(
  offices: readonly Office[],
  { parts, isAmerican }: ParsedText,
  at: number,
  accepts: (end: number) => boolean,
): OfficeMatch | undefined {
  let best: OfficeMatch | undefined
  for (const office of offices) {
    if (office.state === 'united states publisher' && !isAmerican) continue
    for (const pattern of office.patterns) {
      const match = matchAt(pattern, parts, at, accepts)
      if (match && match.end > (best?.end ?? at)) best = { ...match, office }
    }
  }
  return best
}
