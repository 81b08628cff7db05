import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Catalog, loadCatalog } from '../../../corpus/catalog.ts'
import {
  bibliographicStyles,
  type CitationStyle,
  citationStyles,
} from '../../../corpus/citation/citation-style.ts'
import { cite as citeOf, joinAsText } from '../../../corpus/citation/cite.ts'
import { bibliographicCitations } from '../../../corpus/citation/csl-styles.ts'
import { type ArchiveDocument, archiveDocumentSchema, documentTypes } from '../../../corpus/document.ts'

const ACCESSED = '2026-01-15'
const WILSON = 'https://digitalarchive.wilsoncenter.org/document'
const FRUS = 'https://history.state.gov/historicaldocuments'

let catalog: Catalog
beforeAll(async () => {
  catalog = await loadCatalog()
})

function recordOf(id: string): ArchiveDocument {
  const document = catalog.byId.get(id)
  if (!document) throw new Error(`The catalog has no ${id}`)
  return document
}

const cite = (documents: readonly ArchiveDocument[], style: CitationStyle, accessed: string) =>
  citeOf(documents, style, accessed, catalog.publishers)
const cited = (id: string, style: CitationStyle) => cite([recordOf(id)], style, ACCESSED)[0]

/**
 * Written by hand, after The Chicago Manual of Style, 17th edition, 14.221–14.231 (manuscripts: item, date, place in the archive,
 * archive) and 14.96 (titles that end with a mark); the MLA Handbook, 9th edition, 5 (title, container, date, location);
 * the APA's Publication Manual, 7th edition, 9 and 10 (title in the author's place, date, source). Stops stand within all
 * closing marks (Chicago 6.9, MLA 2.92, APA 6.7); what a title quotes has single marks where the title itself stands in
 * marks, in Chicago and MLA, and double ones in APA's italics (Chicago 14.94, APA 6.7). And, for Foreign
 * Relations of the United States, its historians' way to cite: volume, then "Document" with its number.
 * Italics stand between underscores.
 */
const EXPECTED: readonly [
  what: string,
  id: string,
  byStyle: Record<(typeof bibliographicStyles)[number], string>,
][] = [
  [
    'a full date, a call number and an address',
    '1952-02-23-cable-filippov-stalin-to-mao-zedong',
    {
      'chicago-note': `“Cable, Filippov [Stalin] to Mao Zedong,” February 23, 1952, RGASPI, F. 558, Op. 11, D. 342, L. 92, Wilson Center Digital Archive, ${WILSON}/123148.`,
      'chicago-bibliography': `“Cable, Filippov [Stalin] to Mao Zedong.” February 23, 1952. RGASPI, F. 558, Op. 11, D. 342, L. 92. Wilson Center Digital Archive. ${WILSON}/123148.`,
      mla: `“Cable, Filippov [Stalin] to Mao Zedong.” _Wilson Center Digital Archive_, 23 Feb. 1952, RGASPI, F. 558, Op. 11, D. 342, L. 92, ${WILSON}/123148.`,
      apa: `_Cable, Filippov [Stalin] to Mao Zedong_. (1952, February 23). RGASPI, F. 558, Op. 11, D. 342, L. 92, Wilson Center Digital Archive. ${WILSON}/123148`,
    },
  ],
  [
    'a month only, and no address',
    '1976-10-report-on-a-stay-of-a-gdr-military-delegation-in-the-dprk-in-october',
    {
      'chicago-note':
        '“Report on a Stay of a GDR Military Delegation in the DPRK in October 1976,” October 1976, German Federal Archive – Military Archive (BA-MA), AZN 8283, Wilson Center Digital Archive.',
      'chicago-bibliography':
        '“Report on a Stay of a GDR Military Delegation in the DPRK in October 1976.” October 1976. German Federal Archive – Military Archive (BA-MA), AZN 8283. Wilson Center Digital Archive.',
      mla: '“Report on a Stay of a GDR Military Delegation in the DPRK in October 1976.” _Wilson Center Digital Archive_, Oct. 1976, German Federal Archive – Military Archive (BA-MA), AZN 8283.',
      apa: '_Report on a Stay of a GDR Military Delegation in the DPRK in October 1976_. (1976, October). German Federal Archive – Military Archive (BA-MA), AZN 8283, Wilson Center Digital Archive.',
    },
  ],
  [
    'a year only, and no call number',
    '1945-soviet-report-on-communists-in-korea-1945',
    {
      'chicago-note': `“Soviet Report on Communists in Korea, 1945,” 1945, Wilson Center Digital Archive, ${WILSON}/soviet-report-communists-korea-1945.`,
      'chicago-bibliography': `“Soviet Report on Communists in Korea, 1945.” 1945. Wilson Center Digital Archive. ${WILSON}/soviet-report-communists-korea-1945.`,
      mla: `“Soviet Report on Communists in Korea, 1945.” _Wilson Center Digital Archive_, 1945, ${WILSON}/soviet-report-communists-korea-1945.`,
      apa: `_Soviet Report on Communists in Korea, 1945_. (1945). Wilson Center Digital Archive. ${WILSON}/soviet-report-communists-korea-1945`,
    },
  ],
  [
    'neither address nor call number nor summary',
    '1984-06-15-minutes-of-conversation-todor-zhivkov-kim-il-sung-sofia',
    {
      'chicago-note':
        '“Minutes of Conversation: Todor Zhivkov – Kim Il Sung, Sofia,” June 15, 1984, Wilson Center Digital Archive.',
      'chicago-bibliography':
        '“Minutes of Conversation: Todor Zhivkov – Kim Il Sung, Sofia.” June 15, 1984. Wilson Center Digital Archive.',
      mla: '“Minutes of Conversation: Todor Zhivkov – Kim Il Sung, Sofia.” _Wilson Center Digital Archive_, 15 June 1984.',
      apa: '_Minutes of Conversation: Todor Zhivkov – Kim Il Sung, Sofia_. (1984, June 15). Wilson Center Digital Archive.',
    },
  ],
  [
    'a volume of Foreign Relations of the United States',
    '1969-06-10-letter-from-president-nixon-to-korean-president-park',
    {
      'chicago-note': `“Letter From President Nixon to Korean President Park,” in _Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972_, Document 25, June 10, 1969, ${FRUS}/frus1969-76v19p1/d25.`,
      'chicago-bibliography': `“Letter From President Nixon to Korean President Park.” In _Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972_, Document 25. June 10, 1969. ${FRUS}/frus1969-76v19p1/d25.`,
      mla: `“Letter From President Nixon to Korean President Park.” _Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972_, Document 25, 10 June 1969, ${FRUS}/frus1969-76v19p1/d25.`,
      apa: `Letter From President Nixon to Korean President Park. (1969, June 10). In _Foreign Relations of the United States, 1969–1976, Volume XIX, Part 1, Korea, 1969–1972_ (Document 25). ${FRUS}/frus1969-76v19p1/d25`,
    },
  ],
  [
    'a month only, in a volume whose title names no country',
    '1951-07-the-commander-in-chief-united-nations-command-ridgway-to-the-joint',
    {
      'chicago-note': `“The Commander in Chief, United Nations Command (Ridgway) to the Joint Chiefs of Staff,” in _Foreign Relations of the United States, 1951, Volume VII, Part 1_, Document 427, July 1951, ${FRUS}/frus1951v07p1/d427.`,
      'chicago-bibliography': `“The Commander in Chief, United Nations Command (Ridgway) to the Joint Chiefs of Staff.” In _Foreign Relations of the United States, 1951, Volume VII, Part 1_, Document 427. July 1951. ${FRUS}/frus1951v07p1/d427.`,
      mla: `“The Commander in Chief, United Nations Command (Ridgway) to the Joint Chiefs of Staff.” _Foreign Relations of the United States, 1951, Volume VII, Part 1_, Document 427, July 1951, ${FRUS}/frus1951v07p1/d427.`,
      apa: `The Commander in Chief, United Nations Command (Ridgway) to the Joint Chiefs of Staff. (1951, July). In _Foreign Relations of the United States, 1951, Volume VII, Part 1_ (Document 427). ${FRUS}/frus1951v07p1/d427`,
    },
  ],
  [
    'a telegram, whose two ends stay in its title, and two call numbers',
    '1950-09-29-ciphered-telegram-from-dprk-leader-kim-il-sung-and-south-korean',
    {
      'chicago-note': `“Ciphered Telegram from DPRK leader Kim Il Sung and South Korean Communist Leader Pak Heon-yeong to Stalin (via Shtykov),” September 29, 1950, APRF, fond 45, opis 1, delo 347, listy 41-45 and APRF, fond 3, opis 65, delo 828, listy 5-8, Wilson Center Digital Archive, ${WILSON}/ciphered-telegram-dprk-leader-kim-il-sung-and-south-korean-communist-leader-pak-heon-yeong.`,
      'chicago-bibliography': `“Ciphered Telegram from DPRK leader Kim Il Sung and South Korean Communist Leader Pak Heon-yeong to Stalin (via Shtykov).” September 29, 1950. APRF, fond 45, opis 1, delo 347, listy 41-45 and APRF, fond 3, opis 65, delo 828, listy 5-8. Wilson Center Digital Archive. ${WILSON}/ciphered-telegram-dprk-leader-kim-il-sung-and-south-korean-communist-leader-pak-heon-yeong.`,
      mla: `“Ciphered Telegram from DPRK leader Kim Il Sung and South Korean Communist Leader Pak Heon-yeong to Stalin (via Shtykov).” _Wilson Center Digital Archive_, 29 Sept. 1950, APRF, fond 45, opis 1, delo 347, listy 41-45 and APRF, fond 3, opis 65, delo 828, listy 5-8, ${WILSON}/ciphered-telegram-dprk-leader-kim-il-sung-and-south-korean-communist-leader-pak-heon-yeong.`,
      apa: `_Ciphered Telegram from DPRK leader Kim Il Sung and South Korean Communist Leader Pak Heon-yeong to Stalin (via Shtykov)_. (1950, September 29). APRF, fond 45, opis 1, delo 347, listy 41-45 and APRF, fond 3, opis 65, delo 828, listy 5-8, Wilson Center Digital Archive. ${WILSON}/ciphered-telegram-dprk-leader-kim-il-sung-and-south-korean-communist-leader-pak-heon-yeong`,
    },
  ],
  [
    'a title with unlike quotation marks and a full stop',
    '1967-11-14-information-report-sent-by-istvan-garajszki-to-deputy-foreign-minister',
    {
      'chicago-note': `“Information Report Sent by István Garajszki to Deputy Foreign Minister Erdélyi, ‘Hungarian-Korean Solidarity Meeting in Budapest and Salgótarján,’ 14 November 1967,” November 14, 1967, Wilson Center Digital Archive, ${WILSON}/information-report-sent-istvan-garajszki-deputy-foreign-minister-erdelyi-hungarian-korean.`,
      'chicago-bibliography': `“Information Report Sent by István Garajszki to Deputy Foreign Minister Erdélyi, ‘Hungarian-Korean Solidarity Meeting in Budapest and Salgótarján,’ 14 November 1967.” November 14, 1967. Wilson Center Digital Archive. ${WILSON}/information-report-sent-istvan-garajszki-deputy-foreign-minister-erdelyi-hungarian-korean.`,
      mla: `“Information Report Sent by István Garajszki to Deputy Foreign Minister Erdélyi, ‘Hungarian-Korean Solidarity Meeting in Budapest and Salgótarján,’ 14 November 1967.” _Wilson Center Digital Archive_, 14 Nov. 1967, ${WILSON}/information-report-sent-istvan-garajszki-deputy-foreign-minister-erdelyi-hungarian-korean.`,
      apa: `_Information Report Sent by István Garajszki to Deputy Foreign Minister Erdélyi, “Hungarian-Korean Solidarity Meeting in Budapest and Salgótarján,” 14 November 1967_. (1967, November 14). Wilson Center Digital Archive. ${WILSON}/information-report-sent-istvan-garajszki-deputy-foreign-minister-erdelyi-hungarian-korean`,
    },
  ],
  [
    'a title that ends with an exclamation mark',
    '1967-09-10-look-at-kim-il-sungs-ugly-face',
    {
      'chicago-note': `“Look at Kim Il Sung’s Ugly Face!,” September 10, 1967, Wilson Center Digital Archive, ${WILSON}/look-kim-il-sungs-ugly-face.`,
      'chicago-bibliography': `“Look at Kim Il Sung’s Ugly Face!” September 10, 1967. Wilson Center Digital Archive. ${WILSON}/look-kim-il-sungs-ugly-face.`,
      mla: `“Look at Kim Il Sung’s Ugly Face!” _Wilson Center Digital Archive_, 10 Sept. 1967, ${WILSON}/look-kim-il-sungs-ugly-face.`,
      apa: `_Look at Kim Il Sung’s Ugly Face!_ (1967, September 10). Wilson Center Digital Archive. ${WILSON}/look-kim-il-sungs-ugly-face`,
    },
  ],
  [
    'Korean names, whose capitals stand',
    '1972-07-21-report-from-kadas-istvan-information-from-ambassador-pak-gyeong-sun-pak',
    {
      'chicago-note': `“Report from Kádas István, ‘Information from Ambassador Pak Gyeong-sun [Pak Kyong-sun],’” July 21, 1972, Wilson Center Digital Archive, ${WILSON}/report-kadas-istvan-information-ambassador-pak-gyeong-sun-pak-kyong-sun.`,
      'chicago-bibliography': `“Report from Kádas István, ‘Information from Ambassador Pak Gyeong-sun [Pak Kyong-sun].’” July 21, 1972. Wilson Center Digital Archive. ${WILSON}/report-kadas-istvan-information-ambassador-pak-gyeong-sun-pak-kyong-sun.`,
      mla: `“Report from Kádas István, ‘Information from Ambassador Pak Gyeong-sun [Pak Kyong-sun].’” _Wilson Center Digital Archive_, 21 July 1972, ${WILSON}/report-kadas-istvan-information-ambassador-pak-gyeong-sun-pak-kyong-sun.`,
      apa: `_Report from Kádas István, “Information from Ambassador Pak Gyeong-sun [Pak Kyong-sun].”_ (1972, July 21). Wilson Center Digital Archive. ${WILSON}/report-kadas-istvan-information-ambassador-pak-gyeong-sun-pak-kyong-sun`,
    },
  ],
  [
    'an apostrophe within a quotation, which does not end it',
    '1946-08-29-kim-il-sung-for-the-establishment-of-a-united-party-of-the-working',
    {
      'chicago-note':
        '“Kim Il Sung, ‘For the Establishment of a United Party of the Working Masses: Report to the Inaugural Congress of the Workers’ Party of North Korea,’” August 29, 1946, Wilson Center Digital Archive.',
      'chicago-bibliography':
        '“Kim Il Sung, ‘For the Establishment of a United Party of the Working Masses: Report to the Inaugural Congress of the Workers’ Party of North Korea.’” August 29, 1946. Wilson Center Digital Archive.',
      mla: '“Kim Il Sung, ‘For the Establishment of a United Party of the Working Masses: Report to the Inaugural Congress of the Workers’ Party of North Korea.’” _Wilson Center Digital Archive_, 29 Aug. 1946.',
      apa: '_Kim Il Sung, “For the Establishment of a United Party of the Working Masses: Report to the Inaugural Congress of the Workers’ Party of North Korea.”_ (1946, August 29). Wilson Center Digital Archive.',
    },
  ],
  [
    'a full stop before the mark that closes a quotation',
    '1972-04-14-report-from-etre-sandor-information-from-the-leader-and-the-referent-of',
    {
      'chicago-note':
        '“Report from Etre Sándor, ‘Information from the leader, and the referent of the Hungarian subdivision at the DPRK’s Foreign Affairs Ministry,’” April 14, 1972, Wilson Center Digital Archive.',
      'chicago-bibliography':
        '“Report from Etre Sándor, ‘Information from the leader, and the referent of the Hungarian subdivision at the DPRK’s Foreign Affairs Ministry.’” April 14, 1972. Wilson Center Digital Archive.',
      mla: '“Report from Etre Sándor, ‘Information from the leader, and the referent of the Hungarian subdivision at the DPRK’s Foreign Affairs Ministry.’” _Wilson Center Digital Archive_, 14 Apr. 1972.',
      apa: '_Report from Etre Sándor, “Information from the leader, and the referent of the Hungarian subdivision at the DPRK’s Foreign Affairs Ministry.”_ (1972, April 14). Wilson Center Digital Archive.',
    },
  ],
  [
    'a quotation within a quotation',
    '1966-09-08-cable-from-the-yanbian-military-district-party-committee-implementing',
    {
      'chicago-note': `“Cable from the Yanbian Military District Party Committee, ‘Implementing the Shenyang Military District’s Opinion “Guidance on the Activities of Red Guards in the Border Area,”’” September 8, 1966, Wilson Center Digital Archive, ${WILSON}/cable-yanbian-military-district-party-committee-implementing-shenyang-military-districts.`,
      'chicago-bibliography': `“Cable from the Yanbian Military District Party Committee, ‘Implementing the Shenyang Military District’s Opinion “Guidance on the Activities of Red Guards in the Border Area.”’” September 8, 1966. Wilson Center Digital Archive. ${WILSON}/cable-yanbian-military-district-party-committee-implementing-shenyang-military-districts.`,
      mla: `“Cable from the Yanbian Military District Party Committee, ‘Implementing the Shenyang Military District’s Opinion “Guidance on the Activities of Red Guards in the Border Area.”’” _Wilson Center Digital Archive_, 8 Sept. 1966, ${WILSON}/cable-yanbian-military-district-party-committee-implementing-shenyang-military-districts.`,
      apa: `_Cable from the Yanbian Military District Party Committee, “Implementing the Shenyang Military District’s Opinion ‘Guidance on the Activities of Red Guards in the Border Area.’”_ (1966, September 8). Wilson Center Digital Archive. ${WILSON}/cable-yanbian-military-district-party-committee-implementing-shenyang-military-districts`,
    },
  ],
  [
    'an apostrophe in brackets',
    '1999-06-03-director-s-may-31-briefing-for-chinese-mfa-officials-on-perry-trip-to',
    {
      'chicago-note':
        '“Director[’s] May 31 Briefing for Chinese MFA Officials on Perry Trip to DPRK,” June 3, 1999, BEIJING 004958, National Security Archive, https://nsarchive.gwu.edu/media/16101/ocr.',
      'chicago-bibliography':
        '“Director[’s] May 31 Briefing for Chinese MFA Officials on Perry Trip to DPRK.” June 3, 1999. BEIJING 004958. National Security Archive. https://nsarchive.gwu.edu/media/16101/ocr.',
      mla: '“Director[’s] May 31 Briefing for Chinese MFA Officials on Perry Trip to DPRK.” _National Security Archive_, 3 June 1999, BEIJING 004958, https://nsarchive.gwu.edu/media/16101/ocr.',
      apa: '_Director[’s] May 31 Briefing for Chinese MFA Officials on Perry Trip to DPRK_. (1999, June 3). BEIJING 004958, National Security Archive. https://nsarchive.gwu.edu/media/16101/ocr',
    },
  ],
  [
    'a title that stands in quotation marks as a whole',
    '1968-02-04-information-about-the-situation-in-korea',
    {
      'chicago-note': `“Information about the Situation in Korea,” February 4, 1968, File no. 020.873/68-3, Wilson Center Digital Archive, ${WILSON}/information-about-situation-korea.`,
      'chicago-bibliography': `“Information about the Situation in Korea.” February 4, 1968. File no. 020.873/68-3. Wilson Center Digital Archive. ${WILSON}/information-about-situation-korea.`,
      mla: `“Information about the Situation in Korea.” _Wilson Center Digital Archive_, 4 Feb. 1968, File no. 020.873/68-3, ${WILSON}/information-about-situation-korea.`,
      apa: `_Information about the Situation in Korea_. (1968, February 4). File no. 020.873/68-3, Wilson Center Digital Archive. ${WILSON}/information-about-situation-korea`,
    },
  ],
  [
    'a call number of the National Security Archive',
    '1991-11-18-dealing-with-the-north-korean-nuclear-problem-impressions-from-my-asia',
    {
      'chicago-note':
        '“Dealing with the North Korean Nuclear Problem: Impressions from My Asia Trip,” November 18, 1991, STATE 378008, National Security Archive, https://nsarchive.gwu.edu/media/18226/ocr.',
      'chicago-bibliography':
        '“Dealing with the North Korean Nuclear Problem: Impressions from My Asia Trip.” November 18, 1991. STATE 378008. National Security Archive. https://nsarchive.gwu.edu/media/18226/ocr.',
      mla: '“Dealing with the North Korean Nuclear Problem: Impressions from My Asia Trip.” _National Security Archive_, 18 Nov. 1991, STATE 378008, https://nsarchive.gwu.edu/media/18226/ocr.',
      apa: '_Dealing with the North Korean Nuclear Problem: Impressions from My Asia Trip_. (1991, November 18). STATE 378008, National Security Archive. https://nsarchive.gwu.edu/media/18226/ocr',
    },
  ],
]

describe.each(bibliographicStyles)('in the style %s', (style) => {
  it.each(EXPECTED)('a record with %s', (_, id, byStyle) => {
    const citation = cited(id, style)
    expect(citation?.html.replace(/<\/?i>/g, '_')).toBe(byStyle[style])
    expect(citation?.text).toBe(byStyle[style].replaceAll('_', ''))
  })
})

describe('a document without a date', () => {
  // The catalog has none: its schema asks for a date. A processor is still right about one.
  it('is "n.d." where the style says so, with the day of access', () => {
    const item = {
      id: 'x',
      type: 'document' as const,
      title: 'A Plan',
      genre: 'other',
      archive: 'My Shelf',
      URL: 'https://history.state.gov/x',
      accessed: { 'date-parts': [[2026, 1, 15]] as [number[]] },
    }
    const printed = (style: (typeof bibliographicStyles)[number]) =>
      bibliographicCitations([item], style)[0]?.text
    expect(printed('chicago-note')).toBe(
      '“A Plan,” n.d., My Shelf, accessed January 15, 2026, https://history.state.gov/x.',
    )
    expect(printed('apa')).toBe(
      'A Plan. (n.d.). My Shelf. Retrieved January 15, 2026, from https://history.state.gov/x',
    )
    expect(printed('mla')).toBe('“A Plan.” My Shelf, https://history.state.gov/x. Accessed 15 Jan. 2026.')
  })
})

describe('a list', () => {
  const ids = [
    '1967-09-10-look-at-kim-il-sungs-ugly-face',
    '1952-02-23-cable-filippov-stalin-to-mao-zedong',
    '1951-07-the-commander-in-chief-united-nations-command-ridgway-to-the-joint',
  ]
  const order = (style: CitationStyle) => cite(ids.map(recordOf), style, ACCESSED).map(({ id }) => id)

  it('is a bibliography in the order of its titles, whose article does not count', () => {
    // "Cable", "(The) Commander", "Look".
    for (const style of ['chicago-bibliography', 'mla', 'apa'] as const)
      expect(order(style), style).toEqual([ids[1], ids[2], ids[0]])
  })

  it('keeps its order as notes and as data', () => {
    for (const style of ['chicago-note', 'bibtex', 'ris', 'csl-json'] as const)
      expect(order(style), style).toEqual(ids)
  })

  it('names each of two documents with the same title by that title', () => {
    const same = [
      '1984-05-31-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
      '1984-06-01-memorandum-of-conversation-between-erich-honecker-and-kim-il-sung',
    ]
    for (const style of ['chicago-bibliography', 'mla', 'apa'] as const)
      for (const { text } of cite(same.map(recordOf), style, ACCESSED))
        expect(text, style).toContain('Memorandum of Conversation between Erich Honecker and Kim Il Sung')
  })

  it('has the same document twice without "Ibid."', () => {
    const twice = cite([recordOf(ids[0] ?? ''), recordOf(ids[0] ?? '')], 'chicago-note', ACCESSED)
    expect(twice[1]).toEqual(twice[0])
  })
})

describe('for reference managers', () => {
  const LETTER = '1969-06-10-letter-from-president-nixon-to-korean-president-park'
  const CABLE = '1952-02-23-cable-filippov-stalin-to-mao-zedong'

  it('BibTeX has a key of its own for each record, TeX’s characters escaped, the volume as booktitle', () => {
    const letter = cited(LETTER, 'bibtex')?.text
    expect(letter).toContain(`@inbook{${LETTER},`)
    expect(letter).toContain('year = {1969}')
    expect(letter).toMatch(/booktitle = \{.*Volume.*1969–1972.*\}/)
    expect(letter).toContain('Document 25; Source note: National Archives, Nixon')
    const invented = { ...recordOf(CABLE), title: '김일성 & Co: 50% of #1_2', archive: 'A {B} \\ C' }
    const text = cite([invented], 'bibtex', ACCESSED)[0]?.text
    expect(text).toContain('김일성 \\& {Co}: 50\\% of \\#1\\_2')
    expect(text).toContain('A \\{B\\} \\textbackslash{} C; accessed 2026-01-15')
  })

  it('RIS has one line a tag, the whole id, and a full date only where it is known', () => {
    const lines = cited(CABLE, 'ris')?.text.split('\r\n') ?? []
    expect(lines[0]).toBe('TY  - GEN')
    expect(lines.at(-1)).toBe('ER  - ')
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true)
    expect(lines).toContain(`ID  - ${CABLE}`)
    expect(lines).toContain('DA  - 1952/02/23')
    expect(lines).toContain('Y2  - 2026/01/15')
    expect(lines).toContain('DB  - Wilson Center Digital Archive')
    expect(lines).toContain('AV  - RGASPI, F. 558, Op. 11, D. 342, L. 92')
    expect(cited('1945-soviet-report-on-communists-in-korea-1945', 'ris')?.text).toContain('DA  - 1945//')
  })

  it('CSL-JSON is a list of items that name no author', () => {
    const citations = cite([recordOf(CABLE), recordOf(LETTER)], 'csl-json', ACCESSED)
    const items: Record<string, unknown>[] = JSON.parse(joinAsText(citations, 'csl-json'))
    expect(items[0]).toMatchObject({
      id: CABLE,
      type: 'document',
      issued: { 'date-parts': [[1952, 2, 23]] },
      archive: 'Wilson Center Digital Archive',
      archive_location: 'RGASPI, F. 558, Op. 11, D. 342, L. 92',
      accessed: { 'date-parts': [[2026, 1, 15]] },
    })
    expect(items.some((item) => 'author' in item)).toBe(false)
  })

  it('gives no address that is not trusted, nor a day of access without one', () => {
    const document = { ...recordOf(CABLE), url: 'https://example.org/document/1' }
    for (const style of citationStyles) {
      const text = cite([document], style, ACCESSED)[0]?.text
      expect(text).not.toMatch(/example\.org|2026/)
    }
  })
})

describe('whatever a record has or lacks', () => {
  const words = fc
    .array(
      fc.constantFrom(
        'Kim',
        'Report',
        '김일성',
        '[Stalin]',
        '“Plan”',
        "'Note'",
        '"A"',
        'a.m.',
        '&',
        '<b>',
        '(sic)',
        'No. 5',
      ),
      {
        minLength: 1,
        maxLength: 8,
      },
    )
    .map((list) => `${list.join(' ')}`)
  const ended = fc.tuple(words, fc.constantFrom('', '.', '!', '?')).map((parts) => parts.join(''))
  const invented = fc
    .record(
      {
        title: ended,
        date: fc.constantFrom('1955', '1976-10', '1984-05-30'),
        type: fc.constantFrom(...documentTypes),
        publisher: fc.constantFrom(
          'Wilson Center Digital Archive',
          'Foreign Relations of the United States',
          'My Shelf',
        ),
        archive: fc.option(ended, { nil: undefined }),
        url: fc.option(fc.constantFrom(`${WILSON}/1`, `${FRUS}/frus1950v07/d9`, 'https://example.org/'), {
          nil: undefined,
        }),
        collections: fc.constantFrom([], ['Foreign Relations of the United States, 1950, Volume VII, Korea']),
        summary: fc.option(words, { nil: null }),
      },
      { requiredKeys: ['title', 'date', 'type', 'publisher', 'collections', 'summary'] },
    )
    .map((fields) =>
      archiveDocumentSchema.parse({
        id: 'invented',
        people: [],
        countries: [],
        subjects: [],
        events: [],
        ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
      }),
    )

  const faultless = (document: ArchiveDocument, style: CitationStyle) => {
    const { text, html } = cite([document], style, ACCESSED)[0] ?? { text: '', html: '' }
    expect(text).not.toMatch(/\b(?:undefined|null|NaN)\b|\[object/)
    expect(text).not.toMatch(/\(\s*\)|\[\s*\]|“\s*”/)
    if (style === 'bibtex' || style === 'ris' || style === 'csl-json') return
    // "a.m.," and "!," are right: the first mark belongs to the word or the title.
    expect(text).not.toMatch(/,\s*[,.;]|;\s*[;,.]|:\s*[,.;]|\.\s*\.|\s[,.;]|^\s|\s$/)
    expect(text).not.toMatch(/[,;:([“‘]$/)
    expect(html.replace(/<\/?i>/g, '')).not.toMatch(/[<>]/)
  }

  it('an invented record leaves no empty brackets, double marks or "undefined" in any style', () => {
    fc.assert(fc.property(invented, fc.constantFrom(...citationStyles), faultless), { numRuns: 400 })
  })

  it('nor does any record of the catalog', () => {
    const record = fc
      .nat(catalog.documents.length - 1)
      .map((index) => catalog.documents[index] ?? recordOf(''))
    fc.assert(fc.property(record, fc.constantFrom(...citationStyles), faultless), { numRuns: 400 })
  })
})
