/** Call numbers asked for, as a reader copies them from a footnote. */
import { beforeAll, describe, expect, it } from 'vitest'
import { findPeriods } from '../../../server/understanding/period.ts'
import { judgedQuestions } from '../../eval/judged-questions.ts'
import { type Asking, openApp } from '../ask.ts'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

describe('a call number leads to the records that bear it, and to no others', () => {
  it.each([
    ['RGANI, Fond 5, Opis 28, Delo 410, List 210', /^RGANI, Fond 5, Opis 28, Delo 410, List 210$/],
    ['RGANI, f. 5, op. 28, d. 410', /^RGANI, Fond 5, Opis 28, Delo 410/],
    ['Department of State, Central Files, 795.00/6–456', /795\.00\/6–456$/],
    ['795.00/6–456', /795\.00\/6–456$/],
    ['795.00/6-456', /795\.00\/6–456$/],
    ['POL 27–14 KOR/UN', /POL 27–14 KOR\/UN/],
    ['MfAA C 1023/73', /^MfAA C 1023\/73$/],
    ['AZN 8283', /AZN 8283/],
    ['AVPRF fond 0102, opis 16, delo 7, p.1-15', /^AVPRF fond 0102, opis 16, delo 7, p\.1-15$/],
    ['SEOUL 06928', /^SEOUL 06928$/],
    ['state 378008', /^STATE 378008$/],
    ['What did Clinton’s envoy say in SEOUL 06928?', /^SEOUL 06928$/],
    [
      'National Archives and Records Administration, RG 59, Central Files 1967–69, POL 27–14 KOR/UN',
      /POL 27–14/,
    ],
  ])('“%s”', async (question, callNumber) => {
    const { answerable, reason, results, understanding } = await app.search(question)
    expect(answerable).toBe(true)
    expect(reason).toBeUndefined()
    expect(results.length).toBeGreaterThan(0)
    for (const { document } of results) expect(document.archive).toMatch(callNumber)
    expect(understanding.items.filter(({ kind }) => kind === 'period' || kind === 'place')).toEqual([])
    const { sources, outcome } = await app.chat(question)
    expect(outcome.outcome).toBe('answered')
    for (const { document } of sources) expect(document.archive).toMatch(callNumber)
  })
})

it('every call number of the archive finds its record', () => {
  const { facts, catalog } = app.archive
  for (const { archive, id } of catalog.documents) {
    if (!archive || !/\d{3}/.test(archive)) continue
    const found = facts.callNumbers.findIn(archive, [])
    const ids = found.flatMap(({ numbers }) => numbers.map((number) => facts.documents[number]?.id))
    expect(ids, archive).toContain(id)
  }
})

describe('one that no record bears', () => {
  it.each(['RGANI, Fond 5, Opis 28, Delo 999', 'PRC FMA 205-00642-02', 'SEOUL 99999', '795.00/6–45'])(
    'is refused and no word of it called a name: “%s”',
    async (question) => {
      const { answerable, reason = '' } = await app.search(question)
      expect(answerable).toBe(false)
      expect(reason).toBe('No document here bears this call number.')
      const { outcome, text } = await app.chat(question)
      expect(outcome).toEqual({ outcome: 'nothing-found', reason })
      expect(text).not.toMatch(/\[\d+\]/)
    },
  )
})

describe('what has the form of one, but is none,', () => {
  it.each(['EC-121', 'USS Pueblo 1968', 'Article 60', 'POL 27'])('is not refused: “%s”', async (question) => {
    const { answerable, reason } = await app.search(question)
    expect({ answerable, reason }).toEqual({ answerable: true, reason: undefined })
  })
})

it('figures in questions are no call numbers', () => {
  const { archive } = app
  const questions = [
    ...(['dev-a', 'dev-b', 'dev-c', 'present', 'absent'] as const).flatMap((set) =>
      judgedQuestions(set).map(({ question }) => question),
    ),
    ...[...archive.catalog.expansions.values()].flatMap(({ questions }) => Object.values(questions)),
  ]
  const taken = questions.filter((question) => {
    const names = archive.linker.link(question)
    const understood = [...findPeriods(question, names), ...names]
    return archive.facts.callNumbers.findIn(question, understood).length > 0
  })
  // The number of an estimate, which its record bears.
  expect(taken).toEqual(['SNIE 14.2-67 conclusions'])
})
