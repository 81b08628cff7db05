/** Reads the office that a row of parts names, and makes a maker of it. */
import type { Country, Gazetteer } from './gazetteer.ts'
import type { Maker } from './maker.ts'
import { AGENCIES, COMMANDS } from './offices/agencies.ts'
import { GOVERNMENTS, PARTIES } from './offices/governments.ts'
import { MINISTERS, MINISTRIES } from './offices/ministries.ts'
import { MISSIONS } from './offices/missions.ts'
import type { Office } from './offices/office.ts'
import { BODY, ORGANIZATIONS, PEOPLE } from './offices/organizations.ts'
import { type Match, matchAt } from './pattern/pattern.ts'
import { fill, wordsOf } from './pattern/words.ts'
import { isEnd } from './sources/sender.ts'
import { isWord, type TitlePart } from './title/part.ts'

/** Of two that match as many parts, the first counts. */
const OFFICES: readonly Office[] = [
  ...MISSIONS,
  ...MINISTRIES,
  ...MINISTERS,
  ...GOVERNMENTS,
  ...PARTIES,
  ...AGENCIES,
  ...COMMANDS,
  ...ORGANIZATIONS,
  ...PEOPLE,
]

/** Offices whose papers a question can ask for; people it names by themselves. */
export const NAMED_BY_QUESTIONS: readonly Office[] = OFFICES.filter((office) => !PEOPLE.includes(office))

const TO = new Set(['to'])

/** Words about a record, and what of the record tells whose an office is. */
export interface Reading {
  text: string
  parts: readonly TitlePart[]
  /** Whether it holds American documents, so that "the Embassy in Korea" is the American one. */
  isAmerican: boolean
  /** The country that the record lists first; of American documents, the United States. */
  first: Country | undefined
}

export interface Found {
  maker: Maker
  /** The parts that name it; `end` is exclusive. */
  at: number
  end: number
}

export class OfficeReader {
  private readonly unitedStates: Country | undefined

  constructor(gazetteer: Gazetteer) {
    this.unitedStates = gazetteer.country('United States')
  }

  /** The office named from `at` on, by as many parts as may be; one of `OFFICES`, or any body, unless others are given. */
  at(
    reading: Reading,
    at: number,
    accepts: (end: number) => boolean,
    offices?: readonly Office[],
  ): Found | undefined {
    const match =
      longest(offices ?? OFFICES, reading, at, accepts) ??
      (offices ? undefined : longest([BODY], reading, at, accepts))
    const maker = match && this.made(match, reading)
    return maker && { maker, at, end: match.end }
  }

  /** @returns undefined where it stays open whose office it is. */
  private made({ office, captures, end }: OfficeMatch, reading: Reading): Maker | undefined {
    const of = captures.of ?? this.stateOf(office, reading, end)
    const seat = captures.in?.country
    if ((office.state && !of) || (of && seat === of)) return undefined
    const words = wordsOf({ ...captures, ...(of ? { of } : {}) }, reading.text)
    const [name, short] = [fill(office.name, words), fill(office.short, words)]
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

  private stateOf({ state }: Office, reading: Reading, end: number): Country | undefined {
    if (state === undefined) return undefined
    if (state !== 'of the record') return this.unitedStates
    const { parts, first } = reading
    // A ministry that writes to an embassy writes to its own.
    const receiver = isWord(parts[end], TO)
      ? longest(MISSIONS, reading, end + 1, (last) => isEnd(parts, last))
      : undefined
    if (receiver?.captures.of) return receiver.captures.of
    // Records list the state of their maker first, but some North Korea, the archive's subject, before it.
    return first?.key === 'place:north-korea' ? undefined : first
  }
}

type OfficeMatch = Match & { office: Office }

function longest(
  offices: readonly Office[],
  { parts, isAmerican }: Reading,
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
