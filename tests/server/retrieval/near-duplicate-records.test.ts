/** Which records say the same, and where a ranking shows them. */
import { describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../../corpus/document.ts'
import {
  groupNearDuplicates,
  isNearDuplicateRecord,
  isSameMeeting,
} from '../../../server/retrieval/near-duplicate-records.ts'
import { record } from '../hand-made-archive.ts'

const SUMMARY = 'Kim Il Sung asks the ambassador for oil and for coal.'
const meeting = (title: string, people: string[], date = '1968-01-23') =>
  record(title, { type: 'record of conversation', people, date })

describe('two records of one day are near-duplicates', () => {
  it('where they have the same title', () => {
    const [a, b] = [record('A talk'), { ...record('A talk'), id: 'another' }]
    expect(isNearDuplicateRecord(a, b)).toBe(true)
    expect(isNearDuplicateRecord(a, { ...b, date: record('x', { date: '1968-01-24' }).date })).toBe(false)
  })

  it('where their summaries say the same', () => {
    const [a, b] = [record('One', { summary: SUMMARY }), record('Two', { summary: `${SUMMARY} He waits.` })]
    expect(isNearDuplicateRecord(a, b)).toBe(true)
    expect(isNearDuplicateRecord(a, record('Two', { summary: 'Nothing of the kind is said there.' }))).toBe(
      false,
    )
    expect(isNearDuplicateRecord(a, record('Two'))).toBe(false)
    expect(isNearDuplicateRecord(record('One'), record('Two'))).toBe(false)
  })

  it('where they are of one meeting', () => {
    expect(isNearDuplicateRecord(meeting('One', ['Kim', 'Mao']), meeting('Two', ['Kim', 'Mao']))).toBe(true)
  })
})

describe('two records are of one meeting', () => {
  it('where all people of the one, two at least, are people of the other', () => {
    expect(isSameMeeting(meeting('One', ['Kim', 'Mao']), meeting('Two', ['Mao', 'Zhou', 'Kim']))).toBe(true)
    expect(isSameMeeting(meeting('Two', ['Mao', 'Zhou', 'Kim']), meeting('One', ['Kim', 'Mao']))).toBe(true)
    expect(isSameMeeting(meeting('One', ['Kim']), meeting('Two', ['Kim']))).toBe(false)
    expect(isSameMeeting(meeting('One', ['Kim', 'Mao']), meeting('Two', ['Kim', 'Zhou']))).toBe(false)
  })

  it('where both are records of conversation, and of none by telephone', () => {
    const people = ['Kim', 'Mao']
    expect(isSameMeeting(record('One', { people }), record('Two', { people }))).toBe(false)
    expect(isSameMeeting(meeting('One', people), record('Two', { people }))).toBe(false)
    expect(isSameMeeting(record('One', { people }), meeting('Two', people))).toBe(false)
    expect(isSameMeeting(meeting('Telephone call', people), meeting('Two', people))).toBe(false)
    expect(isSameMeeting(meeting('One', people), meeting('By telephone', people))).toBe(false)
  })
})

describe('a ranking', () => {
  const alone = (number: number, score: number) => ({ document: record(`Alone ${number}`), score })
  const copy = (of: string, score: number): { document: ArchiveDocument; score: number } => ({
    document: record(of),
    score,
  })
  const shown = (ranked: { document: ArchiveDocument; score: number }[]) =>
    groupNearDuplicates(ranked).map(({ document, score }) => [document.title, score])

  it('shows copies behind the first of them, with scores that fall', () => {
    expect(
      shown([copy('Talk', 1), alone(1, 0.9), copy('Talk', 0.8), alone(2, 0.7), copy('Talk', 0.6)]),
    ).toEqual([
      ['Talk', 1],
      ['Talk', 0.9],
      ['Talk', 0.9],
      ['Alone 1', 0.9],
      ['Alone 2', 0.7],
    ])
    expect(shown([copy('Talk', 1), copy('Talk', 0.9)])).toEqual([
      ['Talk', 1],
      ['Talk', 0.9],
    ])
  })

  it('leaves a copy where it is if it has less than 0.6 of the score', () => {
    expect(shown([copy('Talk', 1), alone(1, 0.9), copy('Talk', 0.59)]).map(([title]) => title)).toEqual([
      'Talk',
      'Alone 1',
      'Talk',
    ])
  })

  it('leaves a copy behind the first fifty where it is', () => {
    const between = (count: number) => Array.from({ length: count }, (_, number) => alone(number, 0.9))
    const order = (count: number) => shown([copy('Talk', 1), ...between(count), copy('Talk', 0.8)])
    expect(order(48)[1]?.[0]).toBe('Talk')
    expect(order(49)[1]?.[0]).toBe('Alone 0')
    expect(order(49)).toHaveLength(51)
  })
})
