/** Citations for readers, in the official CSL styles. */

import { readFileSync } from 'node:fs'
import { plugins } from '@citation-js/core'
import { decode } from 'html-entities'
import '@citation-js/plugin-csl'
import type { PrintedStyle } from './citation-style.ts'
import type { CslItem } from './csl-item.ts'
import { replaceLooseMarks } from './quotation-marks.ts'
import { compareTitles } from './title-order.ts'

/** One document's citation: bare, and as HTML in which `<i>` is the only element. */
export interface Citation {
  id: string
  text: string
  html: string
}

const FILES: Readonly<Record<PrintedStyle, string>> = {
  'chicago-note': 'chicago-notes-bibliography-17th-edition',
  'chicago-bibliography': 'chicago-notes-bibliography-17th-edition',
  mla: 'modern-language-association',
  apa: 'apa',
}

/** Notes in the order of the items, bibliographies in the order that the style wants. */
export function printedCitations(items: readonly CslItem[], style: PrintedStyle): Citation[] {
  if (items.length === 0) return []
  const options = { template: templateOf(style), lang: 'en-US', format: 'html' } as const
  const printed = items.map((item) => printedItem(item, style))
  const entries =
    style === 'chicago-note'
      ? // One by one: a list of notes has no "Ibid.", for each is copied to a place of its own.
        printed.map((item) => [item.id, plugins.output.format('citation', [item], options)])
      : plugins.output.format('bibliography', printed, { ...options, asEntryArray: true })
  if (!Array.isArray(entries)) throw new Error('citation-js answered no list of entries')
  const citations = entries.map(([id, entry]) => citation(String(id), String(entry)))
  return style === 'chicago-note' ? citations : byTitle(citations, items)
}

/** The processor counts first articles; of equal titles, its order stands, by which APA letters the years. */
function byTitle(citations: readonly Citation[], items: readonly CslItem[]): Citation[] {
  const titles = new Map(items.map(({ id, title }) => [id, title]))
  return citations.toSorted((a, b) => compareTitles(titles.get(a.id) ?? '', titles.get(b.id) ?? ''))
}

/**
 * What the styles print of a record. The record's own capitals stand: titles are full of names that no rule for title
 * case knows ("Pak Gyeong-sun", "[sic]"), and CSL leaves titles alone that are not said to be English. The kind is this
 * catalog's word, mostly said by the title, and is left to the data formats.
 */
function printedItem({ genre, note, abstract, ...item }: CslItem, style: PrintedStyle) {
  const { archive, archive_location, ...rest } = { ...item, title: masked(item.title), language: 'und' }
  const callNumber = archive_location && masked(archive_location)
  if (!archive) return rest
  switch (style) {
    // To MLA, the archive is a container, and the call number a place in it.
    case 'mla':
      return { ...rest, 'container-title': archive, ...(callNumber ? { archive: callNumber } : {}) }
    // APA names the papers before the place that keeps them.
    case 'apa':
      return { ...rest, archive, ...(callNumber ? { archive_collection: callNumber } : {}) }
    default:
      return { ...rest, archive, ...(callNumber ? { archive_location: callNumber } : {}) }
  }
}

/**
 * The processor pairs an opening mark with the first that might close it, be it an apostrophe ("the Workers’ Party"), and
 * then sets its stops outside. So it gets marks that quote nothing as characters that no text holds: Unicode keeps these
 * noncharacters for such uses within a program.
 */
const MASKS: Readonly<Record<string, string>> = { '’': '\ufdd0', '”': '\ufdd1', '“': '\ufdd2' }
const MASKED = new Map(Object.entries(MASKS).map(([mark, mask]) => [mask, mark]))

function masked(words: string): string {
  return replaceLooseMarks(words, (mark) => MASKS[mark] ?? mark)
}

function citation(id: string, entry: string): Citation {
  const html = entry
    .replace(/[\ufdd0-\ufdd2]/g, (mask) => MASKED.get(mask) ?? '')
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
 * The dash that stands for the author of the entry before. These records have no author, so it would stand for a title
 * ("———.” June 1, 1984"), which neither Chicago (14.67) nor MLA has, and which says nothing where entries are picked out.
 */
const AUTHORS_DASH = / subsequent-author-substitute="[^"]*"/

/** Makes a style known to citation-js when it is first used. */
function templateOf(style: PrintedStyle): string {
  const name = FILES[style]
  const { styles } = plugins.config.get('@csl') as { styles: Styles }
  // citation-js has an older "apa" of its own.
  const template = `official-${name}`
  if (!styles.has(template)) {
    const xml = readFileSync(new URL(`./styles/${name}.csl`, import.meta.url), 'utf8')
    styles.add(template, xml.replace(AUTHORS_DASH, ''))
  }
  return template
}
