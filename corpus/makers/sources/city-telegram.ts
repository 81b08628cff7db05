/** Telegrams whose titles name cities for offices: "Telegram from Pyongyang to Bucharest, SECRET, No. 76.012". */
import type { Country, Place } from '../gazetteer.ts'
import type { Maker } from '../maker.ts'
import { isMark, isWord, type TitlePart } from '../title/part.ts'

const TELEGRAM = new Set(['telegram', 'cable'])
const FROM = new Set(['from'])
const TO = new Set(['to'])

/** Parts before the form: "Ciphered". */
const FORM_WITHIN = 2

/**
 * The mission in the city that the telegram comes from; or, from a state's own capital, its foreign ministry. Whose it is tells
 * the city that it goes to, and the country which the record lists first; where these disagree, nobody.
 */
export function cityTelegram(parts: readonly TitlePart[], first: Country | undefined): Maker | undefined {
  const form = parts.slice(0, FORM_WITHIN).findIndex((part) => isWord(part, TELEGRAM))
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

/** Records list the archive's subject, North Korea, first whoever wrote; its name there tells nothing. */
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
