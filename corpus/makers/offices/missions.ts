/** Missions abroad and their representatives. */
import { type Office, office } from './office.ts'

const EMBASSY = ['Embassy of {of} in {seat}', 'Embassy of {of}']
const AN_EMBASSY = {
  kind: 'embassy',
  name: EMBASSY,
  short: ['{adj} embassy in {city}', '{adj} embassy'],
} as const

export const EMBASSIES: readonly Office[] = [
  office({
    ...AN_EMBASSY,
    patterns: [
      'embassy of {of} [in {in}] [to {host}] [( {people} )]',
      '{of} embassy|embassies [in {in}] [to {host}] [( {people} )]',
      '{of} embassy {city}',
    ],
  }),
]

export const MISSIONS: readonly Office[] = [
  ...EMBASSIES,
  office({ ...AN_EMBASSY, patterns: ['first|second|third secretary of {of} embassy [in {in}]'] }),
  office({ ...AN_EMBASSY, patterns: ['embassy in {in}'], state: 'united states publisher' }),
  office({
    kind: 'embassy',
    name: EMBASSY,
    short: [
      '{adj} {acting}ambassador {people}',
      '{adj} {acting}ambassador in {city}',
      '{adj} {acting}ambassador',
    ],
    patterns: [
      '{of} [{acting}] ambassador [in {in}] [to {host}] [[,] {people}]',
      '{of} ambassador {people} [in {in}] [to {host}]',
      '[{acting}] ambassador {people} of {of} [in {in}] [to {host}]',
      '[{acting}] ambassador of {of} [in {in}] [to {host}] [[,] {people}]',
      '{people} , {of} [{acting}] ambassador [in {in}] [to {host}]',
    ],
  }),
  office({
    kind: 'embassy',
    name: EMBASSY,
    short: '{adj} ambassador {people}',
    patterns: ['ambassador {people}'],
    state: 'of the record',
  }),
  office({
    kind: 'embassy',
    name: EMBASSY,
    short: '{adj} ambassador {people}',
    patterns: ['ambassador in {in} ( {people} )'],
    state: 'united states publisher',
  }),
  office({
    kind: 'embassy',
    name: EMBASSY,
    short: ['{adj} chargé {people}', '{adj} chargé in {city}', '{adj} chargé'],
    patterns: ['{of} charge [daffaires] [in {in}] [to {host}] [[,] {people}]'],
  }),
  office({
    kind: 'embassy',
    name: EMBASSY,
    short: '{adj} diplomat {people}',
    patterns: ['{people} , {of} diplomat [in {in}]'],
  }),
  office({
    kind: 'embassy',
    name: 'Representative of {of} in {seat}',
    short: ['{adj} representative {people}', '{adj} representative in {city}'],
    patterns: ['{of} representative [{people}] in {in}'],
  }),
  office({
    kind: 'embassy',
    name: 'Permanent Mission of {of} in {city}',
    short: '{adj} mission in {city}',
    patterns: ['permanent mission of {of} [to international organizations] [,] [in] {in}'],
  }),
  office({
    kind: 'embassy',
    name: 'Delegation of {of}',
    short: '{adj} delegation',
    patterns: ['{of} delegation', 'delegation of {of}'],
  }),
]
