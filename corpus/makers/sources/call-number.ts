/** Determines makers from call numbers: the number of an American cable, or the files of a Stasi department. */
import type { ArchiveDocument } from '../../document.ts'
import type { Country, Gazetteer } from '../gazetteer.ts'
import type { Maker } from '../maker.ts'

/** "STATE 378008", "1994SEOUL03331": the number of an American cable begins with the sending post. */
const CABLE_NUMBER = /^(?:\d{4})?([A-Z]{4,}) ?\d{4,}$/

/** A main department of the Stasi in the Stasi Records Archive: "BStU, ZA, HA X, 390". */
const STASI_DEPARTMENT = /^BStU, ZA, HA [IVX]+\b/

export function makerByCallNumber(
  { archive, type }: ArchiveDocument,
  gazetteer: Gazetteer,
): Maker | undefined {
  if (archive === undefined) return undefined
  const post = CABLE_NUMBER.exec(archive)?.[1]
  if (post !== undefined) return makerOfAmericanPost(post, gazetteer)
  // A department writes notes for its own files; letters and reports in them may come from elsewhere.
  if (type === 'note' && STASI_DEPARTMENT.test(archive)) return stasiMaker(gazetteer.country('East Germany'))
  return undefined
}

function makerOfAmericanPost(post: string, gazetteer: Gazetteer): Maker | undefined {
  const owner = gazetteer.country('United States')
  if (post === 'STATE')
    return {
      kind: 'ministry',
      name: 'Department of State of the United States',
      short: 'US State Department',
      ...(owner ? { of: owner.key } : {}),
      people: [],
    }
  const seat = gazetteer.capital(post)
  if (!owner || !seat) return undefined
  return {
    kind: 'embassy',
    name: `Embassy of ${owner.name} in ${seat.name}`,
    short: `${owner.adjective} embassy in ${seat.capital}`,
    of: owner.key,
    in: seat.key,
    people: [],
  }
}

function stasiMaker(owner: Country | undefined): Maker {
  return {
    kind: 'agency',
    name: 'Ministry of State Security of East Germany',
    short: 'Stasi',
    ...(owner ? { of: owner.key } : {}),
    people: [],
  }
}
