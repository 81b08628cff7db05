/**
 * Passages: what of a document is embedded. The record as a whole (title, date, names, summary), which finds it, and
 * its sentences one by one, which an answer can cite. Whatever exceeds the model's window is split, never cut.
 */
import type { ArchiveDocument } from '../corpus/document.ts'
import { formatDate } from '../corpus/reduced-date.ts'
import { splitSentences } from './sentences.ts'

/** `record`: a window over the record, never quoted. `sentence`: a sentence of the summary, verbatim. */
export type PassageKind = 'record' | 'sentence'

export interface Passage {
  document: string
  kind: PassageKind
  /** Position among the document's passages of its kind, from 0. */
  ordinal: number
  text: string
}

export interface TokenBudget {
  maxTokens: number
  countTokens(text: string): number
}

/** The passages of a document, each within the model's window. */
export function passagesOf(document: ArchiveDocument, budget: TokenBudget): Passage[] {
  const sentences = splitSentences(document.summary ?? '').flatMap((sentence) => splitToFit(sentence, budget))
  const of = (kind: PassageKind, texts: string[]) =>
    texts.map((text, ordinal): Passage => ({ document: document.id, kind, ordinal, text }))
  return [...of('record', recordWindows(document, sentences, budget)), ...of('sentence', sentences)]
}

/** The text by which BM25 finds a document: all that the record says, in one field. */
export function fullText(document: ArchiveDocument): string {
  const { title, date, type, summary, people, countries, subjects, events, archive, publisher } = document
  return [
    title,
    formatDate(date),
    type,
    summary,
    ...people,
    ...countries,
    ...subjects,
    ...events,
    archive,
    publisher,
  ]
    .filter(Boolean)
    .join('\n')
}

/** Windows of whole sentences, each opened by the title; the date and the names stand in the last that has room. */
function recordWindows(document: ArchiveDocument, sentences: string[], budget: TokenBudget): string[] {
  const names = [...document.people, ...document.countries, ...document.events].join(', ')
  const [title = '', ...restOfTitle] = splitToFit(document.title, {
    ...budget,
    maxTokens: Math.floor(budget.maxTokens / 2),
  })
  const dateAndNames = [formatDate(document.date), names].filter(Boolean).join('. ')
  const pieces = [...restOfTitle, ...sentences, ...splitToFit(dateAndNames, budget)]
  const windows: string[] = []
  let open = `${title}.`
  for (const piece of pieces) {
    const longer = `${open} ${piece}`
    if (budget.countTokens(longer) <= budget.maxTokens) open = longer
    else {
      windows.push(open)
      open = budget.countTokens(`${title}. ${piece}`) <= budget.maxTokens ? `${title}. ${piece}` : piece
    }
  }
  return [...windows, open]
}

/** The text whole where it fits, else in pieces at word borders. */
function splitToFit(text: string, budget: TokenBudget): string[] {
  if (budget.countTokens(text) <= budget.maxTokens) return [text]
  const words = text.split(' ')
  if (words.length === 1) {
    const middle = Math.floor(text.length / 2)
    return [...splitToFit(text.slice(0, middle), budget), ...splitToFit(text.slice(middle), budget)]
  }
  const middle = Math.floor(words.length / 2)
  return [
    ...splitToFit(words.slice(0, middle).join(' '), budget),
    ...splitToFit(words.slice(middle).join(' '), budget),
  ]
}
