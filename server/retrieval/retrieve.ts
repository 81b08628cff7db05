/** Finds documents for a question: understands it, searches, ranks, and judges whether the archive may hold an answer. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Archive } from '../archive/archive.ts'
import type { CallNumberMatch } from '../archive/call-numbers.ts'
import { entityKindOfFacet } from '../archive/facets.ts'
import { type DocumentFilter, documentsMatchingFilter } from '../archive/filter.ts'
import type { FacetName } from '../contract/facet-names.ts'
import { withoutItems } from '../understanding/describe-understanding.ts'
import { emptyUnderstanding, understand } from '../understanding/understand.ts'
import type { Understanding } from '../understanding/understanding.ts'
import { type Answerability, judgeAnswerability } from './answerability.ts'
import { documentsLongBeforeEvents } from './documents-long-before-events.ts'
import { type Evidence, gatherEvidence } from './evidence.ts'
import { groupNearDuplicates } from './near-duplicate-records.ts'
import {
  describeUnmetCriteria,
  documentsMatchingProvenance,
  hasCriteria,
  NO_CRITERIA,
  namesTopic,
  requiredProvenance,
  withoutDocumentTypes,
  withoutRequiredMakers,
} from './provenance.ts'
import { rank } from './rank.ts'

export interface RankedDocument {
  document: ArchiveDocument
  number: DocumentNumber
  /** 0..1, falling with rank. */
  score: number
}

export interface Retrieval {
  understanding: Understanding
  evidence: Evidence
  /** Every document found, best first. */
  ranked: RankedDocument[]
  /** Whether no document lies in the required period, so that the search ignored it. */
  widened: boolean
  /** A sentence on the maker, publisher or kind asked for that no relevant document has; absent if the search kept to them. */
  unmet?: string
  answerability: Answerability
}

export interface RetrieveOptions {
  /** Questions asked before in this conversation, oldest first. */
  before?: readonly string[]
  /** The understood question, if known already. `before` is then ignored. */
  understood?: Understanding
  /** Overrides the same criteria in the question. */
  filter?: DocumentFilter
  /** Keys of understood items (`person:kim-il-sung`, `period:1984`) that the user removed. */
  without?: readonly string[]
  /** Ignore the periods in the question, because the request sets its own. */
  ignorePeriods?: boolean
  /** Whether to look for names, periods, kinds and subjects in the question; default true. */
  understanding?: boolean
  signal?: AbortSignal | undefined
}

export async function retrieve(
  question: string,
  archive: Archive,
  options: RetrieveOptions = {},
): Promise<Retrieval> {
  const { before = [], filter = {}, without = [], signal } = options
  const understood =
    options.understanding === false
      ? emptyUnderstanding(question)
      : (options.understood ?? understand(question, before, archive))
  const callNumbers =
    options.understanding === false
      ? []
      : archive.facts.callNumbers.findIn(question, [...understood.periods, ...understood.names])
  const afterRemovals = overriddenByFilter(
    withoutItems(withoutCallNumberSpans(callNumbers, understood), without),
    filter,
  )
  const understanding = options.ignorePeriods ? { ...afterRemovals, periods: [] } : afterRemovals
  const among = restrictToCallNumbers(callNumbers, documentsMatchingFilter(filter, archive.facts))
  return retrieveWithProvenance(understanding, archive, {
    asksForCallNumber: callNumbers.length > 0,
    isUnknownCallNumber:
      callNumbers.length === 0 &&
      options.understanding !== false &&
      archive.facts.callNumbers.looksLikeCallNumber(question, understood.periods, understood.types),
    among,
    linkSubjects: options.understanding !== false,
    signal,
  })
}

interface RetrievalBounds {
  /** Whether the question asks for a call number. */
  asksForCallNumber: boolean
  /** Whether the question is only a call number, and no document has it. */
  isUnknownCallNumber: boolean
  /** Documents to search in; undefined for all. */
  among: readonly DocumentNumber[] | undefined
  linkSubjects: boolean
  signal: AbortSignal | undefined
}

/**
 * Searches the documents with the required provenance first. If none of them is relevant, drops the document types, then
 * all provenance criteria. A call number already identifies the documents, so provenance does not restrict it further.
 */
async function retrieveWithProvenance(
  understanding: Understanding,
  archive: Archive,
  within: RetrievalBounds,
): Promise<Retrieval> {
  const bounds = requiredProvenance(understanding)
  if (within.asksForCallNumber || !hasCriteria(bounds)) return retrieveAmong(understanding, archive, within)
  const found = async (numbers: readonly DocumentNumber[]) =>
    numbers.length > 0 ? retrieveAmong(understanding, archive, { ...within, among: numbers }) : undefined
  const speaks = ({ answerability, ranked }: Retrieval) =>
    answerability.answerable && namesTopic(understanding, ranked, archive.index)
  const common = (numbers: DocumentNumber[]) => {
    const { among } = within
    if (!among) return numbers
    const allowed = new Set(among)
    return numbers.filter((number) => allowed.has(number))
  }
  const first = await found(common(documentsMatchingProvenance(bounds, archive.facts)))
  if (first && speaks(first)) return first
  const left = withoutDocumentTypes(bounds)
  const wider = left && (await found(common(documentsMatchingProvenance(left, archive.facts))))
  if (left && wider && speaks(wider)) return { ...wider, unmet: describeUnmetCriteria(bounds, left) }
  const beyond = await retrieveAmong(withoutRequiredMakers(understanding), archive, within)
  if (beyond.answerability.answerable || !first)
    return { ...beyond, understanding, unmet: describeUnmetCriteria(bounds, NO_CRITERIA) }
  return first
}

async function retrieveAmong(
  understanding: Understanding,
  archive: Archive,
  { asksForCallNumber, isUnknownCallNumber, among, linkSubjects, signal }: RetrievalBounds,
): Promise<Retrieval> {
  const evidence = await gatherEvidence(understanding, archive, { among, linkSubjects, signal })
  const { documents } = archive.facts
  const { ranked, widened } = rank({
    signals: evidence.signals,
    index: archive.index,
    documents,
    periods: understanding.periods,
    weights: archive.calibration.ranking,
    unlikely: documentsLongBeforeEvents(understanding, archive),
  })
  return {
    understanding,
    evidence,
    widened,
    ranked: groupNearDuplicates(
      ranked.flatMap(({ number, score }) => {
        const document = documents[number]
        return document ? [{ document, number, score }] : []
      }),
    ),
    answerability: judgeAnswerability(
      {
        understanding,
        evidence,
        rankedNumbers: ranked.map(({ number }) => number),
        widened,
        matchesCallNumber: asksForCallNumber,
        isUnknownCallNumber,
      },
      archive,
    ),
  }
}

/** The records with a call number asked for, among those that the filter allows. */
function restrictToCallNumbers(
  callNumbers: readonly CallNumberMatch[],
  within: DocumentNumber[] | undefined,
) {
  if (callNumbers.length === 0) return within
  const numbers = [...new Set(callNumbers.flatMap((each) => each.numbers))]
  return within ? numbers.filter((number) => within.includes(number)) : numbers
}

/** Drops what was understood inside call numbers: "SEOUL 06928" names no city, "Central Files 1967–69" no period. */
function withoutCallNumberSpans(
  callNumbers: readonly CallNumberMatch[],
  understanding: Understanding,
): Understanding {
  const isOutside = ({ start, end }: { start: number; end: number }) =>
    !callNumbers.some((each) => start < each.end && each.start < end)
  const { names, periods, types, makers, publishers } = understanding
  return {
    ...understanding,
    names: names.filter(isOutside),
    periods: periods.filter(isOutside),
    types: types.filter(isOutside),
    makers: makers.filter(isOutside),
    publishers: publishers.filter(isOutside),
  }
}

/** Drops the criteria of the question that the request's filter also sets. */
function overriddenByFilter(understanding: Understanding, filter: DocumentFilter): Understanding {
  const { names, periods, types, makers, publishers } = understanding
  const isBound = (name: FacetName) => (filter[name] ?? []).length > 0
  const replaced = Object.entries(entityKindOfFacet).flatMap(([name, kind]) =>
    isBound(name as FacetName) ? [kind] : [],
  )
  return {
    ...understanding,
    names: names.filter(({ entities }) => !entities.some(({ kind }) => replaced.includes(kind))),
    periods: filter.from || filter.to || isBound('decade') ? [] : periods,
    types: isBound('type') ? [] : types,
    makers: isBound('maker') ? [] : makers,
    publishers: isBound('publisher') ? [] : publishers,
  }
}
