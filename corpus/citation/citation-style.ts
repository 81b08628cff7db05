/** Citation formats: three bibliographic styles (Chicago as note and as bibliography) and three data formats. */
export const citationStyles = [
  'chicago-note',
  'chicago-bibliography',
  'mla',
  'apa',
  'bibtex',
  'ris',
  'csl-json',
] as const
export type CitationStyle = (typeof citationStyles)[number]

export const bibliographicStyles = ['chicago-note', 'chicago-bibliography', 'mla', 'apa'] as const
/** A style for people to read. The other formats are for reference managers. */
export type BibliographicStyle = (typeof bibliographicStyles)[number]

interface CitationFormat {
  label: string
  /** File name extension, without the dot. */
  extension: string
  contentType: string
}

const text = { extension: 'txt', contentType: 'text/plain; charset=utf-8' }

export const citationFormats: Readonly<Record<CitationStyle, CitationFormat>> = {
  'chicago-note': { label: 'Chicago, note', ...text },
  'chicago-bibliography': { label: 'Chicago, bibliography', ...text },
  mla: { label: 'MLA', ...text },
  apa: { label: 'APA', ...text },
  bibtex: { label: 'BibTeX', extension: 'bib', contentType: 'application/x-bibtex; charset=utf-8' },
  // EndNote, Zotero and Mendeley are registered for this type.
  ris: { label: 'RIS', extension: 'ris', contentType: 'application/x-research-info-systems; charset=utf-8' },
  'csl-json': {
    label: 'CSL-JSON',
    extension: 'json',
    contentType: 'application/vnd.citationstyles.csl+json; charset=utf-8',
  },
}

export function isBibliographic(style: CitationStyle): style is BibliographicStyle {
  return bibliographicStyles.some((printed) => printed === style)
}
