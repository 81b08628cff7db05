/**
 * Detects unresolved references to the conversation: an anaphor ("he", "the meeting", "later") without an antecedent in
 * the question itself, or a verb without its object.
 */
import type { EntityKind } from '../../corpus/names/entity.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Understanding } from './understanding.ts'

/** The understanding of a question without its conversation; spans are offsets in `text`. */
export interface UnderstoodAlone extends Pick<Understanding, 'names' | 'periods'> {
  /** The question as typed. */
  text: string
}

export function refersBack(own: UnderstoodAlone): boolean {
  return (
    hasUnresolvedPronoun(own) ||
    hasUnresolvedNoun(own) ||
    hasUnresolvedTime(own) ||
    hasUnresolvedThere(own) ||
    lacksObject(own)
  )
}

export function namesEvent({ names }: Pick<UnderstoodAlone, 'names'>): boolean {
  return names.some(({ entities }) => entities.some(({ kind }) => kind === 'event'))
}

/** Nouns that, with "the" and no complement, refer to the event of the conversation. */
const EVENT_NOUNS =
  '(?:meeting|talks?|conversation|visit|trip|summit|conference|negotiations|treaty|agreement|document|telegram|crisis|incident|affair|war|attack|raid|bombing)'
const BE_FORMS = '(?:is|are|was|were|be|been)'

const PRONOUN = new RegExp(
  `\\b(?:(?<person>he|she|him|his|hers?)|(?<group>they|them|theirs?)|(?<thing>it|its|this|these|those|that(?= (?:time|year|${EVENT_NOUNS})\\b)|(?<!\\b(?:before|after) )that(?=\\s*(?:[?.!,]|$))))\\b`,
  'gi',
)
/** Pronouns without an antecedent: "those who were purged", "this archive", "was it true that", "how long did it take". */
const NON_REFERENTIAL = new RegExp(
  `\\bthose (?:who|of|that|in|from)\\b|\\b(?:this|these) (?:archives?|collections?|catalog|records)\\b|\\bit (?:takes?|took)\\b|\\b(?:${BE_FORMS} it|it ${BE_FORMS}) (?:true|possible|known|likely|clear|certain|the case)\\b`,
  'gi',
)

function hasUnresolvedPronoun({ text, names }: UnderstoodAlone): boolean {
  const nonReferentialSpans = [...text.matchAll(NON_REFERENTIAL)].map(({ 0: words, index }) => [
    index,
    index + words.length,
  ])
  return [...text.matchAll(PRONOUN)].some(({ 0: word, index, groups = {} }) => {
    if (nonReferentialSpans.some(([start = 0, end = 0]) => start <= index && index < end)) return false
    const kind = groups.person ? 'person' : groups.group ? 'group' : 'thing'
    return !hasAntecedent({ word: word.toLowerCase(), index, kind }, text, names)
  })
}

type ReferentKind = 'person' | 'group' | 'thing'
interface Pronoun {
  word: string
  index: number
  kind: ReferentKind
}

/** Entity kinds and common nouns that a pronoun can refer to. */
const POSSIBLE_REFERENTS: Record<ReferentKind, { kinds: readonly EntityKind[]; nouns: RegExp }> = {
  person: {
    kinds: ['person'],
    nouns:
      /\b(?:ambassador|minister|premier|president|leader|secretary|chairman|delegate|envoy|diplomat|adviser|officer|general|marshal|spy|king|prince|man|woman|son)\b/gi,
  },
  group: { kinds: ['person', 'place', 'organization'], nouns: /\b\p{L}{4,}[^s\P{L}]s\b|\b(?:people)\b/giu },
  thing: {
    kinds: ['place', 'organization', 'event'],
    nouns: /\b(?:the|a|an) (?!(?:same|former|latter)\b)\p{L}+/giu,
  },
}

const CLAUSE_BOUNDARY =
  /[,;:]|\b(?:when|while|after|before|because|if|that|who|which|how|why|what|where|since|until|though)\b|\b(?:and|but|or) (?:did|was|were|had|has|then|he|she|it|they)\b/i
const LEADING_ADVERBIAL =
  /^\s*(?:before|after|in|during|at|when|while|on|as|since|until|with|by|for)\b[^,]*$/i

/**
 * A subject or possessive pronoun may refer to any earlier name ("how did China explain its attack?"). An object pronoun
 * cannot refer to a name in its own clause ("how did the Soviets react to it?": the Soviets are not "it").
 */
function hasAntecedent({ word, index, kind }: Pronoun, text: string, names: readonly LinkedName[]): boolean {
  const { kinds, nouns } = POSSIBLE_REFERENTS[kind]
  const named = names.filter(({ entities }) => entities.some((entity) => kinds.includes(entity.kind)))
  const before = text.slice(0, index)
  const common = [...before.matchAll(nouns)].map(({ 0: noun, index }) => index + noun.length)
  const ends = [...named.map(({ end }) => end).filter((end) => end <= index), ...common]
  const object = isObject(word, before)
  // Within one clause a common noun is too weak as an antecedent: "what did the ambassador say about it?"
  const inAnotherClause = (end: number) => CLAUSE_BOUNDARY.test(before.slice(end).replace(/\s*\S+\s*$/, ' '))
  if (ends.some((end) => !object || inAnotherClause(end))) return true
  // "Before he died, what did Stalin want?"
  return (
    !object &&
    LEADING_ADVERBIAL.test(before) &&
    named.some(({ start }) => text.slice(index, start).includes(','))
  )
}

function isObject(word: string, before: string): boolean {
  if (/^(?:he|she|they|his|hers?|theirs?|its)$/.test(word)) return false
  if (word !== 'it') return true
  return !/(?:^|[,;:]|\b(?:did|does|do|was|is|were|are|had|has|have|would|could|should|will|can|may|might|and|but|that|when|while|because|if|how|why|what|where|who|as|since|until|though))\s*$/i.test(
    before,
  )
}

/** A definite event noun refers back, unless it has a complement: "the crisis over the Pueblo". */
const DEFINITE_NOUN = new RegExp(`\\bthe (?:same|latter|former|${EVENT_NOUNS})\\b(?<rest>.*)$`, 'i')
const COMPLEMENT =
  /^ (?:of|over|in|between|with|to|at|from|by|against|for|that|which|where|when|following|after) (?!(?:him|her|them|it|this|these|those|that|the end)\b)[\p{L}\p{N}]/iu
const ABOUT_COMPLEMENT = /^ (?:about|on|regarding|concerning) [\p{L}\p{N}]/iu
const SAYING_VERBS =
  /\b(?:say|said|tell|told|talk|talked|speak|spoke|spoken|discuss|discussed|agree|agreed|decide|decided|ask|asked|report|reported|learn|learned|come|came|think|thought)\b/i

function hasUnresolvedNoun({ text, names }: UnderstoodAlone): boolean {
  const found = DEFINITE_NOUN.exec(text)
  if (!found || namesEvent({ names })) return false
  const rest = found.groups?.rest ?? ''
  // "What was said at the meeting about China?" still refers to the meeting of the conversation.
  return !COMPLEMENT.test(rest) && (!ABOUT_COMPLEMENT.test(rest) || SAYING_VERBS.test(text))
}

const ANAPHORIC_TIME =
  /(?<!\bthe )\bthen\b(?!-)|\bat the time\b(?! of\b)|\b(?:before|after) that\b|\bafterwards\b|(?<!\b(?:years?|months?|days?|weeks?|or) )\blater\b/i

function hasUnresolvedTime({ text, names, periods }: UnderstoodAlone): boolean {
  return ANAPHORIC_TIME.test(text) && periods.length === 0 && !namesEvent({ names })
}

/** Existential "there": "there were", "was there a", "how many were there". */
const EXISTENTIAL_THERE = new RegExp(
  `\\bthere (?:${BE_FORMS}|any|to be)\\b|\\b${BE_FORMS} there (?:\\p{L}|\\p{N})|\\bhow (?:many|much)\\b.*\\bthere\\b`,
  'iu',
)

function hasUnresolvedThere({ text, names }: UnderstoodAlone): boolean {
  const at = text.search(/\bthere\b/i)
  if (at < 0 || EXISTENTIAL_THERE.test(text)) return false
  return !names.some(({ entities, end }) => end <= at && entities.some(({ kind }) => kind === 'place'))
}

/** "How did China react?": the object of the reaction is in the conversation. */
const ENDS_WITHOUT_OBJECT =
  /\b(?:react|respond|reply|say|answer|agree|disagree|refuse|object|think|do|happen|happened|in return|instead)\s*[?.!]*\s*$/i

function lacksObject({ text, names, periods }: UnderstoodAlone): boolean {
  return ENDS_WITHOUT_OBJECT.test(text) && periods.length === 0 && !namesEvent({ names })
}
