/** Lists the sources of an answer: the cited documents in the order of citation, then the nearest others. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { answersOutright, type QuotedGroup } from '../answer/reading/group-quotes.ts'
import type { FoundDocument } from '../answer/reading/read-sentences.ts'
import { quotedDocumentIds } from '../answer/select-quotes.ts'
import type { Archive } from '../archive/archive.ts'
import type { SourceRelevance } from '../contract/chat-enums.ts'
import type { Source } from '../contract/chat-message.ts'
import { resultReason } from '../retrieval/result-reason.ts'
import type { Retrieval } from '../retrieval/retrieve.ts'
import { type ScoredSentence, shownPassages } from '../retrieval/scored-sentences.ts'

const MAX_UNQUOTED_SOURCES = 5

interface SourcesOptions {
  documents: readonly FoundDocument[]
  about: { document: ArchiveDocument; sentences: readonly ScoredSentence[] } | undefined
  groups: readonly QuotedGroup[]
  /** Whether the question is answered; otherwise the quoted documents only touch on it. */
  answered: boolean
  /** Ids of documents that are always shown. */
  requiredIds: readonly string[]
  retrieval: Retrieval
}

/** The document asked about, then the quoted documents in the order of the answer, then the nearest others. */
export function answerSources(
  { documents, about, groups, answered, requiredIds, retrieval }: SourcesOptions,
  archive: Archive,
): Source[] {
  const cited = quotedDocumentIds(groups)
  const isCited = ({ document }: Pick<FoundDocument, 'document'>) => cited.includes(document.id)
  const shown = [
    ...documents.filter(isCited).sort((a, b) => cited.indexOf(a.document.id) - cited.indexOf(b.document.id)),
    ...documents
      .filter((each) => !isCited(each))
      .sort((a, b) => b.share - a.share)
      .filter(({ document }, rank) => rank < MAX_UNQUOTED_SOURCES || requiredIds.includes(document.id)),
  ]
  return [
    ...(about
      ? [{ ...about, sentences: isCited(about) ? about.sentences : [], why: 'the document asked about' }]
      : []),
    ...shown.map((each) => ({ ...each, why: resultReason(each, retrieval, archive) })),
  ].map(({ document, sentences, why }, index) => ({
    n: index + 1,
    document,
    passages: shownPassages(document, sentences, archive),
    why,
    reading: sourceRelevance(document.id, groups, answered),
  }))
}

function sourceRelevance(id: string, groups: readonly QuotedGroup[], answered: boolean): SourceRelevance {
  const quoted = groups.flatMap(({ documents }) => documents).find(({ document }) => document.id === id)
  if (!quoted) return 'near'
  return answered && answersOutright(quoted) ? 'answers' : 'touches'
}
