/** A record as the checks read it: all that it names, dates and counts, and its sentences. Made once a record, then kept. */
import type { ArchiveDocument } from '../../../corpus/document.ts'
import type { Lexicon } from '../../../corpus/lexicon.ts'
import { documentEntities } from '../../../corpus/names/document-entities.ts'
import { type Entity, type EntityKey, entityKey, isFamilyNameFirst } from '../../../corpus/names/entity.ts'
import type { LinkedName, NameLinker } from '../../../corpus/names/name-linker.ts'
import { nameTokens } from '../../../corpus/names/name-tokens.ts'
import { type Day, earliestDay, latestDay, type ReducedDate } from '../../../corpus/reduced-date.ts'
import { splitSentences } from '../../../embeddings/split-sentences.ts'
import type { Calibration } from '../../archive/calibration.ts'
import { type Span, spanOf } from '../../understanding/time/span.ts'
import type { Act } from './act.ts'
import { findActs, findActsInOrder } from './acts.ts'
import { splitClauses } from './clauses.ts'
import { addDays, type DateMention, findDates, resolveNear } from './dates.ts'
import type { FamilyNames } from './mentions.ts'
import type { NumberMention } from './number-mention.ts'
import { findNumbers } from './numbers.ts'
import { type ReadWord, readText } from './read-text.ts'

/** What the checks know of the archive and of language. */
export interface Knowledge {
  linker: NameLinker
  lexicon: Lexicon
  /** Folded words that the catalog writes in lower case, so that they are no names: `vocabularyOf` titles and summaries. */
  vocabulary: ReadonlySet<string>
  /** What counts as near, with the model of `embed`. */
  calibration: Calibration['verification']
  /** One L2-normalized vector a text. */
  embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>
}

export interface ReadSentence {
  /** Verbatim. */
  text: string
  words: readonly ReadWord[]
  names: readonly LinkedName[]
  dates: readonly DateMention[]
  numbers: readonly NumberMention[]
  /** Of all its words. */
  roots: ReadonlySet<string>
  meanings: ReadonlySet<string>
}

export interface ReadRecord {
  document: ArchiveDocument
  /** All that the record names, in its lists or its text. */
  entities: ReadonlySet<EntityKey>
  /** Ids of the places that the authority file's notes on its people name: "the Japanese minister" is one of Japan's. */
  notedPlaces: ReadonlySet<string>
  /** Folded words of the title, the summary and the lists. */
  words: ReadonlySet<string>
  spans: readonly Span[]
  /** Title, summary, subjects and events, in which the numbers stand. */
  text: string
  numbers: readonly NumberMention[]
  /** The summary's sentences. */
  sentences: readonly ReadSentence[]
  title: ReadSentence
  /** Its people by their family names, folded. */
  family: FamilyNames
  /** Who does what to whom in each sentence; −1 is the title. */
  acts: ReadonlyMap<number, readonly Act[]>
  /** Words of its type and subjects. */
  listed: readonly ReadWord[]
  /** To what a sentence may be near: the vectors of the sentences, of their clauses, and of the title (−1). */
  passages: readonly { sentence: number; vector: Float32Array }[]
}

/** Events of the record lend it their dates when they took no longer than this, in days. */
const SHORT_EVENT = 62

export async function readRecord(document: ArchiveDocument, knowledge: Knowledge): Promise<ReadRecord> {
  const { linker } = knowledge
  const { title, summary, subjects, people, countries, events } = document
  const whole = [title, summary ?? '', ...subjects, ...events].join('. ')
  const dates = findDates(whole)
  const entities = new Set(documentEntities(document, linker).all)
  const sentences = splitSentences(summary ?? '').map((text) => readSentence(text, linker))
  const texts = [
    { text: title, sentence: -1 },
    ...sentences.flatMap(({ text }, sentence) => {
      const clauses = splitClauses(text)
      return [text, ...(clauses.length > 1 ? clauses : [])].map((each) => ({ text: each, sentence }))
    }),
  ]
  const heading = readSentence(title, linker)
  const family = familyNames(people, linker)
  const vectors = await knowledge.embed(texts.map(({ text }) => text))
  return {
    document,
    entities,
    notedPlaces: notedPlaces(entities, linker),
    words: new Set(
      nameTokens([whole, ...people, ...countries, document.publisher, document.type].join(' ')).map(
        ({ word }) => word,
      ),
    ),
    spans: spansOf(document, whole, dates, entities, linker),
    text: whole,
    numbers: findNumbers(whole, dates),
    sentences,
    title: heading,
    family,
    acts: new Map([...findActsInOrder(sentences, family).entries(), [-1, findActs(heading, family)]]),
    listed: readText([document.type, ...subjects].join('; ')),
    passages: texts.map(({ sentence }, index) => ({
      sentence,
      vector: vectors[index] ?? new Float32Array(),
    })),
  }
}

function readSentence(text: string, linker: NameLinker): ReadSentence {
  const words = readText(text)
  const dates = findDates(text)
  return {
    text,
    words,
    names: linker.link(text, { exact: true }),
    dates,
    numbers: findNumbers(text, dates),
    roots: new Set(words.map(({ root }) => root)),
    meanings: new Set(words.flatMap((word) => word.meanings.map(({ meaning }) => meaning))),
  }
}

function notedPlaces(entities: ReadonlySet<EntityKey>, linker: NameLinker): Set<string> {
  const notes = [...entities].flatMap((key) => {
    const entity = linker.entity(key)
    return entity?.kind === 'person' ? (entity.note ?? []) : []
  })
  const linked = notes.flatMap((note) =>
    linker.link(note, { exact: true }).flatMap(({ entities }) => entities),
  )
  return new Set(linked.filter(({ kind }) => kind === 'place').map(({ id }) => id))
}

function familyNames(people: readonly string[], linker: NameLinker): FamilyNames {
  const names = new Map<string, EntityKey[]>()
  for (const person of people) {
    const keys = linker.link(person, { exact: true }).flatMap(({ entities }) => entities.map(entityKey))
    const tokens = nameTokens(person)
    const word = (isFamilyNameFirst(person) ? tokens[0] : tokens.at(-1))?.word
    if (word) names.set(word, [...(names.get(word) ?? []), ...keys])
  }
  return names
}

function spansOf(
  document: ArchiveDocument,
  text: string,
  dates: readonly DateMention[],
  entities: ReadonlySet<EntityKey>,
  linker: NameLinker,
): Span[] {
  const own = earliestDay(document.date)
  const named = dates.map((date) => ({
    ...date,
    span: date.span ?? resolveNear(date, own, sideOf(text.slice(0, date.start))),
  }))
  const stretches = named.flatMap(({ span, end }, index) => {
    const next = named[index + 1]
    const joined = next && /^\s*(?:to|until|till|through|-|–|—)\s*$/.test(text.slice(end, next.start))
    return joined && span && next.span && span.from <= next.span.to
      ? [{ from: span.from, to: next.span.to }]
      : []
  })
  return [
    { from: own, to: latestDay(document.date) },
    ...named.flatMap(({ span }) => span ?? []),
    ...timesBeside(text, document.date),
    ...stretches,
    ...[...entities].flatMap((key) => shortEvent(linker.entity(key)) ?? []),
  ]
}

/** "The previous August", "next May". */
function sideOf(before: string): 'before' | 'after' | undefined {
  if (/\b(?:previous|last|preceding|past) $/i.test(before)) return 'before'
  return /\b(?:next|coming|following) $/i.test(before) ? 'after' : undefined
}

/** What a record counts from its own date, each with how far it lies: "the day before", "next year". */
const BESIDE: readonly [RegExp, 'day' | 'month' | 'year', number][] = [
  [/\b(?:yesterday|(?:the|a|one) day (?:before|earlier)|the previous day)\b/i, 'day', -1],
  [/\b(?:(?:to|the )morrow|(?:the|a|one) day (?:after|later)|the (?:next|following) day)\b/i, 'day', 1],
  [/\b(?:last month|the (?:previous|preceding) month)\b/i, 'month', -1],
  [/\b(?:this|the current|the same) month\b/i, 'month', 0],
  [/\b(?:next month|the (?:next|following|coming) month)\b/i, 'month', 1],
  [/\b(?:last year|the (?:previous|preceding|past) year)\b/i, 'year', -1],
  [/\b(?:this|the current) year\b/i, 'year', 0],
  [/\b(?:next year|the (?:next|following|coming) year|this year\b[^.;]*\bthe next\b(?! \p{L}))/iu, 'year', 1],
]

function timesBeside(text: string, date: ReducedDate): Span[] {
  const [year = '', month, day] = date.split('-')
  return BESIDE.flatMap(([words, unit, distance]) => {
    if (!words.test(text)) return []
    if (unit === 'day' && !day) return []
    if (unit === 'day') return spanOf(addDays(date, distance)) ?? []
    if (unit === 'year') return spanOf(String(Number(year) + distance)) ?? []
    if (!month) return []
    const months = Number(year) * 12 + Number(month) - 1 + distance
    return spanOf(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`) ?? []
  })
}

function shortEvent(entity: Entity | undefined): Span | undefined {
  if (entity?.kind !== 'event' || !entity.period) return undefined
  const span = { from: earliestDay(entity.period.from), to: latestDay(entity.period.to) }
  return daysBetween(span.from, span.to) <= SHORT_EVENT ? span : undefined
}

export function daysBetween(from: Day, to: Day): number {
  return Math.abs(Date.parse(to) - Date.parse(from)) / 86_400_000
}
