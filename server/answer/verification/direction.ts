/** Who does what to whom: acts between named people and states, in a sentence and in a record. */
import { type EntityKey, entityKey } from '../../../corpus/names/entity.ts'
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import { isIrregular } from './meanings.ts'
import type { ReadWord } from './read-text.ts'

/** Someone named in a text, at one place. */
export interface Mention {
  keys: readonly EntityKey[]
  start: number
  end: number
  /** The preposition that leads it. */
  preposition: string | undefined
  /** "Kim's", "Kim Il Sung's". */
  possessive: boolean
}

export interface Act {
  root: string
  /** Names of the meanings that the verb has, each with its side. */
  meanings: readonly string[]
  text: string
  agent: Mention | undefined
  patient: Mention | undefined
  form?: 'present' | 'past' | undefined
}

interface Text {
  text: string
  words: readonly ReadWord[]
  names: readonly LinkedName[]
}

/** Whom a bare family name means in the records at hand: "Park" is the Park of their lists. */
export type FamilyNames = ReadonlyMap<string, readonly EntityKey[]>

const PREPOSITIONS = new Set(
  'of to with for by from about in at on against between among under over towards toward into through as than like after before'.split(
    ' ',
  ),
)
const BE = /^(?:is|are|was|were|be|been|being)$/
const PRONOUN = /^(?:he|she|they|it|who|which|whom|i|we|neither|some|others)$/
/** "Learns from X" and "hears from X": X is who says it. */
const GIVING = ['saying 0', 'sending 0', 'giving 0']
const HEARING = new Set(['learn', 'hear', 'find', 'get', 'receiv', 'obtain', 'accept', 'take'])
/** Words between an actor and the verb at most, and between verb and object. */
const BEFORE = 14
const AFTER = 8

/** @param antecedent whom "he" and "she" mean. */
export function findActs(read: Text, family: FamilyNames, antecedent?: Mention): Act[] {
  const { text, words } = read
  const mentions = mentionsOf(read, family)
  const acts: Act[] = [...transfersOf(words, mentions), ...possessionsOf(words, mentions)]
  words.forEach((word, index) => {
    if (!isVerb(text, words, mentions, index)) return
    const own = subjectOf(text, words, mentions, index, antecedent)
    // "Pak reports the invitation and asks": verbs of one form that "and" joins have one actor.
    const joined = /^(?:and|but)$/.test(words[index - 1]?.word ?? '')
    const subject = (joined ? acts.findLast((act) => act.form === formOf(word) && act.agent)?.agent : undefined) ?? own
    const later = mentions.filter(
      ({ start }) => start >= word.end && wordsBetween(words, word.end, start) <= AFTER,
    )
    const act = actOf(word, text)
    const passive =
      BE.test(words[index - 1]?.word ?? '') ||
      (BE.test(words[index - 2]?.word ?? '') && /ly$|^(?:also|not|then)$/.test(words[index - 1]?.word ?? ''))
    if (passive && !/ing$/.test(word.word)) {
      const by = later.find(({ preposition }) => preposition === 'by')
      const recipient = later.find(({ preposition }) => preposition === 'to')
      acts.push({ ...act, agent: by, patient: subject ?? recipient })
    } else {
      const source = HEARING.has(word.root) && later.find(({ preposition }) => preposition === 'from')
      if (source) acts.push({ ...act, root: 'send', meanings: GIVING, agent: source, patient: subject })
      else acts.push({ ...act, agent: subject, patient: later[0] })
    }
  })
  return acts
}

function actOf(word: ReadWord, text: string): Pick<Act, 'root' | 'meanings' | 'text' | 'form'> {
  return {
    root: word.root,
    meanings: word.meanings.map(({ meaning, side }) => `${meaning} ${side}`),
    text: text.slice(word.start, word.end),
    form: formOf(word),
  }
}

function formOf({ word }: ReadWord): Act['form'] {
  return /s$/.test(word) ? 'present' : /ed$/.test(word) || isIrregular(word) ? 'past' : undefined
}

/** "A letter from X to Y", and titles: "Telegram, X to Y". */
function* transfersOf(words: readonly ReadWord[], mentions: readonly Mention[]): Generator<Act> {
  for (const [index, from] of mentions.entries()) {
    const to = mentions[index + 1]
    if (!to || !/^(?:to|for)$/.test(to.preposition ?? '') || wordsBetween(words, from.end, to.start) > AFTER)
      continue
    const title =
      index === 0 &&
      from.preposition === undefined &&
      !words.some((word) => /ed$/.test(word.word) && word.start < to.start)
    if (
      from.possessive
        ? hasMessage(words, from.end, to.start)
        : to.preposition === 'to' && (from.preposition === 'from' || title)
    )
      yield { root: 'from to', meanings: [], text: 'from', agent: from, patient: to }
  }
}

/** Whether a stretch of words names what passes from one to another: "X's personal message for Y". */
function hasMessage(words: readonly ReadWord[], from: number, to: number): boolean {
  return words.some(
    ({ start, end, meanings }) =>
      start >= from &&
      end <= to &&
      meanings.some(({ meaning }) => meaning === 'message' || meaning === 'promising'),
  )
}

/** "X's demands": an act by its noun. */
function* possessionsOf(words: readonly ReadWord[], mentions: readonly Mention[]): Generator<Act> {
  for (const mention of mentions.filter(({ possessive }) => possessive)) {
    const noun = words.find((word) => word.start >= mention.end && word.content)
    if (noun && wordsBetween(words, mention.end, noun.start) === 0)
      yield { root: `of ${noun.root}`, meanings: [], text: noun.written, agent: mention, patient: undefined }
  }
}

/** A country's adjective makes a noun of what follows: "Soviet sources". */
const ADJECTIVE =
  /(?:ian|ean|ican|ban|rman|ese|ish|Soviet|Czech|Slovak|Dutch|French|Swiss|Thai|US|DPRK|ROK|GDR)$/

/** Verbs are known by their form and by what stands before them: there is no grammar here to ask. */
function isVerb(
  text: string,
  words: readonly ReadWord[],
  mentions: readonly Mention[],
  index: number,
): boolean {
  const [word, before] = [words[index], words[index - 1]]
  if (!word?.content || !before || /^\p{Lu}/u.test(word.written)) return false
  if (mentions.some(({ start, end }) => start <= word.start && word.start < end)) return false
  const subject = mentions.find(({ end, possessive }) => end === before.end && !possessive)
  const afterName = subject !== undefined && !ADJECTIVE.test(before.written)
  const led =
    afterName ||
    /[),]/.test(text.slice(before.end, word.start)) ||
    PRONOUN.test(before.word) ||
    /ly$|^(?:also|then|and|had|has|have|did|does|would|will|not|that)$/.test(before.word)
  const past =
    /ed$/.test(word.word) ||
    isIrregular(word.word) ||
    (afterName && /^(?:put|set|let|cut|read)$/.test(word.word))
  const infinitive = before.word === 'to' && BE.test(words[index - 2]?.word ?? '')
  if (/s$/.test(word.word)) return led
  if (past) return !/^(?:the|a|an|of|in|its|his|her|their)$/.test(before.word)
  // "The Vietnamese resent that"
  if (subject) return /s$/.test(before.word) || /^(?:that|whether)$/.test(words[index + 1]?.word ?? '')
  return infinitive || (led && before.word !== 'and' && before.word !== 'that')
}

function subjectOf(
  text: string,
  words: readonly ReadWord[],
  mentions: readonly Mention[],
  index: number,
  antecedent: Mention | undefined,
): Mention | undefined {
  const [before, verb] = [words[index - 1], words[index]]
  if (!verb) return undefined
  const actors = mentions.filter(
    ({ end, preposition, possessive }) =>
      end <= verb.start &&
      preposition === undefined &&
      !possessive &&
      wordsBetween(words, end, verb.start) <= BEFORE,
  )
  // "Bang, who handles Hungary, tells": the comma before the verb closes what another opened.
  const closed = before && /[,)]/.test(text.slice(before.end, verb.start))
  const opened = closed ? actors.find(({ end }) => /^(?:,| \()/.test(text.slice(end, end + 2))) : undefined
  const nearest = opened ?? actors.at(-1)
  if (opened) return opened
  // A pronoun in between is the subject.
  const pronoun = words.findLast(
    (word) =>
      word.start >= (nearest?.end ?? 0) &&
      word.start < verb.start &&
      PRONOUN.test(word.word) &&
      !/^(?:who|which)$/.test(word.word),
  )
  if (!pronoun) return nearest
  return /^(?:he|she)$/.test(pronoun.word) && !nearest ? antecedent : undefined
}

/** The acts of sentences that follow each other: "he" is the actor with whom the sentence before began. */
export function findActsInOrder(sentences: readonly Text[], family: FamilyNames): Act[] {
  let antecedent: Mention | undefined
  return sentences.flatMap((sentence) => {
    const acts = findActs(sentence, family, antecedent)
    antecedent =
      acts.find(({ agent }) => agent?.keys.some((key) => key.startsWith('person:')))?.agent ?? antecedent
    return acts
  })
}

function wordsBetween(words: readonly ReadWord[], from: number, to: number): number {
  return words.filter(({ start, end }) => start >= from && end <= to).length
}

/** What may stand between two names of one actor: "Soviet *Ambassador* Puzanov", "the American *and* South Korean side". */
const ONE_ACTOR =
  /^ (?:(?:and|the|deputy|foreign|party|vice|prime|defen[cs]e|acting|rear|ambassador|envoy|minister|leader|president|premier|chairman|diplomat|secretary|officer|general|second|first|third|\p{Lu}[\p{L}-]*) )*$/u

function mentionsOf({ text, words, names }: Text, family: FamilyNames): Mention[] {
  const bare = words
    .filter(
      ({ written, start }) =>
        /^\p{Lu}/u.test(written) && !names.some((name) => name.start <= start && start < name.end),
    )
    .flatMap(({ word, start, end }) => {
      const keys = family.get(word)
      return keys ? [{ keys, start, end }] : []
    })
  const linked = names.map((name) => ({
    keys: family.get(name.text.toLowerCase()) ?? name.entities.map(entityKey),
    start: name.start,
    end: name.end,
  }))
  const mentions: Mention[] = []
  for (const name of [...bare, ...linked].sort((a, b) => a.start - b.start)) {
    const possessive = /^['’]s?(?:\s|$)/.test(text.slice(name.end, name.end + 3))
    const last = mentions.at(-1)
    const between = last ? text.slice(last.end, name.start) : ''
    // "In Moscow Gorbachev asked" names a place and an actor.
    const place =
      last?.preposition !== undefined && between === ' ' && !ADJECTIVE.test(text.slice(0, last.end))
    if (last && !place && !last.possessive && ONE_ACTOR.test(between)) {
      mentions[mentions.length - 1] = {
        ...last,
        keys: [...last.keys, ...name.keys],
        end: name.end,
        possessive,
      }
      continue
    }
    mentions.push({ ...name, preposition: prepositionBefore(text, words, name.start), possessive })
  }
  return mentions
}

/** The preposition that leads to a name, over articles and titles: "of the Soviet Ambassador Puzanov". */
function prepositionBefore(text: string, words: readonly ReadWord[], start: number): string | undefined {
  let ofRole = false
  for (const word of words
    .filter(({ end }) => end <= start)
    .slice(-7)
    .reverse()) {
    if (/[,;:()]/.test(text.slice(word.end, start))) break
    if (ofRole && !isRole(word)) return 'of'
    // "The president of the Council" is led by what leads the president.
    if (ofRole) ofRole = false
    else if (word.word === 'of') ofRole = true
    else if (PREPOSITIONS.has(word.word)) return word.word
    else if (!/^(?:the|a|an|then|both)$/.test(word.word) && !/^\p{Lu}/u.test(word.written)) return undefined
  }
  return ofRole ? 'of' : undefined
}

const ROLES = new Set(['leader', 'minister', 'diplomat', 'official', 'government', 'embassy', 'delegation', 'deputy'])

function isRole({ meanings }: ReadWord): boolean {
  return meanings.some(({ meaning }) => ROLES.has(meaning))
}

export interface Misdirection {
  text: string
  finding: 'reversed' | 'other actor'
}

/** Acts of the sentence that the records tell the other way round, or of somebody else. */
export function misdirected(acts: readonly Act[], recorded: readonly Act[]): Misdirection[] {
  const found: Misdirection[] = []
  for (const act of acts) {
    if (!act.agent || overlap(act.agent, act.patient)) continue
    const sameRoot = recorded.filter(({ root, agent, patient }) => root === act.root && (agent || patient))
    const sameMeaning = recorded.filter(({ meanings }) =>
      meanings.some((each) => act.meanings.includes(each)),
    )
    const same = sameRoot.some(({ agent }) => agent) ? sameRoot : [...sameRoot, ...sameMeaning]
    const both = [...sameRoot, ...sameMeaning]
    const turned = both.some(
      (other) => overlap(act.agent, other.patient) && overlap(act.patient, other.agent),
    )
    if (
      turned &&
      !both.some((other) => overlap(act.agent, other.agent) && overlap(act.patient, other.patient))
    ) {
      found.push({ text: act.text, finding: 'reversed' })
      continue
    }
    if (same.some((other) => overlap(act.agent, other.agent))) continue
    const received = same.some(
      (other) =>
        overlap(act.agent, other.patient) &&
        (!act.patient || !other.agent || overlap(act.patient, other.agent)),
    )
    if (received || sameRoot.some((other) => isComparable(act, other)))
      found.push({ text: act.text, finding: 'other actor' })
  }
  return found
}

/** Somebody else is known only where both are people or both states, and what they do is not done to different ones. */
function isComparable(act: Act, other: Act): boolean {
  const kinds = (mention: Mention | undefined) => mention?.keys.map((key) => key.split(':')[0]) ?? []
  if (!kinds(act.agent).some((kind) => kinds(other.agent).includes(kind))) return false
  if (overlap(act.agent, other.patient)) return true
  return (
    !act.patient || !other.patient || overlap(act.patient, other.patient) || overlap(act.patient, other.agent)
  )
}

function overlap(a: Mention | undefined, b: Mention | undefined): boolean {
  return a !== undefined && b !== undefined && a.keys.some((key) => b.keys.includes(key))
}
