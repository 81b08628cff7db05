/** Whose documents a question asks for, and which are found for it. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArchiveKnowledge } from '../../../server/understanding/understand.ts'
import { understandAlone } from '../../../server/understanding/understand.ts'
import { knownFromCatalog } from './known-from-catalog.ts'

let known: ArchiveKnowledge
beforeAll(async () => {
  known = await knownFromCatalog()
})

const ask = (question: string) => understandAlone(question, known)
const boundIn = (question: string) => ask(question).makers.flatMap(({ hard, name }) => (hard ? [name] : []))

describe('a question binds to the maker whose papers it asks for', () => {
  it.each([
    ['Hungarian embassy reports from 1955', ['the Hungarian embassy']],
    ['what do the hungarian telegrams of 1980 say', ['Hungary']],
    ['soviet papers on nuclear power', ['the Soviet Union']],
    ["Japan's own foreign ministry papers", ['the Japanese foreign ministry']],
    ['reports by the East German ambassador', ['the East German ambassador']],
    ['documents of the Hungarian embassy in Moscow', ['the Hungarian embassy in Moscow']],
    ['documents from China', ['China']],
    ['US National Security Council papers', ['the US National Security Council']],
    ['what did the cia write in 1969?', ['the CIA']],
    ['In 1973, what did Romanian diplomats report about the talks?', ['Romanian diplomats']],
    ['What did the Hungarian embassy in Pyongyang report?', ['the Hungarian embassy in Pyongyang']],
    ["Puzanov's diaries", ['Alexander Puzanov']],
    ["Soviet ambassador Puzanov's journals", ['Alexander Puzanov']],
    ['What did Mao write to Stalin in October 1950?', ['Mao Zedong']],
    ['Polish and Czechoslovak documents', ['Poland', 'Czechoslovakia']],
    ['messages that Tito and Kim Il Sung sent each other', ['Josip Broz Tito', 'Kim Il Sung']],
    ['Reports that Polish diplomats sent from Korea', ['Polish diplomats']],
    ['Romanian reporting from China', ['Romania']],
  ])('“%s”', (question, makers) => expect(boundIn(question)).toEqual(makers))

  it.each([
    'What did the Soviet ambassador tell Kim Il Sung?',
    'What did Hungarian envoys in Pyongyang complain about?',
    'what did the East Germans say',
    'What did Kim Il Sung think of Soviet newspapers?',
    'What did Kim say to the Soviet ambassador about the Soviet letter?',
    'What did the Perry report of 1999 recommend?',
    'China documents',
    'files of North Korea',
    'cables from China',
    'Sino-Soviet messages',
    'Kim reports on his army',
    'What did Samaranch report to the South Koreans?',
    'Did the Soviets send telegrams?',
  ])('but not where it merely speaks of them: “%s”', (question) => expect(boundIn(question)).toEqual([]))

  it.each([
    ['telegrams of May 1950', ['telegram']],
    ['Romanian embassy telegrams', ['telegram']],
    ["Stalin's letters to Mao", ['letter']],
    ['records of conversation with Honecker', ['record of conversation']],
    ['Hungarian embassy reports', []],
    ['the telegram that Stalin sent', []],
    ['letters and messages of Kim Il Sung', []],
    ['What came of the letters to Congress?', []],
  ])('and to a kind of document: “%s”', (question, kinds) =>
    expect(ask(question).types.flatMap(({ hard, value }) => (hard ? [value] : []))).toEqual(kinds),
  )

  it.each([
    ['FRUS telegrams on the Pueblo', true],
    ['National Security Archive documents on the Pueblo', true],
    ['the foreign relations of the united states with Korea', false],
  ])('and to a publisher: “%s”', (question, hard) =>
    expect(ask(question).publishers).toMatchObject([{ hard }]),
  )
})
