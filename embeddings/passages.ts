/**
 * Passages: the texts of a document that are embedded. These are the record (title and summary), the expansion queries that
 * it answers, and its single sentences, which an answer can cite. A text longer than the model's window is split.
 */
import type { ArchiveDocument } from '../corpus/document.ts'
import type { Expansion } from '../corpus/expansion.ts'
import { formatDate } from '../corpus/reduced-date.ts'
import type { EmbeddingModel, TextRole } from './embedding-model.ts'
import { splitSentences } from './split-sentences.ts'

/**
 * `record`: a window over title and summary. `sentence`: a sentence of the summary, verbatim. `query`: a query that the
 * document answers (document expansion: Nogueira et al. 2019), never shown as text of the document.
 */
export const passageKinds = ['record', 'sentence', 'query'] as const
export type PassageKind = (typeof passageKinds)[number]

export interface Passage {
  kind: PassageKind
  /** Position among the document's passages of its kind, from 0. */
  ordinal: number
  text: string
}

/** Expansion queries are embedded like a user's question, all other passages as text of a document. */
export function textRoleOf(kind: PassageKind): TextRole {
  return kind === 'query' ? 'query' : 'passage'
}

export type TokenBudget = Pick<EmbeddingModel, 'maxTokens' | 'countTokens'>

/** All passages of a document, each within the model's window. */
export function splitIntoPassages(
  document: ArchiveDocument,
  expansion: Expansion | undefined,
  budget: TokenBudget,
): Passage[] {
  const sentences = summarySentences(document, budget)
  const queries = Object.values(expansion?.questions ?? {}).flatMap((query) =>
    splitToFit(query, budget, textRoleOf('query')),
  )
  const texts = { record: recordWindows(document, sentences, budget), sentence: sentences, query: queries }
  return passageKinds.flatMap((kind) =>
    texts[kind].map((text, ordinal): Passage => ({ kind, ordinal, text })),
  )
}

function summarySentences(document: ArchiveDocument, budget: TokenBudget): string[] {
  return splitSentences(document.summary ?? '').flatMap((sentence) => splitToFit(sentence, budget))
}

/** All text of a record in one field, for BM25. */
export function recordText(document: ArchiveDocument): string {
  const { title, date, type, summary, people, countries, subjects, events, archive, publisher } = document
  return [
    title,
    date,
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

/**
 * Windows of whole sentences, each starting with the title. Date and names are not embedded: alone they would improve the
 * vectors (nDCG@10 on dev-a and -b 0.64 against 0.58), but together with BM25 and linked names they cost 0.01.
 */
function recordWindows(document: ArchiveDocument, sentences: string[], budget: TokenBudget): string[] {
  const [title = '', ...restOfTitle] = splitToFit(document.title, {
    ...budget,
    maxTokens: Math.floor(budget.maxTokens / 2),
  })
  const windows: string[] = []
  let window = `${title}.`
  for (const piece of [...restOfTitle, ...sentences]) {
    const longer = `${window} ${piece}`
    if (budget.countTokens(longer, 'passage') <= budget.maxTokens) window = longer
    else {
      windows.push(window)
      window =
        budget.countTokens(`${title}. ${piece}`, 'passage') <= budget.maxTokens ? `${title}. ${piece}` : piece
    }
  }
  return [...windows, window]
}

/** The text if it fits, else verbatim pieces, split at the white space nearest the middle or, without any, within the word. */
function splitToFit(text: string, budget: TokenBudget, role: TextRole = 'passage'): string[] {
  if (budget.countTokens(text, role) <= budget.maxTokens) return [text]
  const middle = Math.floor(text.length / 2)
  const before = text.slice(0, middle).search(/\s\S*$/)
  const after = text.slice(middle).search(/\s/)
  const borders = [before, after < 0 ? after : middle + after].filter((border) => border > 0)
  const [border] = borders.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  const halves =
    border === undefined
      ? halveWord([...text])
      : [text.slice(0, border).trimEnd(), text.slice(border).trimStart()]
  return halves.flatMap((half) => splitToFit(half, budget, role))
}

/** Splits a word's code points in half. */
function halveWord(characters: string[]): string[] {
  const middle = Math.ceil(characters.length / 2)
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
}
