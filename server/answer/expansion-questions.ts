/**
 * Turns queries of the document expansions into questions that can be offered to the user. The queries were written to find
 * a document by words that it does not contain.
 */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Expansion } from '../../corpus/expansion.ts'
import type { Archive } from '../archive/archive.ts'
import { retrieve } from '../retrieval/retrieve.ts'
import { refersBack } from '../understanding/refers-back.ts'
import { understandAlone } from '../understanding/understand.ts'

/** Matches a complete question; "how the embassy saw it" is only a topic. */
const INTERROGATIVE =
  /^(?:(?:how|why|when|where)(?: (?:many|much|long|far|often|close|soon|frank|well|badly))? (?:did|do|does|was|were|is|are|had|has|have|would|could|should|might|can)\b|(?:what|who|whom|whose|which|did|does|do|was|were|has|had|could|would|should)\b)/i

/**
 * The expansion query of the document as a question; undefined where it is not one.
 * @example 'why did the embassy object' → 'Why did the embassy object?'; 'how the embassy saw it' → undefined
 */
export function questionFromExpansion(
  document: ArchiveDocument,
  kind: keyof Expansion['questions'],
  { catalog }: Pick<Archive, 'catalog'>,
): string | undefined {
  const question = catalog.expansions.get(document.id)?.questions[kind]
  if (!question || !INTERROGATIVE.test(question)) return undefined
  return question[0]?.toUpperCase() + question.slice(1).replace(/[?.\s]*$/, '?')
}

/**
 * Whether a question can be understood by itself: it names something other than the subject of the whole archive, uses no
 * metonym ("the Great Leader"), and does not refer back.
 */
export function isSelfContained(question: string, archive: Archive): boolean {
  const understood = understandAlone(question, archive)
  const { names } = understood
  return (
    names.some(({ entities }) => entities.every(({ subject }) => !subject)) &&
    names.every(({ metonym }) => !metonym) &&
    !refersBack({ ...understood, text: question })
  )
}

/** A question must find its own document among this many top results to be offered. */
const MAX_OWN_DOCUMENT_RANK = 3

export async function findsOwnDocument(
  question: string,
  document: ArchiveDocument,
  archive: Archive,
  signal?: AbortSignal,
): Promise<boolean> {
  const { answerability, ranked } = await retrieve(question, archive, { signal })
  return (
    answerability.answerable &&
    ranked.slice(0, MAX_OWN_DOCUMENT_RANK).some((result) => result.document.id === document.id)
  )
}
