/** Who does what to whom in a text: acts between named people and states, by the order and the form of its words. */
import { type Act, AFTER, GIVING, wordsBetween } from './act.ts'
import { isIrregular, LIGHT } from './meanings.ts'
import { ADJECTIVE, type FamilyNames, type Mention, mentionsOf, type NamingText } from './mentions.ts'
import { nounActs } from './noun-acts.ts'
import type { ReadWord } from './read-text.ts'

const BE = /^(?:is|are|was|were|be|been|being)$/
const PRONOUN = /^(?:he|she|they|it|who|which|whom|i|we|neither|some|others)$/
const BELIEVED = new Set(['saying', 'believing', 'expecting', 'knowing'])
const HEARING = new Set(['learn', 'hear', 'find', 'get', 'receiv', 'obtain', 'accept', 'take'])
/** Words between an actor and the verb at most. */
const BEFORE = 14

/** @param antecedent whom "he" and "she" mean. */
export function findActs(read: NamingText, family: FamilyNames, antecedent?: Mention): Act[] {
  const { text, words } = read
  const mentions = mentionsOf(read, family)
  const acts: Act[] = [...nounActs(read, mentions)]
  words.forEach((word, index) => {
    if (!isVerb(text, words, mentions, index)) return
    const own = subjectOf(text, words, mentions, index, antecedent)
    // "Pak reports the invitation and asks": verbs of one form that "and" joins have one actor.
    const joined = /^(?:and|but)$/.test(words[index - 1]?.word ?? '')
    const subject =
      (joined ? acts.findLast((act) => act.form === formOf(word) && act.agent)?.agent : undefined) ?? own
    const clauseEnd = saidClause(words, index)
    const later = mentions.filter(
      ({ start }) => start >= word.end && start < clauseEnd && wordsBetween(words, word.end, start) <= AFTER,
    )
    const act = actOf(word, text)
    const passive =
      BE.test(words[index - 1]?.word ?? '') ||
      (BE.test(words[index - 2]?.word ?? '') && /ly$|^(?:also|not|then)$/.test(words[index - 1]?.word ?? ''))
    // "Kim is thought to count on it": whoever thinks is not told, and nothing is done to Kim.
    if (
      passive &&
      words[index + 1]?.word === 'to' &&
      word.meanings.some(({ meaning }) => BELIEVED.has(meaning))
    )
      return
    if (passive && !/ing$/.test(word.word)) {
      const by = later.find(({ preposition }) => preposition === 'by')
      const recipient = later.find(({ preposition }) => preposition === 'to')
      acts.push({ ...act, agent: by, patient: subject ?? recipient })
    } else {
      const source = HEARING.has(word.root) && later.find(({ preposition }) => preposition === 'from')
      if (source) acts.push({ ...act, root: 'send', meanings: GIVING, agent: source, patient: subject })
      else
        acts.push({
          ...act,
          agent: subject,
          patient: pronounObject(words, mentions, index, subject, antecedent) ?? later[0],
        })
    }
  })
  return acts
}

/** Where what is said begins: whoever it speaks of is not told it. "Said *that* Germany was annoyed". */
function saidClause(words: readonly ReadWord[], index: number): number {
  const isSaying = words[index]?.meanings.some(({ meaning }) => meaning === 'saying')
  const that = words.slice(index + 1, index + 1 + AFTER).find(({ word }) => /^(?:that|whether)$/.test(word))
  return (isSaying && that?.start) || Number.POSITIVE_INFINITY
}

const LETTING = /^(?:have|has|had|having|let|lets|letting|make|makes|made|help|helps|helped|see|sees|saw)$/
const OBJECT = /^(?:him|her|them)$/
const HEARER = /^it$/

/** In "X notes what Y told him" it is told to X; elsewhere to whom the sentence before was about. */
function pronounObject(
  words: readonly ReadWord[],
  mentions: readonly Mention[],
  index: number,
  subject: Mention | undefined,
  antecedent: Mention | undefined,
): Mention | undefined {
  const pronoun = words[index + 1]?.word ?? ''
  // "It" is a hearer only of what is said: "what Golub told it".
  const hears = HEARER.test(pronoun) && words[index]?.meanings.some(({ meaning }) => meaning === 'saying')
  if (!OBJECT.test(pronoun) && !hears) return undefined
  const verb = words[index]?.start ?? 0
  const first = mentions.find(
    ({ end, preposition, possessive }) => end <= verb && preposition === undefined && !possessive,
  )
  const other = first === subject ? antecedent : first
  return other === subject ? undefined : other
}

function actOf(word: ReadWord, text: string): Pick<Act, 'root' | 'meanings' | 'text' | 'form' | 'phrase'> {
  return {
    root: word.root,
    phrase: word.phrase,
    meanings: [
      ...word.meanings.map(({ meaning, side }) => `${meaning} ${side}`),
      // "To wire" and "to cable" are to send a message.
      ...(word.meanings.some(({ meaning }) => meaning === 'message') ? GIVING : []),
    ],
    text: text.slice(word.start, word.end),
    form: formOf(word),
  }
}

function formOf({ word }: ReadWord): Act['form'] {
  return /s$/.test(word) ? 'present' : /ed$/.test(word) || isIrregular(word) ? 'past' : undefined
}

/** Verbs are known by their form and by what stands before them: there is no grammar here to ask. */
function isVerb(
  text: string,
  words: readonly ReadWord[],
  mentions: readonly Mention[],
  index: number,
): boolean {
  const [word, before] = [words[index], words[index - 1]]
  if (!word || !before || /^\p{Lu}/u.test(word.written)) return false
  if (!word.content && word.word !== 'said') return false
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
    (afterName && /^(?:put|set|let|cut|read|shut|split|spread|cast|hit|quit)$/.test(word.word)) ||
    // "Kim denouncing the rebels"; "Kim speaks of it, telling the ambassador"
    ((afterName || (word.meanings.length > 0 && text[word.start - 2] === ',')) && /ing$/.test(word.word))
  const infinitive =
    before.word === 'to' &&
    (BE.test(words[index - 2]?.word ?? '') ||
      (word.meanings.length > 0 && (!LIGHT.has(word.root) || word.root === 'see')))
  // "Had Moscow sound out Washington"
  if (afterName && LETTING.test(words.findLast(({ end }) => end <= subject.start)?.word ?? '')) return true
  // "Plants, schools and nurseries" are things.
  const after = words[index + 1]
  const listed = after && (/,/.test(text.slice(word.end, after.start)) || after.word === 'and')
  if (/ing$/.test(word.word) && BE.test(before.word)) return true
  if (/s$/.test(word.word)) return led && (afterName || !listed)
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
  if (before?.word === 'to') {
    // "Pyongyang's plan to appeal"
    const owner = mentions.findLast(({ end }) => end <= verb.start)
    if (owner?.possessive) return owner
  }
  const promise = before?.word === 'to' ? promiseBefore(words, index) : undefined
  const limit = promise?.start ?? verb.start
  const actors = mentions.filter(
    ({ end, preposition, possessive }) =>
      end <= limit && preposition === undefined && !possessive && wordsBetween(words, end, limit) <= BEFORE,
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
  if (nearest || !antecedent) return undefined
  const person = antecedent.keys.some((key) => key.startsWith('person:'))
  return (person ? /^(?:he|she)$/ : /^they$/).test(pronoun.word) ? antecedent : undefined
}

/** In "promised Beijing to reconsider" who promises is who reconsiders. */
function promiseBefore(words: readonly ReadWord[], index: number): ReadWord | undefined {
  return words
    .slice(Math.max(0, index - 6), index)
    .findLast(({ meanings }) => meanings.some(({ meaning }) => meaning === 'promising'))
}

/** The acts of sentences that follow each other: "he" is the actor with whom the sentence before began. */
export function findActsInOrder(sentences: readonly NamingText[], family: FamilyNames): Act[][] {
  let antecedent: Mention | undefined
  return sentences.map((sentence) => {
    const acts = findActs(sentence, family, antecedent)
    const done = acts.filter(({ root }) => !root.includes(' '))
    antecedent =
      done.find(({ agent }) => agent?.keys.some((key) => key.startsWith('person:')))?.agent ??
      done.find(({ agent }) => agent)?.agent ??
      antecedent
    return acts
  })
}
