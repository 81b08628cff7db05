import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetNames } from '../../../server/contract/facet-names.ts'
import { documentSorts } from '../../../server/contract/sorts.ts'
import {
  hasFilters,
  listAddress,
  listParams,
  parseListChoices,
  withCanonicalValues,
  withFacetValueToggled,
  withoutFilters,
  withPeriod,
} from '../../../web/documents/list-choices.ts'
import { PAGE_SIZES } from '../../../web/documents/paging.ts'

const read = (query: string) => parseListChoices(new URLSearchParams(query))

describe('the choices in the list of documents', () => {
  it('come back from the address that says them', () => {
    const year = fc.option(fc.integer({ min: 1000, max: 9999 }), { nil: undefined })
    const choices = fc.record({
      q: fc.constantFrom('', 'oil debts', 'Nordkorea & “China”'),
      facets: fc.record(
        Object.fromEntries(
          facetNames.map((name) => [name, fc.uniqueArray(fc.constantFrom('a', 'kim-il-sung', 'x y'))]),
        ),
      ),
      from: year,
      to: year,
      sort: fc.constantFrom(...documentSorts),
      limit: fc.constantFrom(...PAGE_SIZES),
      offset: fc.nat(30),
    })
    fc.assert(
      fc.property(choices, ({ facets, offset, ...rest }) => {
        const all = { ...rest, facets: { ...read('').facets, ...facets }, offset: 0 }
        const chosen = { ...withPeriod(all, rest.from, rest.to), offset: offset * rest.limit }
        expect(parseListChoices(listParams(chosen))).toEqual(chosen)
      }),
    )
  })

  it('leave the plain list its plain address', () => {
    expect(listAddress(read(''))).toBe('/documents')
    expect(listAddress(read('sort=oldest&limit=25&offset=0&q='))).toBe('/documents')
  })

  it('are read sensibly from an address that somebody wrote by hand', () => {
    expect(read('sort=best&limit=17&offset=30&from=1984-05-30&to=soon')).toMatchObject({
      sort: 'oldest',
      limit: 25,
      offset: 25,
      from: 1984,
      to: undefined,
    })
    expect(read('person=a&person=a&person=').facets.person).toEqual(['a'])
    expect(read('q=uranium').sort).toBe('relevance')
  })

  it.each([
    ['from=1990&to=1980', { from: 1980, to: 1990 }],
    ['from=1990-05&to=1980-11-02', { from: 1980, to: 1990 }],
    ['from=1980&to=1980', { from: 1980, to: 1980 }],
    ['from=0001&to=0050', { from: undefined, to: undefined }],
    ['from=50&to=12345', { from: undefined, to: undefined }],
  ])('have their years in order, and only years that can be: %s', (query, years) => {
    expect(read(query)).toMatchObject(years)
  })

  it('set the years in order, whichever comes first', () => {
    expect(withPeriod(read('offset=50&q=oil'), 1990, 1980)).toMatchObject({ from: 1980, to: 1990, offset: 0 })
    expect(withPeriod(read(''), 1990, undefined)).toMatchObject({ from: 1990, to: undefined })
  })

  it('are those that the server says are meant', () => {
    const chosen = read('person=Kim+Il-song&person=kim-il-sung&country=china&offset=25')
    expect(listAddress(withCanonicalValues(chosen, { person: ['kim-il-sung'], country: ['china'] }))).toBe(
      '/documents?person=kim-il-sung&country=china&offset=25',
    )
  })

  it('are taken up and put down, and the list begins anew', () => {
    const chosen = withFacetValueToggled(read('offset=50&country=china'), 'country', 'japan')
    expect(chosen).toMatchObject({ offset: 0, facets: { country: ['china', 'japan'] } })
    expect(withFacetValueToggled(chosen, 'country', 'china').facets.country).toEqual(['japan'])
  })

  it('can be put down all at once, while the words stay', () => {
    const chosen = read('q=oil&country=china&from=1960&sort=title')
    expect(hasFilters(chosen)).toBe(true)
    expect(listAddress(withoutFilters(chosen))).toBe('/documents?q=oil&sort=title')
  })
})
