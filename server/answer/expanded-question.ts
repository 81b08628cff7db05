/** Questions of the expansions as readers can be offered them. They are written to find documents by other words than theirs. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { Expansion } from '../../corpus/expansion.ts'
import type { Archive } from '../archive/archive.ts'
import { retrieve } from '../retrieval/retrieve.ts'
import { refersBack } from '../understanding/refers-back.ts'
import { understandAlone } from '../understanding/understand.ts'

/** A question in form; "how the embassy saw it" and the like are topics. */
const INTERROGATIVE =
  /^(?:(?:how|why|when|where)(?: (?:many|much|long|far|often|close|soon|frank|well|badly))? (?:did|do|does|was|were|is|are|had|has|have|would|could|should|might|can)\b|(?:what|who|whom|whose|which|did|does|do|was|were|has|had|could|would|should)\b)/i

/** The document's query of a kind as a reader would type it, where it is a question. */
export function expandedQuestion(
  document: ArchiveDocument,
  kind: keyof Expansion['questions'],
  { catalog }: Pick<Archive, 'catalog'>,
): string | undefined {
  const question = catalog.expansions.get(document.id)?.questions[kind]
  if (!question || !INTERROGATIVE.test(question)) return undefined
  return question[0]?.toUpperCase() + question.slice(1).replace(/[?.\s]*$/, '?')
}

/**
 * Whether a question can be understood by itself: it names something besides what the whole archive is about, calls nothing
 * by a byname ("the Great Leader"), and stands on nothing said before.
 */
export function speaksForItself(question: string, archive: Archive): boolean {
  const understood = understandAlone(question, archive)
  const { names } = understood
  return (
    names.some(({ entities }) => entities.every(({ subject }) => !subject)) &&
    names.every(({ metonym }) => !metonym) &&
    !refersBack({ ...understood, text: question })
  )
}

/** Whether the question finds its own document among its first results. */
const WITHIN_FIRST = 3

export async function leadsBack(
  question: string,
  document: ArchiveDocument,
  archive: Archive,
  signal?: AbortSignal,
): Promise<boolean> {
  const { answerability, ranked } = await retrieve(question, archive, { signal })
  return (
    answerability.answerable &&
    ranked.slice(0, WITHIN_FIRST).some((result) => result.document.id === document.id)
  )
}
