/** What kind of document a question asks for, who made it and who published it: "Hungarian embassy reports", "FRUS". */
import type { DocumentType } from '../../corpus/document.ts'
import { type EntityKey, entityKey } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Publishers } from '../../corpus/publishers.ts'

export interface Asked<Value> {
  value: Value
  text: string
  start: number
  end: number
}

/** Nouns that name a kind; verbs ("did embassies report home?") and figures of speech do not match. */
const KINDS: readonly { pattern: RegExp; type: DocumentType }[] = [
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

export function findKinds(question: string): Asked<DocumentType>[] {
  return KINDS.flatMap(({ pattern, type }) =>
    [...question.matchAll(pattern)].map((match) => asked(match, type)),
  )
}

/** Publishers whose documents are asked for, by their names as records have them. */
export function findPublishers(question: string, publishers: Publishers): Asked<string>[] {
  return publishers.mentionedIn(question).map(({ publisher, ...place }) => ({ value: publisher, ...place }))
}

/** What follows a country's name where its papers or its diplomats' words are asked for. */
const MADE =
  /^ (?:foreign ministry |foreign |diplomatic |embassy |government )?(?:reports?|papers|documents?|telegrams?|cables|records|archives?|embass(?:y|ies)|diplomats?|ambassadors?|envoys?|sources|files|letters|memoranda|chargé)\b/i
/** What stands before one whose word is asked for. */
const SAID = /\bwhat (?:did|do) (?:the )?$/i
const SAYING =
  /^ (?:diplomats? |embass(?:y|ies) |envoys? )?(?:say|write|report|tell|think|make of|note|observe)\b/i

/** Countries whose documents are asked for. */
export function findMakers(question: string, names: readonly LinkedName[]): Asked<EntityKey>[] {
  return names.flatMap(({ entities, text, start, end }) => {
    const place = entities.find(({ kind }) => kind === 'place')
    const [before, after] = [question.slice(0, start), question.slice(end)]
    const made = MADE.test(after) || (SAID.test(before) && SAYING.test(after))
    return place && made ? [{ value: entityKey(place), text, start, end }] : []
  })
}

function asked<Value>(match: RegExpMatchArray, value: Value): Asked<Value> {
  const start = match.index ?? 0
  return { value, text: match[0], start, end: start + match[0].length }
}
