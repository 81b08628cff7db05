/** Ministries and their heads. */
import { type Office, office } from './office.ts'

const MINISTRY = '{Ministry} of {of}'
const STATE_DEPARTMENT = 'Department of State of the United States'

/** Ministries named as offices, without their heads. */
export const MINISTRIES: readonly Office[] = [
  office({
    kind: 'ministry',
    name: MINISTRY,
    short: '{adj} {ministry}',
    patterns: [
      '{of} {domain} ministry',
      '{domain} ministry of {of}',
      '{of} ministry of {field}',
      'ministry of {field} of {of}',
    ],
  }),
  office({
    kind: 'ministry',
    name: STATE_DEPARTMENT,
    short: 'US State Department',
    patterns: ['[acting executive secretary of] department of state', 'state department'],
    state: 'united states',
  }),
]

export const MINISTERS: readonly Office[] = [
  office({
    kind: 'ministry',
    name: MINISTRY,
    short: '{adj} {ministry}',
    patterns: [
      '{domain} ministry',
      'ministry of {field} [and ministry [of] {field}]',
      'ministries of {field} and {field}',
      '{number} bureau of ministry of {field}',
    ],
    state: 'of the record',
  }),
  office({
    kind: 'ministry',
    name: MINISTRY,
    short: ['{adj} {acting}{minister} {people}', '{adj} {acting}{minister}'],
    patterns: [
      '{of} {domain} minister [{people}]',
      '{of} minister of|for {field} [[,] {people}]',
      '[{acting}] minister of|for {field} of {of} [[,] {people}]',
    ],
  }),
  office({
    kind: 'ministry',
    name: MINISTRY,
    short: '{city} branch of the {adj} {ministry}',
    patterns: ['branch office of {of} ministry of {field} in {in}'],
  }),
  office({
    kind: 'ministry',
    name: STATE_DEPARTMENT,
    short: ['US {acting}secretary of state {people}', 'US {acting}secretary of state'],
    patterns: ['[{acting}] secretary of state [{people}]'],
    state: 'united states',
  }),
  office({
    kind: 'ministry',
    name: STATE_DEPARTMENT,
    short: '{people} of the US State Department',
    patterns: ['[deputy] assistant|under secretary of state [{remit}] ( {people} )'],
    state: 'united states',
  }),
  office({
    kind: 'ministry',
    name: 'Department of Defense of the United States',
    short: ['US secretary of defense {people}', 'US secretary of defense'],
    patterns: ['secretary of defense [{people}]'],
    state: 'united states',
  }),
]
