/** Intelligence services, staffs and military commands. */
import { type Office, office } from './office.ts'

const CIA = 'Central Intelligence Agency'
const NSC = 'National Security Council of the United States'
const AMERICAN = { state: 'united states' } as const

export const AGENCIES: readonly Office[] = [
  office({
    kind: 'agency',
    name: CIA,
    short: 'CIA',
    patterns: ['central intelligence agency', 'cia'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: CIA,
    short: 'CIA director {people}',
    patterns: ['director of central intelligence {people}'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: 'Central Intelligence Group of the United States',
    short: 'US Central Intelligence Group',
    patterns: ['central intelligence group'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: NSC,
    short: 'US National Security Council',
    patterns: ['national security council'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: NSC,
    short: 'NSC staff',
    patterns: ['national security council staff'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: NSC,
    short: '{people} of the NSC staff',
    patterns: ['{people} [,] of national security council staff'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: 'Washington Special Actions Group',
    short: 'Washington Special Actions Group',
    patterns: ['washington special actions group'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: 'Senior Review Group of the National Security Council',
    short: 'NSC Senior Review Group',
    patterns: ['senior review group'],
    state: 'united states publisher',
  }),
  office({
    kind: 'agency',
    name: 'Intelligence service of {of}',
    short: '{adj} intelligence station in {city}',
    patterns: ['[{cover} ,] {of} intelligence station {city}'],
  }),
]

export const COMMANDS: readonly Office[] = [
  office({
    kind: 'military',
    name: 'Joint Chiefs of Staff of the United States',
    short: 'US Joint Chiefs of Staff',
    patterns: ['joint chiefs of staff'],
    ...AMERICAN,
  }),
  office({
    kind: 'military',
    name: 'United Nations Command',
    short: 'UN commander {people}',
    patterns: [
      'commander in chief [,] [of] united nations command [{remit}] ( {people} )',
      'commanding general , {of} eighth army , {in} , and commander in chief , united nations command [{remit}] ( {people} )',
    ],
  }),
  office({
    kind: 'military',
    name: 'Far East Command of the United States',
    short: 'US Far East commander {people}',
    patterns: ['commander in chief , far east ( {people} )'],
    state: 'united states publisher',
  }),
]

/** Genres that only one office makes, recognized by the beginning of the title. */
export const GENRES: readonly Office[] = [
  office({ kind: 'agency', name: CIA, short: 'CIA', patterns: ['president daily brief'], ...AMERICAN }),
  office({
    kind: 'agency',
    name: 'Director of Central Intelligence of the United States',
    short: 'US Director of Central Intelligence',
    patterns: ['[special] national intelligence estimate'],
    ...AMERICAN,
  }),
  office({
    kind: 'agency',
    name: NSC,
    short: 'US National Security Council',
    patterns: ['national security study|decision memorandum'],
    ...AMERICAN,
  }),
  office({
    kind: 'ministry',
    name: 'Departments of State and Defense of the United States',
    short: 'US State and Defense Departments',
    patterns: ['joint state / defense message'],
    ...AMERICAN,
  }),
]
