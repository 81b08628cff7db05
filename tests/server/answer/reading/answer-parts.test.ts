/** The parts of an answer: stretches of years and the sides of a comparison, and which documents speak to them. */
import { describe, expect, it } from 'vitest'
import { bestPart, partsForSides, yearRangeParts } from '../../../../server/answer/reading/answer-parts.ts'
import { comparisonSides } from '../../../../server/understanding/comparison-sides.ts'
import { understood } from '../../hand-made-archive.ts'
import { compareTwoStates, found, documentOfYear as of } from './hand-made-parts.ts'

describe('stretches of years', () => {
  const stretches = (...years: number[]) => yearRangeParts(years.map((year) => found(of(year))))
  const headings = (...years: number[]) => stretches(...years).map(({ heading }) => heading)

  it('are parted where the years lie farthest apart, four at most', () => {
    expect(headings(1968, 1950, 1993, 1951, 1984, 1958, 1969)).toEqual([
      '1950 to 1958',
      '1968 to 1969',
      '1984',
      '1993',
    ])
  })

  it('are none where all documents lie within two years', () => {
    expect(headings(1968, 1969, 1968)).toEqual([])
    expect(headings(1968, 1970)).toEqual(['1968', '1970'])
    expect(headings(1968, 1968)).toEqual([])
    expect(headings()).toEqual([])
  })

  it('are those of the first 24 documents', () => {
    const many = Array.from({ length: 23 }, () => 1968)
    expect(headings(...many, 1950)).toEqual(['1950', '1968'])
    expect(headings(...many, 1968, 1950)).toEqual([])
  })

  it('take in their first and their last year', () => {
    const [early, late] = stretches(1950, 1953, 1968, 1969)
    expect(early?.heading).toBe('1950')
    const [, middle] = stretches(1950, 1960, 1961, 1975, 1990)
    expect(middle?.heading).toBe('1960 to 1961')
    const fits = [1959, 1960, 1961, 1962].map((year) => middle?.fitScore(of(year), ''))
    expect(fits).toEqual([0, 1, 1, 0])
    expect(late?.fitScore(of(1953), '')).toBe(1)
  })
})

describe('the sides of a comparison', () => {
  const { archive, hungarian, ofPoland, listing, other, parts, hungary, poland } = compareTwoStates()

  it('are spoken to most by the records of a state, then by sentences, titles and records that name it', () => {
    expect(hungary.fitScore(hungarian, '')).toBe(5 + 2 + 1)
    expect(hungary.fitScore(hungarian, 'Hungary speaks.')).toBe(5 + 4 + 2 + 1)
    expect(hungary.fitScore(other, 'Hungary speaks.')).toBe(4)
    expect(poland.fitScore(ofPoland, '')).toBe(2 + 1)
    expect(poland.fitScore(listing, '')).toBe(1)
    expect(poland.fitScore(other, 'Hungary speaks.')).toBe(0)
    expect(poland.fitScore(of(1950), 'Poland speaks.')).toBe(4)
  })

  it('take the documents that speak to them most', () => {
    expect(bestPart(parts, hungarian, 'Poland speaks.')).toBe(hungary)
    expect(bestPart(parts, ofPoland, 'Hungary speaks.')).toBe(hungary)
    expect(bestPart(parts, ofPoland, '')).toBe(poland)
    expect(bestPart(parts, other, 'Hungary and Poland speak.')).toBe(hungary)
    expect(bestPart(parts, other, '')).toBeUndefined()
  })

  it('may be periods', () => {
    const asked = 'Compare the harvest in 1950 with that of 1956'
    const [first] = partsForSides(comparisonSides(asked, understood(asked, archive)), archive)
    expect([first?.heading, first?.fitScore(of(1950), ''), first?.fitScore(of(1956), '')]).toEqual([
      '1950',
      1,
      0,
    ])
  })
})
