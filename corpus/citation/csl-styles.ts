/** Formats citations with the official CSL styles. */
import { readFileSync } from 'node:fs'
import { plugins } from '@citation-js/core'
import { decode } from 'html-entities'
import '@citation-js/plugin-csl'
import type { BibliographicStyle } from './citation-style.ts'
import { compareTitles } from './compare-titles.ts'
import type { CslItem } from './csl-item.ts'
import { replaceUnpairedMarks } from './quotation-marks.ts'

/** One document's citation as plain text, and as HTML with `<i>` as the only element. */
export interface Citation {
  id: string
  text: string
  html: string
}

const CSL_FILES: Readonly<Record<BibliographicStyle, string>> = {
  'chicago-note': 'chicago-notes-bibliography-17th-edition',
  'chicago-bibliography': 'chicago-notes-bibliography-17th-edition',
  mla: 'modern-language-association',
  apa: 'apa',
}

/** Notes keep the order of the items; bibliographies are sorted by title. */
export function bibliographicCitations(items: readonly CslItem[], style: BibliographicStyle): Citation[] {
  if (items.length === 0) return []
  const options = { template: cslTemplate(style), lang: 'en-US', format: 'html' } as const
  const itemsForStyle = items.map((item) => itemForStyle(item, style))
  const entries =
    style === 'chicago-note'
      ? // Formatted one by one: each note is copied separately, so it must not become "Ibid.".
        itemsForStyle.map((item) => [item.id, plugins.output.format('citation', [item], options)])
      : plugins.output.format('bibliography', itemsForStyle, { ...options, asEntryArray: true })
  if (!Array.isArray(entries)) throw new Error('citation-js answered no list of entries')
  const citations = entries.map(([id, entry]) => citationFromHtml(String(id), String(entry)))
  return style === 'chicago-note' ? citations : sortByTitle(citations, items)
}

/** Sorts again because the processor does not ignore leading articles. Equal titles keep its order, on which APA's year letters depend. */
function sortByTitle(citations: readonly Citation[], items: readonly CslItem[]): Citation[] {
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  return citations.toSorted((a, b) => compareTitles(titles.get(a.id) ?? '', titles.get(b.id) ?? ''))
}

/**
 * The fields that a style prints. The language is set to `und`, so that CSL does not apply English title case: titles have
 * many names that its rules do not know ("Pak Gyeong-sun", "[sic]"). The kind (`genre`) is left out, because most titles
 * already contain it; data formats keep it.
 */
function itemForStyle({ genre, note, abstract, ...item }: CslItem, style: BibliographicStyle) {
  const { archive, archive_location, ...rest } = {
    ...item,
    title: maskUnpairedMarks(item.title),
    language: 'und',
  }
  const callNumber = archive_location && maskUnpairedMarks(archive_location)
  if (!archive) return rest
  switch (style) {
    // MLA treats the archive as a container and the call number as the location in it.
    case 'mla':
      return { ...rest, 'container-title': archive, ...(callNumber ? { archive: callNumber } : {}) }
    // APA prints the collection before the archive.
    case 'apa':
      return { ...rest, archive, ...(callNumber ? { archive_collection: callNumber } : {}) }
    default:
      return { ...rest, archive, ...(callNumber ? { archive_location: callNumber } : {}) }
  }
}

/**
 * The CSL processor pairs an opening quotation mark with the first possible closing one, even an apostrophe ("the Workers’
 * Party"), and then puts punctuation in the wrong position. Unpaired marks are therefore masked by Unicode noncharacters,
 * which are reserved for internal use and occur in no text.
 */
const MASK_BY_MARK: Readonly<Record<string, string>> = { '’': '\ufdd0', '”': '\ufdd1', '“': '\ufdd2' }
const MARK_BY_MASK = new Map(Object.entries(MASK_BY_MARK).map(([mark, mask]) => [mask, mark]))

function maskUnpairedMarks(words: string): string {
  return replaceUnpairedMarks(words, (mark) => MASK_BY_MARK[mark] ?? mark)
}

function citationFromHtml(id: string, entry: string): Citation {
  const html = entry
    .replace(/[\ufdd0-\ufdd2]/g, (mask) => MARK_BY_MASK.get(mask) ?? '')
    .replace(/<(?!\/?i>)[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { id, html, text: decode(html.replace(/<\/?i>/g, '')) }
}

interface Styles {
  has(name: string): boolean
  add(name: string, xml: string): void
}

/**
 * The dash that replaces a repeated author. These records have no author, so it would replace a repeated title ("———.”
 * June 1, 1984"). Neither Chicago (14.67) nor MLA does that, and it is useless if entries are copied one by one.
 */
const REPEATED_AUTHOR_DASH = / subsequent-author-substitute="[^"]*"/

/** Registers a style with citation-js on first use; returns its template name. */
function cslTemplate(style: BibliographicStyle): string {
  const name = CSL_FILES[style]
  const { styles } = plugins.config.get('@csl') as { styles: Styles }
  // The prefix avoids a clash with the older "apa" of citation-js.
  const template = `official-${name}`
  if (!styles.has(template)) {
    const xml = readFileSync(new URL(`./styles/${name}.csl`, import.meta.url), 'utf8')
    styles.add(template, xml.replace(REPEATED_AUTHOR_DASH, ''))
  }
  return template
}
