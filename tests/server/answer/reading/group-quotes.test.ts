/** In which groups, under which headings and in which order an answer's documents stand. */
import { describe, expect, it } from 'vitest'
import type { ArchiveDocument } from '../../../../corpus/document.ts'
import { yearOf } from '../../../../corpus/reduced-date.ts'
import { composeAnswer } from '../../../../server/answer/compose.ts'
import { type AnswerPart, yearRangeParts } from '../../../../server/answer/reading/answer-parts.ts'
import {
  answersOutright,
  groupQuotes,
  type QuotedGroup,
} from '../../../../server/answer/reading/group-quotes.ts'
import type { RatedSentence } from '../../../../server/answer/reading/sentence-relevance.ts'
import { compareTwoStates, found, documentOfYear as of } from './hand-made-parts.ts'

function quote(document: ArchiveDocument, worth: number, text = 'Somebody says so.'): RatedSentence {
  return { document, ordinal: 0, text, probability: worth, relevance: worth, rank: 0, share: 1 }
}

const yearsIn = (groups: readonly QuotedGroup[]) =>
  groups.map(({ documents }) => documents.map(({ document }) => yearOf(document.date)))
const headingsOf = (groups: readonly QuotedGroup[]) => groups.map(({ heading }) => heading)

describe('documents that answer', () => {
  const chosen = [quote(of(1968), 0.9), quote(of(1953), 0.6), quote(of(1972), 0.3), quote(of(1950), 0.28)]

  it('are those with a sentence that is worth 0.4', () => {
    const [document] = [of(1968)]
    expect(answersOutright({ document, sentences: [quote(document, 0.1), quote(document, 0.4)] })).toBe(true)
    expect(answersOutright({ document, sentences: [quote(document, 0.1), quote(document, 0.39)] })).toBe(
      false,
    )
  })

  it('come before those that merely touch on the question, each best first', () => {
    const groups = groupQuotes(chosen, { chronological: false })
    expect(yearsIn(groups)).toEqual([
      [1968, 1953],
      [1972, 1950],
    ])
    expect(headingsOf(groups)).toEqual([undefined, 'Also'])
    expect(groups.map(({ touches }) => touches)).toEqual([undefined, true])
  })

  it('stand there once, with all of their sentences', () => {
    const [group] = groupQuotes(
      [quote(of(1968), 0.9, 'One.'), quote(of(1953), 0.8), quote(of(1968), 0.2, 'Two.')],
      {
        chronological: false,
      },
    )
    expect(group?.documents.map(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      ['One.', 'Two.'],
      ['Somebody says so.'],
    ])
  })

  it('stand in the order of time where a course of events is asked for, unless it is asked for a date of it', () => {
    expect(yearsIn(groupQuotes(chosen, { chronological: true }))).toEqual([
      [1953, 1968],
      [1950, 1972],
    ])
    expect(yearsIn(groupQuotes(chosen, { chronological: true, valueType: 'date' }))).toEqual([
      [1968, 1953],
      [1972, 1950],
    ])
  })

  it('stand behind the one that the question is about, whatever that is worth', () => {
    const groups = groupQuotes(chosen, { chronological: true, first: of(1972) })
    expect(yearsIn(groups)).toEqual([[1972, 1953, 1968], [1950]])
  })

  it('are none where all merely touch on it: then no heading says so', () => {
    const groups = groupQuotes([quote(of(1968), 0.3), quote(of(1953), 0.2)], { chronological: false })
    expect(groups.map(({ heading, touches }) => [heading, touches])).toEqual([[undefined, undefined]])
    expect(yearsIn(groups)).toEqual([[1968, 1953]])
  })

  it('are all: then nothing is left to stand under another heading', () => {
    expect(headingsOf(groupQuotes(chosen.slice(0, 2), { chronological: false }))).toEqual([undefined])
  })

  it('are counted in the opening beside those that touch on it, with the dates of all', () => {
    const options = { outcome: 'answered', leadIn: () => 'A record' } as const
    const answer = composeAnswer(groupQuotes(chosen, { chronological: false }), options)
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
  const stretches = (...years: number[]) => yearRangeParts(years.map((year) => found(of(year))))

  it('stand over their documents in the order of time', () => {
    const some = [of(1968), of(1951), of(1984, 1), of(1950), of(1968, 1), of(1984), of(1950, 1)]
    const groups = groupQuotes(
      some.map((document) => quote(document, 0.5)),
      { chronological: true, parts: yearRangeParts(some.map(found)) },
    )
    expect(headingsOf(groups)).toEqual(['1950', '1951', '1968', '1984'])
    expect(groups.map(({ documents }) => documents.map(({ document }) => document.date))).toEqual([
      ['1950-01', '1950-02'],
      ['1951-01'],
      ['1968-01', '1968-02'],
      ['1984-01', '1984-02'],
    ])
  })

  it('are headings where each stands over one document and a half in the mean', () => {
    const some = [of(1950), of(1968), of(1968, 1)]
    const grouped = (chosen: readonly ArchiveDocument[]) =>
      headingsOf(
        groupQuotes(
          chosen.map((document) => quote(document, 0.5)),
          { chronological: true, parts: yearRangeParts(some.map(found)) },
        ),
      )
    expect(grouped(some)).toEqual(['1950', '1968'])
    expect(grouped(some.slice(0, 2))).toEqual([undefined])
  })

  it('are none where only one of them is quoted, nor where a single document is', () => {
    const parts = stretches(1950, 1968)
    const grouped = (...chosen: ArchiveDocument[]) =>
      headingsOf(
        groupQuotes(
          chosen.map((document) => quote(document, 0.5)),
          { chronological: true, parts },
        ),
      )
    expect(grouped(of(1968), of(1968, 1), of(1968, 2))).toEqual([undefined])
    expect(grouped(of(1968))).toEqual([undefined])
  })
})

describe('the sides of a comparison', () => {
  const { hungarian, ofPoland, other, parts } = compareTwoStates()

  it('stand under their names', () => {
    const groups = groupQuotes([quote(ofPoland, 0.5), quote(hungarian, 0.4)], { chronological: false, parts })
    expect(headingsOf(groups)).toEqual(['Hungary', 'Poland'])
    expect(groups.map(({ documents }) => documents.map(({ document }) => document))).toEqual([
      [hungarian],
      [ofPoland],
    ])
  })

  it('say so where nothing speaks of one, and put what speaks of neither last', () => {
    const groups = groupQuotes([quote(other, 0.9), quote(ofPoland, 0.5)], { chronological: false, parts })
    expect(headingsOf(groups)).toEqual(['Hungary', 'Poland', 'Also'])
    expect(groups[0]).toMatchObject({ note: expect.stringMatching(/^No document here .*\.$/), documents: [] })
    expect(groups[2]).toMatchObject({ touches: true })
    expect(groups.map(({ documents }) => documents.map(({ document }) => document))).toEqual([
      [],
      [ofPoland],
      [other],
    ])
  })

  it('are no headings where nothing speaks of any, or there is only one', () => {
    const chosen = [quote(other, 0.9), quote(of(1950), 0.8)]
    expect(headingsOf(groupQuotes(chosen, { chronological: false, parts }))).toEqual([undefined])
    const one: AnswerPart[] = parts.slice(0, 1)
    expect(
      headingsOf(
        groupQuotes([quote(hungarian, 0.9), quote(other, 0.8)], { chronological: false, parts: one }),
      ),
    ).toEqual([undefined])
  })
})
