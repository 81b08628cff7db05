/** Finds the document types ("telegrams") and publishers ("FRUS") that a question asks for. */
import type { DocumentType } from '../../corpus/document.ts'
import type { Publishers } from '../../corpus/publishers.ts'

/** A value that the question mentions, with its span. */
export interface Mention<Value> {
  value: Value
  text: string
  start: number
  end: number
}

/** Nouns for document types; verbs ("did embassies report home?") and figures of speech do not match. */
const TYPE_PATTERNS: readonly { pattern: RegExp; type: DocumentType }[] = [
  { pattern: /\b(?:telegrams?|cables|cablegrams?|ciphered telegrams?)\b/gi, type: 'telegram' },
  {
    pattern:
      /\b(?:records? of (?:a )?conversations?|memcons?|memorand(?:um|a) of conversations?|transcripts?)\b/gi,
    type: 'record of conversation',
  },
  { pattern: /\b(?:memorand(?:a|ums?)|memos?)\b(?! of conversation)/gi, type: 'memorandum' },
  { pattern: /\b(?:letters|letter (?:from|to))\b/gi, type: 'letter' },
  { pattern: /\b(?:journals?|diar(?:y|ies))\b/gi, type: 'journal' },
  { pattern: /\bminutes of\b|\b(?:meeting|the) minutes\b/gi, type: 'minutes' },
  {
    pattern:
      /\b(?:embassy|diplomatic|ambassadors?['’]?|official|all|any|which|the|\p{Lu}\p{L}+(?:ese|ian|ish|ch|an)) reports\b|^reports\b/giu,
    type: 'report',
  },
  {
    pattern:
      /\b(?:intelligence (?:assessments?|estimates?|reports?|briefs?)|national intelligence|NIEs?|SNIEs?)\b/gi,
    type: 'intelligence assessment',
  },
  { pattern: /\bspeech(?:es)? (?:by|of|from)\b/gi, type: 'speech' },
]

/** A document type or a publisher that a question asks for. */
export interface RequestedValue<Value> extends Mention<Value> {
  /** True: only such documents are found. False: they are preferred. */
  hard: boolean
}

export function findRequestedTypes(question: string): RequestedValue<DocumentType>[] {
  return TYPE_PATTERNS.flatMap(({ pattern, type }) =>
    [...question.matchAll(pattern)].map((match) => {
      const found = mentionOf(match, type)
      const hard = isPlural(found.text) && !isInEnumeration(found, question)
      return { ...found, hard: hard && !TYPES_OFTEN_ASKED_ABOUT.has(type) }
    }),
  )
}

/**
 * Types that are as often the subject of a question: "What came of the letters to Congress?" They are a hard constraint
 * only with their maker ("Stalin's letters"), see `hardenTypesOfMakers`.
 */
const TYPES_OFTEN_ASKED_ABOUT: ReadonlySet<DocumentType> = new Set(['letter', 'speech'])

/** Makes a type a hard constraint where it stands within a hard request for a maker's documents ("Stalin's letters"). */
export function hardenTypesOfMakers(
  types: readonly RequestedValue<DocumentType>[],
  makers: readonly { start: number; end: number; hard: boolean }[],
  question: string,
): RequestedValue<DocumentType>[] {
  return types.map((type) => {
    const isInMakerPhrase = makers.some(
      ({ start, end, hard }) => hard && start <= type.start && type.start < end,
    )
    return {
      ...type,
      hard: type.hard || (isInMakerPhrase && isPlural(type.text) && !isInEnumeration(type, question)),
    }
  })
}

/** A singular is as often the subject of the question; "reports" and "minutes" are used for any document of an embassy. */
function isPlural(words: string): boolean {
  return /(?:s\b|memoranda)/i.test(words) && !/\b(?:reports?|minutes)\b/i.test(words)
}

/** "Letters and messages" does not ask for letters only. */
function isInEnumeration({ start, end }: Mention<DocumentType>, question: string): boolean {
  return /\b(?:and|or) $/i.test(question.slice(0, start)) || /^,? (?:and|or)\b/i.test(question.slice(end))
}

/** Whether a record is of a type, by its type field or its title ("Telegram …, transmitting letter from Kim Il Sung"). */
export function isOfDocumentType(
  requestedType: DocumentType,
  { type, title }: { type: DocumentType; title: string },
): boolean {
  return (
    type === requestedType ||
    TYPE_PATTERNS.some((each) => each.type === requestedType && title.search(each.pattern) >= 0)
  )
}

/** Publishers whose documents are asked for, under their names in the records. */
export function findRequestedPublishers(question: string, publishers: Publishers): RequestedValue<string>[] {
  return publishers
    .mentionedIn(question)
    .map(({ publisher, ...span }) => ({ value: publisher, ...span, hard: isProperName(span.text) }))
}

/** Several words in lower case may be no publisher's name: "the foreign relations of the united states". */
function isProperName(words: string): boolean {
  return !words.includes(' ') || words !== words.toLowerCase()
}

function mentionOf<Value>(match: RegExpMatchArray, value: Value): Mention<Value> {
  const start = match.index ?? 0
  return { value, text: match[0], start, end: start + match[0].length }
}
