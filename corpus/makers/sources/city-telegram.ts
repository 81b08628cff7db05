/** Determines the maker of telegrams whose titles name only cities: "Telegram from Pyongyang to Bucharest, SECRET, No. 76.012". */
import type { Country, Place } from '../gazetteer.ts'
import type { Maker } from '../maker.ts'
import { isMark, isWord, type TitlePart } from '../title/title-part.ts'

const TELEGRAM_WORDS = new Set(['telegram', 'cable'])
const FROM = new Set(['from'])
const TO = new Set(['to'])

/** The word "telegram" is one of the first two parts ("Ciphered Telegram"). */
const MAX_PARTS_BEFORE_TELEGRAM = 2

/**
 * The mission in the city from which the telegram was sent or, if that is the sending state's own capital, its foreign ministry.
 * The state is derived from the receiving city and the first country of the record's list; undefined if they disagree.
 */
export function makerOfCityTelegram(
  parts: readonly TitlePart[],
  first: Country | undefined,
): Maker | undefined {
  const form = parts.slice(0, MAX_PARTS_BEFORE_TELEGRAM).findIndex((part) => isWord(part, TELEGRAM_WORDS))
  if (form < 0 || !isWord(parts[form + 1], FROM)) return undefined
  const from = cityAt(parts, form + 2)
  const to = isWord(parts[form + 3], TO) ? cityAt(parts, form + 4) : undefined
  const isPlain = to !== undefined || isMark(parts[form + 3], ',') || isMark(parts[form + 3], '"')
  if (!from?.city || !isPlain) return undefined
  const owner = ownerOf(from, to, first)
  if (!owner) return undefined
  return owner === from.country ? foreignMinistry(owner) : mission(owner, from, from.city)
}

function cityAt(parts: readonly TitlePart[], at: number): Place | undefined {
  const part = parts[at]
  return part?.kind === 'name' && part.place?.city ? part.place : undefined
}

/** North Korea as first listed country tells nothing: records list the archive's subject first, whoever wrote. */
function ownerOf(from: Place, to: Place | undefined, first: Country | undefined): Country | undefined {
  if (first?.key !== 'place:north-korea') {
    const isOneOfBoth = !to || first === from.country || first === to.country
    return isOneOfBoth ? first : undefined
  }
  return to && to.country !== first && from.country === first ? to.country : undefined
}

function foreignMinistry({ key, name, adjective }: Country): Maker {
  return {
    kind: 'ministry',
    name: `Ministry of Foreign Affairs of ${name}`,
    short: `${adjective} foreign ministry`,
    of: key,
    people: [],
  }
}

function mission(owner: Country, { country }: Place, city: string): Maker {
  const isEmbassy = country?.capital === city
  return {
    kind: 'embassy',
    name: isEmbassy ? `Embassy of ${owner.name} in ${country.name}` : `Mission of ${owner.name} in ${city}`,
    short: `${owner.adjective} ${isEmbassy ? 'embassy' : 'mission'} in ${city}`,
    of: owner.key,
    ...(country ? { in: country.key } : {}),
    people: [],
  }
}
