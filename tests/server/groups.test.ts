/** In which groups, under which headings and in which order an answer's documents stand. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../corpus/document.ts'
import { compareDates, yearOf } from '../../corpus/reduced-date.ts'
import { composeAnswer } from '../../server/answer/compose.ts'
import { inGroups, type QuotedGroup } from '../../server/answer/reading/group.ts'
import { partsOfSides, stretchesOf } from '../../server/answer/reading/parts.ts'
import type { ValuedSentence } from '../../server/answer/reading/worth.ts'
import type { Archive } from '../../server/archive/archive.ts'
import { sidesOf } from '../../server/understanding/sides.ts'
import { understandAlone } from '../../server/understanding/understand.ts'
import { openTestArchive } from '../open-test-archive.ts'

let archive: Archive
beforeAll(async () => {
  archive = await openTestArchive()
})

/** The first document of a year, or another one of it. */
function of(year: number, another = 0): ArchiveDocument {
  const document = archive.catalog.documents.filter(({ date }) => yearOf(date) === year)[another]
  if (!document) throw new Error(`There are too few documents of ${year}.`)
  return document
}

function quote(document: ArchiveDocument, worth: number, text = 'Somebody says so.'): ValuedSentence {
  return { document, ordinal: 0, text, probability: worth, worth, rank: 0, share: 1 }
}

function found(document: ArchiveDocument) {
  return { document, number: 0, sentences: [], rank: 0, share: 1, priority: 1 }
}

const yearsIn = (groups: readonly QuotedGroup[]) =>
  groups.map(({ documents }) => documents.map(({ document }) => yearOf(document.date)))
const headingsOf = (groups: readonly QuotedGroup[]) => groups.map(({ heading }) => heading)

describe('documents that answer', () => {
  const chosen = () => [
    quote(of(1968), 0.9),
    quote(of(1953), 0.6),
    quote(of(1972), 0.3),
    quote(of(1950), 0.28),
  ]

  it('come before those that merely touch on the question, each best first', () => {
    const groups = inGroups(chosen(), { course: false })
    expect(yearsIn(groups)).toEqual([
      [1968, 1953],
      [1972, 1950],
    ])
    expect(headingsOf(groups)).toEqual([undefined, 'Also'])
    expect(groups.map(({ touches }) => touches)).toEqual([undefined, true])
  })

  it('stand in the order of time where a course of events is asked for, unless it is asked for a date of it', () => {
    expect(yearsIn(inGroups(chosen(), { course: true }))).toEqual([
      [1953, 1968],
      [1950, 1972],
    ])
    expect(yearsIn(inGroups(chosen(), { course: true, value: 'date' }))).toEqual([
      [1968, 1953],
      [1972, 1950],
    ])
  })

  it('stand behind the one that the question is about, whatever that is worth', () => {
    const groups = inGroups(chosen(), { course: true, first: of(1972) })
    expect(yearsIn(groups)).toEqual([[1972, 1953, 1968], [1950]])
  })

  it('are none where all merely touch on it: then no heading says so', () => {
    const groups = inGroups([quote(of(1968), 0.3), quote(of(1953), 0.2)], { course: false })
    expect(headingsOf(groups)).toEqual([undefined])
    expect(yearsIn(groups)).toEqual([[1968, 1953]])
  })

  it('are counted in the opening beside those that touch on it, with the dates of all', () => {
    const options = { outcome: 'answered', leadIn: () => 'A record' } as const
    const answer = composeAnswer(inGroups(chosen(), { course: false }), options)
    expect(answer?.opening).toMatchObject({
      documents: 4,
      touching: 2,
      from: of(1950).date,
      to: of(1972).date,
    })
    expect(answer?.opening.text).toMatch(/^Two documents speak to this most directly, two more touch on it, /)
    expect(composeAnswer([], options)).toBeUndefined()
  })
})

describe('stretches of years', () => {
  it('are parted where the years lie farthest apart, four at most', () => {
    const years = [1950, 1951, 1958, 1968, 1969, 1984, 1993]
    const stretches = stretchesOf(years.map((year) => found(of(year))))
    expect(stretches.map(({ heading }) => heading)).toEqual(['1950 to 1958', '1968 to 1969', '1984', '1993'])
  })

  it('are none where all documents lie within two years', () => {
    expect(stretchesOf([found(of(1968)), found(of(1969)), found(of(1968, 1))])).toEqual([])
    expect(stretchesOf([])).toEqual([])
  })

  it('stand over their documents in the order of time', () => {
    const documents = [of(1968), of(1951), of(1984, 1), of(1950), of(1968, 1), of(1984), of(1950, 1)]
    const chosen = documents.map((document) => quote(document, 0.5))
    const groups = inGroups(chosen, { course: true, parts: stretchesOf(documents.map(found)) })
    expect(headingsOf(groups)).toEqual(['1950', '1951', '1968', '1984'])
    expect(yearsIn(groups)).toEqual([[1950, 1950], [1951], [1968, 1968], [1984, 1984]])
    for (const { documents } of groups) {
      const dates = documents.map(({ document }) => document.date)
      expect(dates).toEqual(dates.toSorted(compareDates))
    }
  })

  it('are no headings where each would stand over a single document', () => {
    const documents = [of(1950), of(1968), of(1984)]
    const groups = inGroups(
      documents.map((document) => quote(document, 0.5)),
      { course: true, parts: stretchesOf(documents.map(found)) },
    )
    expect(headingsOf(groups)).toEqual([undefined])
  })
})

describe('the sides of a comparison', () => {
  const parts = () => {
    const question = 'How did the EC-121 shootdown differ from the Pueblo seizure?'
    return partsOfSides(sidesOf(question, understandAlone(question, archive)), archive)
  }
  const naming = (text: string, year: number) => quote(of(year), 0.5, text)

  it('stand under their names, each with the documents that speak of it', () => {
    const chosen = [
      naming('USS Pueblo is seized off Wonsan.', 1953),
      naming('The EC-121 is shot down over the sea.', 1950),
    ]
    const groups = inGroups(chosen, { course: false, parts: parts() })
    expect(headingsOf(groups)).toEqual(['EC-121 shootdown', 'USS Pueblo seizure'])
    expect(yearsIn(groups)).toEqual([[1950], [1953]])
  })

  it('say so where nothing speaks of one, and put what speaks of neither last', () => {
    const chosen = [naming('USS Pueblo is seized off Wonsan.', 1953), naming('The harvest was good.', 1950)]
    const groups = inGroups(chosen, { course: false, parts: parts() })
    expect(headingsOf(groups)).toEqual(['EC-121 shootdown', 'USS Pueblo seizure', 'Also'])
    expect(groups[0]).toMatchObject({ note: expect.stringMatching(/^No document here .*\.$/), documents: [] })
    expect(yearsIn(groups)).toEqual([[], [1953], [1950]])
  })
})
