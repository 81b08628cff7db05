import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalog } from '../../../corpus/catalog.ts'
import { citationTitle, quotedTitle } from '../../../corpus/citation/citation-title.ts'
import { cite } from '../../../corpus/citation/cite.ts'
import { bibliographicCitations } from '../../../corpus/citation/csl-styles.ts'
import {
  trailingClosingMarks,
  withTypographicQuotationMarks,
} from '../../../corpus/citation/quotation-marks.ts'

describe('the marks of a title', () => {
  it.each([
    // What is quoted, and what is an apostrophe.
    [`Malik, 'On Korea'`, 'Malik, “On Korea”'],
    [`Report, 'The Workers' Party of Korea'`, 'Report, “The Workers’ Party of Korea”'],
    [`'The Workers' and Peasants' Party', a report`, '“The Workers’ and Peasants’ Party”, a report'],
    [`'Talks on Relations' with the Workers' Party`, '“Talks on Relations” with the Workers’ Party'],
    [`The 'Axe Murders' of the People's Army`, 'The “Axe Murders” of the People’s Army'],
    [`'June 7,’ a note, and 'Korea'`, '“June 7,” a note, and “Korea”'],
    [`The Workers' Party and the Peoples' Congress`, 'The Workers’ Party and the Peoples’ Congress'],
    [`Director['s] May 31 Briefing`, 'Director[’s] May 31 Briefing'],
    [`Director['s] Talk with the Workers' Party`, 'Director[’s] Talk with the Workers’ Party'],
    [`Secretary [Perry's] Visit to Ch'oe and Ch‘oe`, 'Secretary [Perry’s] Visit to Ch’oe and Ch’oe'],
    ['SEOUL’ 88, SEOUL ’88', 'SEOUL’ 88, SEOUL ’88'],
    // One within another, and unlike ones.
    [`'On “Red Guards” in Korea's North'`, '“On ‘Red Guards’ in Korea’s North”'],
    [`"On 'Red Guards'"`, '“On ‘Red Guards’”'],
    ['Erdélyi, "In Budapest,” 14 November', 'Erdélyi, “In Budapest,” 14 November'],
    ['„Neues Deutschland“ in Korea', '“Neues Deutschland” in Korea'],
    // What was never closed, or never opened.
    [`Malik, 'On Korea`, 'Malik, ’On Korea'],
    ['Malik, "On Korea', 'Malik, “On Korea'],
    ['Malik, On Korea"', 'Malik, On Korea”'],
  ])('%s are %s', (words, expected) => {
    expect(withTypographicQuotationMarks(words)).toBe(expected)
    expect(withTypographicQuotationMarks(expected)).toBe(expected)
  })

  it.each([
    [`Malik, 'On Korea'`, '“Malik, ‘On Korea,’”', '“Malik, ‘On Korea.’”'],
    [`'On “Red Guards”'.`, '“On ‘Red Guards,’”', '“On ‘Red Guards.’”'],
    [`Report, 'The Ministry.'`, '“Report, ‘The Ministry,’”', '“Report, ‘The Ministry.’”'],
    [`Report, 'Meeting at 10 a.m.'`, '“Report, ‘Meeting at 10 a.m.,’”', '“Report, ‘Meeting at 10 a.m.’”'],
    [`Report, 'Where Are We?'`, '“Report, ‘Where Are We?,’”', '“Report, ‘Where Are We?’”'],
    [`Letter to the Workers'`, '“Letter to the Workers’,”', '“Letter to the Workers’.”'],
    ['"On Korea"', '“On Korea,”', '“On Korea.”'],
    [`'On Korea,' 'On China'`, '“‘On Korea,’ ‘On China,’”', '“‘On Korea,’ ‘On China.’”'],
  ])('%s hold the style’s stop: %s', (title, noted, listed) => {
    expect(quotedTitle(title, ',')).toBe(noted)
    expect(quotedTitle(title, '.')).toBe(listed)
    expect(printed(title, 'chicago-note')).toBe(`${noted} 1950, My Shelf.`)
    expect(printed(title, 'chicago-bibliography')).toBe(`${listed} 1950. My Shelf.`)
    expect(printed(title, 'mla')).toMatch(`${listed} My Shelf`)
  })

  it('are the same from this page and from the style, for every record that has any', async () => {
    const catalog = await loadCatalog()
    const documents = catalog.documents.filter(({ title }) => /["'“”‘’]/.test(title))
    expect(documents.length).toBeGreaterThan(100)
    const notes = cite(documents, 'chicago-note', '2026-01-15', catalog.publishers)
    for (const [index, { title }] of documents.entries())
      expect(notes[index]?.text.startsWith(`${quotedTitle(title, ',')} `)).toBe(true)
  }, 60_000)

  it('stand in pairs, and no stop behind what closes, whatever is quoted in what', () => {
    const words = fc
      .array(
        fc.constantFrom(
          'Kim',
          "the People's",
          '(sic)',
          'Ch‘oe',
          "[Perry's]",
          'SEOUL ’88',
          '5',
          '김일성',
          '&',
        ),
        { minLength: 1, maxLength: 4 },
      )
      .map((list) => list.join(' '))
    const quoted = (inner: fc.Arbitrary<string>, ...signs: string[]) =>
      fc
        .tuple(
          words,
          fc.constantFrom(...signs),
          inner,
          fc.constantFrom('', '.', '?'),
          fc.constantFrom('', ' on'),
        )
        .map(([before, sign, within, stop, after]) => {
          const [opening, closing = opening] = sign
          return `${before} ${opening}${within}${stop}${closing}${after}`
        })
    const title = fc.oneof(
      words,
      quoted(words, "'", '"', '‘’', '“”'),
      quoted(quoted(words, '"', '“”'), "'", '‘’'),
    )
    fc.assert(
      fc.property(title, (title) => {
        const note = printed(title, 'chicago-note')
        expect(note).toBe(`${quotedTitle(title, ',')} 1950, My Shelf.`)
        expect([...note.matchAll(/“/g)]).toHaveLength([...note.matchAll(/”/g)].length)
        const apa = citationTitle(title)
        expect(
          printed(title, 'apa').startsWith(apa.slice(0, apa.length - trailingClosingMarks(apa).length)),
        ).toBe(true)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})

function printed(title: string, style: 'chicago-note' | 'chicago-bibliography' | 'mla' | 'apa'): string {
  const item = {
    id: 'x',
    type: 'document' as const,
    title: citationTitle(title),
    issued: { 'date-parts': [[1950]] as [number[]] },
    genre: 'other',
    archive: 'My Shelf',
  }
  return bibliographicCitations([item], style)[0]?.text ?? ''
}
