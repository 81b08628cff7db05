/** Governments and ruling parties. */
import { type Office, office } from './office.ts'

export const GOVERNMENTS: readonly Office[] = [
  office({
    kind: 'government',
    name: 'Government of {of}',
    short: '{adj} government',
    patterns: ['government of {of}', '{of} government'],
  }),
  office({
    kind: 'government',
    name: 'Council of Ministers of {of}',
    short: '{adj} Council of Ministers',
    patterns: ['{of} council of ministers'],
  }),
  office({
    kind: 'government',
    name: 'Special Committee under the Council of Ministers of {of}',
    short: '{adj} Special Committee',
    patterns: ['special committee under council of ministers of {of}'],
  }),
  office({
    kind: 'government',
    name: 'Cabinet of {of}',
    short: '{adj} cabinet',
    patterns: ['cabinet'],
    state: 'of the record',
  }),
]

export const PARTIES: readonly Office[] = [
  office({
    kind: 'party',
    name: '{party}',
    short: '{partyAsWritten} Central Committee',
    patterns: ['{party} central committee', 'central committee of {party}', 'plenum of {party}'],
  }),
  office({
    kind: 'party',
    name: '{party}',
    short: '{partyAsWritten} Politburo',
    patterns: ['{party} [central committee] politburo'],
  }),
  office({
    kind: 'party',
    name: '{party}',
    short: '{partyAsWritten} Presidium',
    patterns: ['presidium of central committee {party}'],
  }),
  office({
    kind: 'party',
    name: '{party}',
    short: '{people} of the {partyAsWritten}',
    patterns: ['secretary of {party} [,] {people}'],
  }),
  office({
    kind: 'party',
    name: 'Politburo of {of}',
    short: '{adj} Politburo',
    patterns: ['{of} politburo'],
  }),
  office({
    kind: 'party',
    name: 'Politburo of {of}',
    short: '{adj} Politburo',
    patterns: ['politburo'],
    state: 'of the record',
  }),
]
