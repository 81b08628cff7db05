/** Finds documents for a question: understands it, gathers the evidence, ranks, and judges whether there is an answer. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import type { DocumentNumber } from '../../embeddings/index/document-number.ts'
import type { Archive } from '../archive/archive.ts'
import type { Called } from '../archive/call-numbers.ts'
import { entityFacets } from '../archive/facets.ts'
import { type Filter, numbersWithin } from '../archive/filter.ts'
import type { FacetName } from '../contract/facet-names.ts'
import { withoutItems } from '../understanding/describe.ts'
import { notUnderstood, understand } from '../understanding/understand.ts'
import type { Understanding } from '../understanding/understanding.ts'
import { type Answerability, judgeAnswerable } from './answerable.ts'
import { longBeforeEvents } from './before-events.ts'
import { type Evidence, gatherEvidence } from './evidence.ts'
import {
  boundsOf,
  describeUnmet,
  isBounded,
  NO_BOUNDS,
  namesTheMatter,
  numbersOf,
  withoutKinds,
  withoutMakers,
} from './provenance.ts'
import { rank } from './rank.ts'
import { sideBySide } from './twins.ts'

export interface RankedDocument {
  document: ArchiveDocument
  number: DocumentNumber
  /** 0..1, falling with rank. */
  score: number
}

export interface Retrieval {
  understanding: Understanding
  evidence: Evidence
  /** Every document that a search proposed, best first. */
  ranked: RankedDocument[]
  /** Whether the period that the question bounds itself to had nothing, so that the search looked beyond it. */
  widened: boolean
  /**
   * That no document that speaks to the question is of the maker, the publisher or the kind that it asks for, so that the
   * search looked beyond; in a sentence.
   */
  unmet?: string
  answerability: Answerability
}

export interface RetrieveOptions {
  /** Questions asked before in this conversation, oldest first. */
  before?: readonly string[]
  /** What is understood of the question, where that is known already; `before` counts for nothing then. */
  understood?: Understanding
  /** Overrides what the question says of the same. */
  filter?: Filter
  /** Keys of understood items (`person:kim-il-sung`, `period:1984`) that the reader took back. */
  without?: readonly string[]
  /** The request sets a period of its own; those in the question count for nothing. */
  ignorePeriods?: boolean
  /** Whether names, periods, kinds and subjects in the question are understood. */
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
      ? notUnderstood(question)
      : (options.understood ?? understand(question, before, archive))
  const called =
    options.understanding === false
      ? []
      : archive.facts.callNumbers.findIn(question, [...understood.periods, ...understood.names])
  const standing = overridden(withoutItems(outside(called, understood), without), filter)
  const understanding = options.ignorePeriods ? { ...standing, periods: [] } : standing
  const among = amongCalled(called, numbersWithin(filter, archive.facts))
  return withinBounds(understanding, archive, {
    called: called.length > 0,
    calledInVain:
      called.length === 0 &&
      options.understanding !== false &&
      archive.facts.callNumbers.isOne(question, understood.periods, understood.types),
    among,
    linkSubjects: options.understanding !== false,
    signal,
  })
}

interface Within {
  /** Whether the question asks for a call number. */
  called: boolean
  /** Whether it is nothing but a call number that no document bears. */
  calledInVain: boolean
  /** The documents that may be found; undefined for all. */
  among: readonly DocumentNumber[] | undefined
  /** Whether words of the question are linked to subjects. */
  linkSubjects: boolean
  signal: AbortSignal | undefined
}

/**
 * The documents of the makers, publishers and kinds that the question bounds itself to. Where none of them speaks to it, those
 * beyond that do. A call number says which documents are meant; it is not bounded further.
 */
async function withinBounds(
  understanding: Understanding,
  archive: Archive,
  within: Within,
): Promise<Retrieval> {
  const bounds = boundsOf(understanding)
  if (within.called || !isBounded(bounds)) return retrieveAmong(understanding, archive, within)
  const found = async (numbers: readonly DocumentNumber[]) =>
    numbers.length > 0 ? retrieveAmong(understanding, archive, { ...within, among: numbers }) : undefined
  const speaks = ({ answerability, ranked }: Retrieval) =>
    answerability.answerable && namesTheMatter(understanding, ranked, archive.index)
  const common = (numbers: DocumentNumber[]) => {
    const { among } = within
    if (!among) return numbers
    const allowed = new Set(among)
    return numbers.filter((number) => allowed.has(number))
  }
  const first = await found(common(numbersOf(bounds, archive.facts)))
  if (first && speaks(first)) return first
  const left = withoutKinds(bounds)
  const wider = left && (await found(common(numbersOf(left, archive.facts))))
  if (left && wider && speaks(wider)) return { ...wider, unmet: describeUnmet(bounds, left) }
  const beyond = await retrieveAmong(withoutMakers(understanding), archive, within)
  if (beyond.answerability.answerable || !first)
    return { ...beyond, understanding, unmet: describeUnmet(bounds, NO_BOUNDS) }
  return first
}

async function retrieveAmong(
  understanding: Understanding,
  archive: Archive,
  { called, calledInVain, among, linkSubjects, signal }: Within,
): Promise<Retrieval> {
  const evidence = await gatherEvidence(understanding, archive, { among, linkSubjects, signal })
  const { documents } = archive.facts
  const { ranked, widened } = rank({
    signals: evidence.signals,
    index: archive.index,
    documents,
    periods: understanding.periods,
    weights: archive.calibration.ranking,
    unlikely: longBeforeEvents(understanding, archive),
  })
  return {
    understanding,
    evidence,
    widened,
    ranked: sideBySide(
      ranked.flatMap(({ number, score }) => {
        const document = documents[number]
        return document ? [{ document, number, score }] : []
      }),
    ),
    answerability: judgeAnswerable(
      {
        understanding,
        evidence,
        first: ranked.map(({ number }) => number),
        widened,
        called,
        calledInVain,
      },
      archive,
    ),
  }
}

/** The records that bear a call number asked for, within what the request bounds itself to. */
function amongCalled(called: readonly Called[], within: DocumentNumber[] | undefined) {
  if (called.length === 0) return within
  const numbers = [...new Set(called.flatMap((each) => each.numbers))]
  return within ? numbers.filter((number) => within.includes(number)) : numbers
}

/** What is understood outside of call numbers: "SEOUL 06928" speaks of no city, "Central Files 1967–69" of no years. */
function outside(called: readonly Called[], understanding: Understanding): Understanding {
  const isOutside = ({ start, end }: { start: number; end: number }) =>
    !called.some((each) => start < each.end && each.start < end)
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

/** What a request sets outright takes the place of what the question says of the same. */
function overridden(understanding: Understanding, filter: Filter): Understanding {
  const { names, periods, types, makers, publishers } = understanding
  const isBound = (name: FacetName) => (filter[name] ?? []).length > 0
  const replaced = Object.entries(entityFacets).flatMap(([name, kind]) =>
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
