/** What all tools share: their context for one answer, and how they provide documents to the model. */
import type { Archive } from '../../archive/archive.ts'
import type { Source } from '../../contract/chat-message.ts'
import { formatSources, type NumberedDocument } from '../writer/format-sources.ts'
import type { ProvidedSources } from '../writer/provided-sources.ts'
import type { ToolBudget } from './tool-budget.ts'

export interface ResearchContext {
  archive: Archive
  providedSources: ProvidedSources
  toolBudget: ToolBudget
  signal: AbortSignal
  /** Shows the user, in a few words, what a step did. */
  reportStep: (step: { tool: string; summary: string }) => void
}

/** More documents from one call would push the question out of a small model's context window. */
export const MAX_DOCUMENTS_PER_CALL = 6

export interface ProvidedDocuments {
  /** For the model. */
  text: string
  /** For the user: says that not all documents fit the model's budget; otherwise empty. */
  note: string
}

/** Numbers the documents and provides those that fit the token budget. The text is a sentence if there are none. */
export function provideDocuments(
  found: readonly Omit<Source, 'n'>[],
  { providedSources, toolBudget }: Pick<ResearchContext, 'providedSources' | 'toolBudget'>,
): ProvidedDocuments {
  const shown = found.slice(0, MAX_DOCUMENTS_PER_CALL)
  const fitting = shown.filter(({ document }) =>
    toolBudget.trySpend(formatSource({ n: providedSources.all.length, document })),
  )
  const numbered = providedSources.provide(fitting)
  const text = numbered.length === 0 ? '' : formatSources(numbered)
  if (fitting.length === shown.length) return { text: text || 'No documents.', note: '' }
  return { text: `${text}\n${BUDGET_SPENT_MESSAGE}`.trim(), note: budgetNote(fitting.length) }
}

/** For the model, when its token budget is spent. */
export const BUDGET_SPENT_MESSAGE = 'No more fits. Answer from what you have.'

/** For the user; follows the number of documents. */
function budgetNote(fitting: number): string {
  return `, of which ${fitting === 0 ? 'none fits' : fitting === 1 ? 'one fits' : `${fitting} fit`} what the model can read at once`
}

/** One source, as it appears in the messages to the model. */
export function formatSource(source: NumberedDocument): string {
  return formatSources([source])
}

export function formatDocumentCount(documents: number): string {
  return `${documents} ${documents === 1 ? 'document' : 'documents'}`
}
