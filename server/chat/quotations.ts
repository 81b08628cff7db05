/** What is found for a question and what of it can be quoted: the whole answer where no language model writes. */
import type { ArchiveDocument } from '../../corpus/document.ts'
import { composeAnswer, type ExtractiveAnswer } from '../answer/compose.ts'
import { type Overruled, type Quoted, quotedIds, quoteFrom } from '../answer/quote-from.ts'
import { answers, type QuotedGroup } from '../answer/reading/group.ts'
import { inTurn, type Part, partsOfSides, stretchesOf } from '../answer/reading/parts.ts'
import type { FoundDocument } from '../answer/reading/read-sentences.ts'
import type { Archive } from '../archive/archive.ts'
import type { SourceReading } from '../contract/chat-enums.ts'
import type { ChatDataParts, Source } from '../contract/chat-message.ts'
import { reasonFor } from '../retrieval/reason.ts'
import { type Retrieval, retrieve } from '../retrieval/retrieve.ts'
import { passagesFrom, sentencesFor } from '../retrieval/sentences.ts'
import { askedForm } from '../understanding/asked.ts'
import { type Side, sidesOf } from '../understanding/sides.ts'
import { type About, lookInto, sharesWords } from './about.ts'

/** Documents from which an answer may be read, and those shown beside the ones that it quotes. */
const CONSIDERED = 20
const NEAREST = 5

/** Why there is nothing to quote, where retrieval knows no better reason. */
const NOTHING = 'No document in this archive speaks to the question closely enough to quote.'
const NO_SUMMARY = 'The archive gives no summary of this document, so nothing of it can be quoted.'

export interface Asked {
  question: string
  /** Questions asked before in this conversation. */
  before: readonly string[]
  /** Keys of understood items that the reader took back. */
  without: readonly string[]
  /** The document that the question is about. */
  about?: ArchiveDocument
  /** What the person who asks decided against the reader. */
  overruled?: Overruled
}

export interface Found {
  retrieval: Retrieval
  about: About | undefined
  /** What was read and chosen. */
  quoted: Quoted
  /** The sources of the answer in the order of its citations, then the others that are near. */
  sources: Source[]
  /** Undefined where there is nothing to quote. */
  extract: ExtractiveAnswer | undefined
  /** Why there is nothing, where there is nothing. */
  why: string
}

export async function findAndQuote(asked: Asked, archive: Archive, signal: AbortSignal): Promise<Found> {
  const about = asked.about && (await lookInto(asked.about, asked.question, archive, signal))
  const retrieval = await retrieveFor(asked, about, archive, signal)
  const { documents, parts } = await documentsFor(asked, { retrieval, about }, archive, signal)
  const { overruled } = asked
  const request = { retrieval, documents, parts, about, ...(overruled ? { overruled } : {}), signal }
  const quoted = about?.whole ? quoteWhole(about) : await quoteFrom(request, archive)
  const extract =
    quoted.outcome === 'answered' || quoted.outcome === 'near'
      ? composeAnswer(quoted.groups, { outcome: quoted.outcome, about: about?.document })
      : undefined
  const { reason = NOTHING } = retrieval.answerability
  const why = about?.whole && about.document.summary === null ? NO_SUMMARY : reason
  const sources = sourcesOf({ documents, about, quoted, retrieval }, archive)
  return { retrieval, about, quoted, sources, extract, why }
}

/** The documents to read, best first; for a comparison each side by a search of its own, for a course each stretch of years. */
async function documentsFor(
  { question, without }: Asked,
  { retrieval, about }: { retrieval: Retrieval; about: About | undefined },
  archive: Archive,
  signal: AbortSignal,
): Promise<{ documents: FoundDocument[]; parts: Part[] }> {
  const read = async (found: Retrieval, count: number): Promise<FoundDocument[]> => {
    const others = found.ranked.filter(({ document }) => document.id !== about?.document.id).slice(0, count)
    const sentences = await sentencesFor(found, others, archive)
    return others.map((each) => ({ ...each, sentences: sentences.get(each.document.id) ?? [] }))
  }
  const documents = await read(retrieval, CONSIDERED)
  const { understanding } = retrieval
  const sides = about || understanding.follows !== undefined ? [] : sidesOf(question, understanding)
  if (sides.length > 0) {
    const parts = partsOfSides(sides, archive)
    const lists: FoundDocument[][] = []
    for (const [index, side] of sides.entries()) {
      const own = await retrieve(withoutOthers(question, side, sides), archive, { without, signal })
      const found = await read(own, CONSIDERED)
      lists.push(found.filter(({ document }) => (parts[index]?.fit(document, '') ?? 0) > 0))
    }
    return { parts, documents: inTurn([...lists, documents]) }
  }
  const { course, value } = askedForm(understanding)
  const parts = course && value === undefined && !about ? stretchesOf(documents) : []
  if (parts.length === 0) return { parts, documents }
  const lists = parts.map((part) => documents.filter(({ document }) => part.fit(document, '') > 0))
  return { parts, documents: inTurn([documents, ...lists]) }
}

/** The question without the words for the other sides. */
function withoutOthers(question: string, side: Side, sides: readonly Side[]): string {
  const places = sides
    .filter((other) => other !== side)
    .map(({ name, period }) => name ?? period)
    .flatMap((words) => (words ? [words] : []))
    .sort((a, b) => b.start - a.start)
  return places.reduce((text, { start, end }) => `${text.slice(0, start)}${text.slice(end)}`, question)
}

/** All of a document that is asked about as such. */
function quoteWhole({ document, sentences }: About): Quoted {
  const whole = sentences.map(({ ordinal, text }) => ({
    document,
    ordinal,
    text,
    rank: 0,
    share: 1,
    probability: 1,
    worth: 1,
  }))
  const groups = whole.length === 0 ? [] : [{ documents: [{ document, sentences: whole }] }]
  return { outcome: whole.length === 0 ? 'nothing-found' : 'answered', groups, confidence: 1, read: whole }
}

/** The document asked about, those quoted in the order of the answer, and the nearest of the others. */
function sourcesOf(
  {
    documents,
    about,
    quoted: { groups },
    retrieval,
  }: { documents: readonly FoundDocument[]; about: About | undefined; quoted: Quoted; retrieval: Retrieval },
  archive: Archive,
): Source[] {
  const cited = quotedIds(groups)
  const isCited = ({ document }: FoundDocument) => cited.includes(document.id)
  const shown = [
    ...documents.filter(isCited).sort((a, b) => cited.indexOf(a.document.id) - cited.indexOf(b.document.id)),
    ...documents.filter((each) => !isCited(each)).slice(0, NEAREST),
  ]
  return [
    ...(about ? [{ ...about, why: 'the document asked about' }] : []),
    ...shown.map((each) => ({ ...each, why: reasonFor(each, retrieval, archive) })),
  ].map(({ document, sentences, why }, index) => ({
    n: index + 1,
    document,
    passages: passagesFrom(document, sentences, archive),
    why,
    reading: readingOf(document.id, groups),
  }))
}

function readingOf(id: string, groups: readonly QuotedGroup[]): SourceReading {
  const quoted = groups.flatMap(({ documents }) => documents).find(({ document }) => document.id === id)
  if (!quoted) return 'near'
  return answers(quoted) ? 'answers' : 'touches'
}

export function outcomeOf({ extract, why }: Found): ChatDataParts['outcome'] {
  return extract ? { outcome: extract.outcome } : { outcome: 'nothing-found', reason: why }
}

/**
 * What else speaks to it. A document that is asked about is what the conversation was about before it began; but where
 * that leads to documents with no word of the question itself, the question stands alone.
 */
async function retrieveFor(
  { question, before, without }: Asked,
  about: About | undefined,
  archive: Archive,
  signal: AbortSignal,
): Promise<Retrieval> {
  const alone = { before, without, signal }
  if (!about) return retrieve(question, archive, alone)
  const { title } = about.document
  if (about.whole) return retrieve(title, archive, { without, signal })
  const within = await retrieve(question, archive, { ...alone, before: [title, ...before] })
  const first = within.ranked.slice(0, NEAREST)
  return first.some(({ document }) => sharesWords(document, question, archive))
    ? within
    : retrieve(question, archive, alone)
}
