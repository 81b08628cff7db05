/**
 * Passages: what of a document is embedded. The record (title and summary) and the queries that it is known to answer,
 * which lead to it, and its sentences one by one, which an answer can cite. What exceeds the model's window is split.
 */
import type { ArchiveDocument } from '../corpus/document.ts'
import type { Expansion } from '../corpus/expansion.ts'
import { formatDate } from '../corpus/reduced-date.ts'
import type { EmbeddingModel, TextRole } from './embedding-model.ts'
import { splitSentences } from './sentences.ts'

/**
 * `record`: a window over title and summary. `sentence`: a sentence of the summary, verbatim. `query`: a query that the
 * document answers (document expansion: Nogueira et al. 2019), which is never shown as its text.
 */
export const passageKinds = ['record', 'sentence', 'query'] as const
export type PassageKind = (typeof passageKinds)[number]

export interface Passage {
  kind: PassageKind
  /** Position among the document's passages of its kind, from 0. */
  ordinal: number
  text: string
}

/** As what a passage is embedded: the queries that lead to a document as a reader's question is. */
export function roleOf(kind: PassageKind): TextRole {
  return kind === 'query' ? 'query' : 'passage'
}

export type TokenBudget = Pick<EmbeddingModel, 'maxTokens' | 'countTokens'>

/** The passages of a document, each within the model's window. */
export function passagesOf(
  document: ArchiveDocument,
  expansion: Expansion | undefined,
  budget: TokenBudget,
): Passage[] {
  const sentences = sentencesOf(document, budget)
  const queries = Object.values(expansion?.questions ?? {}).flatMap((query) =>
    splitToFit(query, budget, roleOf('query')),
  )
  const texts = { record: recordWindows(document, sentences, budget), sentence: sentences, query: queries }
  return passageKinds.flatMap((kind) =>
    texts[kind].map((text, ordinal): Passage => ({ kind, ordinal, text })),
  )
}

function sentencesOf(document: ArchiveDocument, budget: TokenBudget): string[] {
  return splitSentences(document.summary ?? '').flatMap((sentence) => splitToFit(sentence, budget))
}

/** The text by which BM25 finds a record: all that it says, in one field. */
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
 * Windows of whole sentences, each opened by the title. Date and names are left to BM25 and to the linked names: in the
 * vectors they help alone (nDCG@10 on dev-a and -b 0.64 against 0.58), but cost a point once those signals are there.
 */
function recordWindows(document: ArchiveDocument, sentences: string[], budget: TokenBudget): string[] {
  const [title = '', ...restOfTitle] = splitToFit(document.title, {
    ...budget,
    maxTokens: Math.floor(budget.maxTokens / 2),
  })
  const windows: string[] = []
  let open = `${title}.`
  for (const piece of [...restOfTitle, ...sentences]) {
    const longer = `${open} ${piece}`
    if (budget.countTokens(longer, 'passage') <= budget.maxTokens) open = longer
    else {
      windows.push(open)
      open =
        budget.countTokens(`${title}. ${piece}`, 'passage') <= budget.maxTokens ? `${title}. ${piece}` : piece
    }
  }
  return [...windows, open]
}

/** The text whole where it fits, else in verbatim pieces: at the white space nearest its middle, or within a word. */
function splitToFit(text: string, budget: TokenBudget, role: TextRole = 'passage'): string[] {
  if (budget.countTokens(text, role) <= budget.maxTokens) return [text]
  const middle = Math.floor(text.length / 2)
  const before = text.slice(0, middle).search(/\s\S*$/)
  const after = text.slice(middle).search(/\s/)
  const borders = [before, after < 0 ? after : middle + after].filter((border) => border > 0)
  const [border] = borders.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  const halves =
    border === undefined
      ? halvesOf([...text])
      : [text.slice(0, border).trimEnd(), text.slice(border).trimStart()]
  return halves.flatMap((half) => splitToFit(half, budget, role))
}

/** A word's code points in two halves, so that no character is torn. */
function halvesOf(characters: string[]): string[] {
  const middle = Math.ceil(characters.length / 2)
  return [characters.slice(0, middle).join(''), characters.slice(middle).join('')]
}
