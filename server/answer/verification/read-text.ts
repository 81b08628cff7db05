/** A text as the checks read it: its words with their roots and meanings, in clauses, denied or not, done or only wished. */
import { type NameToken, nameTokens } from '../../../corpus/names/name-tokens.ts'
import { type Meaning, meaningsAt, misleads, rootOf } from './meanings.ts'

export interface ReadWord extends NameToken {
  root: string
  meanings: readonly Meaning[]
  /** Whether it has a meaning only with its neighbours: "turned down". */
  phrase: boolean
  /** Whether it carries meaning of its own, as "the" and "would" do not. */
  content: boolean
  /** The clause in which it stands, from 0. */
  clause: number
  /** The words of meaning in that clause, itself among them. */
  fellows: readonly ReadWord[]
  /** Whether it is denied: "did not *agree*". */
  denied: boolean
  /** What the text says of it: that it happened, that it might or should, or neither plainly. */
  mode: 'done' | 'open' | 'plain'
}

const FUNCTION_WORDS = new Set(
  `a an the this that these those it its he him his she her hers they them their theirs we us our i you your who whom whose which what
   where when how why there here one ones other others another such same own self himself herself itself themselves
   and or but nor so yet if whether while whereas although though because as than then thus hence therefore however
   of in on at by to from with without for about into onto over under up down out off upon within between among amid through during
   against toward towards per via regarding concerning along across until till
   is are was were be been being am have has had having do does did doing will would shall should can could may might must ought
   not no never neither none nothing cannot dont didnt doesnt wasnt werent isnt wouldnt couldnt shouldnt
   also too very more most much many some any each both either all even still just again already rather quite only well
   s t according said mr mrs ms comrade etc else`.split(/\s+/),
)

/** "Was against it": here the preposition says what somebody thinks. */
function isStand(word: string, before: string | undefined): boolean {
  return word === 'against' && /^(?:is|are|was|were|be|been)$/.test(before ?? '')
}

/** "Unconfirmed" denies that something is confirmed; "until" and "understand" deny nothing. */
const NEGATED =
  /^(?:un(?!der|it|if|io|il|iv|cle|less|rest)|non)(\p{L}{3,}(?:ed|able|al|ful|ing|ary|ent|ant|ly))$/u
const DENIERS = new Set('not never no nor neither none nothing nobody without cannot hardly lest'.split(' '))
const OPENERS = new Set(
  `to should would could may might can must will shall if whether plan plans planned propose proposes proposed proposal suggest suggests
   suggested want wants wanted ask asks asked offer offers offered request requests demand demands hope hopes hoped expect expects
   expected fear feared fears threaten threatens wish wishes wished intend intends intended promise promises promised seek seeks sought
   urge urges urged advise advises advised allegedly alleged possible possibly likely prepare preparing draft future`.split(
    /\s+/,
  ),
)
const PERFECT = new Set(['had', 'has', 'have', 'having'])
const BETWEEN_PERFECT =
  /^(?:not|already|been|also|just|now|never|fully|indeed|finally|since|long|recently|all)$/
/** Words over which a modal reaches ("may well be asked to"). */
const OPEN_REACH = 6

const JOINT =
  /^(?:and|but|while|though|although|which|who|whom|because|since|so|whereas|after|before|when|if|as|where|until|unless|lest)$/

export function readText(text: string): ReadWord[] {
  const tokens = nameTokens(text)
  const roots = tokens.map(({ word }) => rootOf(word))
  const meanings: Meaning[][] = tokens.map(() => [])
  const phrased = new Set<number>()
  /** Words of phrases that hold their own denial: "without delay". */
  const settled = new Set<number>()
  tokens.forEach(({ word }, index) => {
    if (misleads(word)) return
    for (const { meaning, words } of meaningsAt(roots, index))
      for (let offset = 0; offset < words; offset += 1) {
        const own = meanings[index + offset]
        // In a phrase a word has the phrase's side, not its own.
        if (own?.some((each) => each.meaning === meaning.meaning)) continue
        own?.push(meaning)
        if (words > 1) phrased.add(index + offset)
        if (words > 1 && DENIERS.has(word)) settled.add(index + offset)
      }
  })
  let clause = 0
  const read = tokens.map((token, index): ReadWord => {
    const gap = index === 0 ? '' : text.slice(tokens[index - 1]?.end, token.start)
    if (index > 0 && (/[,;:()–—?!"“”]|\.\s/.test(gap) || JOINT.test(token.word))) clause += 1
    const denier = DENIERS.has(token.word) || /n['’]t$/.test(token.written)
    const negated = meanings[index]?.length ? undefined : NEGATED.exec(token.word)?.[1]
    return {
      ...token,
      root: negated ? rootOf(negated) : (roots[index] ?? token.word),
      meanings: meanings[index] ?? [],
      content:
        !denier &&
        token.word.length > 1 &&
        (!FUNCTION_WORDS.has(token.word) || isStand(token.word, tokens[index - 1]?.word)),
      clause,
      phrase: phrased.has(index),
      fellows: [],
      denied: negated !== undefined,
      mode: 'plain',
    }
  })
  const clauses = new Map<number, ReadWord[]>()
  for (const word of read)
    if (word.content) clauses.set(word.clause, [...(clauses.get(word.clause) ?? []), word])
  read.forEach((word, index) => {
    word.fellows = clauses.get(word.clause) ?? []
    word.mode = modeOf(read, index)
    if (isDenier(read, index) && !settled.has(index)) deny(read, index)
  })
  return read
}

/** "Not much", "not only": less is denied than what follows. */
const QUALIFIES =
  /^(?:much|many|all|every|everyone|everything|only|just|merely|simply|quite|entirely|wholly|very|fully|always|necessarily|least|so)$/
/** "Refused to delay" denies the delay. */
const REFUSING = new Set(['refus', 'declin', 'fail', 'omit', 'neglect'])
/** A denial ends before these. */
const ENDS_DENIAL = /^(?:until|till|unless|but|except|beyond)$/
/** What these say is said of the word after them: "did not remain *open*", "no word of *thanks*". */
const PASSES_ON = new Set('remain stay becom grow prove seem appear need word sign trace hint'.split(' '))

/** These deny what stands before them where nothing follows: "tells the embassies *nothing* on …". */
const OBJECTS = /^(?:nothing|none|nobody)$/
const BACK = 4

/** What a denial denies: the first word of meaning after it, and what that leads to; or the verb before it. */
function deny(words: ReadWord[], index: number): void {
  const denier = words[index]?.word ?? ''
  const next = words[index + 1]
  if ((denier === 'not' || /n['’]t$/.test(words[index]?.written ?? '')) && QUALIFIES.test(next?.word ?? ''))
    return
  // "asked for no action" is "did not ask for action".
  if (denier === 'no' || OBJECTS.test(denier)) {
    const verb = words.slice(Math.max(0, index - BACK), index).findLast(({ content }) => content)
    const between = verb ? words.slice(words.indexOf(verb) + 1, index) : []
    const object = OBJECTS.test(denier) || between.every(({ word }) => /^(?:for|to|of|with)$/.test(word))
    if (verb && object && verb.clause === words[index]?.clause) verb.denied = !verb.denied
    if (
      OBJECTS.test(denier) &&
      (!next || next.clause !== words[index]?.clause || /^(?:on|of|about|to|for|in|from)$/.test(next.word))
    )
      return
  }
  const verb = denier === 'nor' ? verbAfterSubject(words, index) : undefined
  if (verb) {
    verb.denied = !verb.denied
    return
  }
  let noun = false
  const from = denier === 'no' && next?.word === 'longer' ? index + 2 : index + 1
  for (const word of words.slice(from, from + 8)) {
    if (ENDS_DENIAL.test(word.word)) return
    if (!word.content) {
      if (noun) return
      continue
    }
    word.denied = !word.denied
    // "No Council action" denies the action.
    noun = denier === 'no'
    if (!noun && !PASSES_ON.has(word.root) && !/ly$/.test(word.word)) return
  }
}

/** "Neither the host nor the *minister mentions* it": the verb after the second subject. */
function verbAfterSubject(words: readonly ReadWord[], index: number): ReadWord | undefined {
  const clause = words[index]?.clause
  const before = words.slice(0, index).findLastIndex(({ word }) => word === 'neither')
  const subjects =
    before >= 0 && !words.slice(0, before).some((word) => word.content && word.clause === clause)
  if (!subjects) return undefined
  const rest = words.slice(index + 1)
  const end = rest.findIndex(
    ({ content, word }) => !content && !/^(?:the|a|an|its|his|her|their)$/.test(word),
  )
  const run = rest.slice(0, end < 0 ? rest.length : end).filter(({ content }) => content)
  const last = run.at(-1)
  return run.length > 1 && last && /(?:s|ed)$/.test(last.word) ? last : undefined
}

function isDenier(words: readonly ReadWord[], index: number): boolean {
  const word = words[index]
  if (!word) return false
  const [before, after] = [words[index - 1]?.word, words[index + 1]?.word]
  if (word.word === 'want' && before === 'for' && after === 'of') return true
  if (word.root === 'lack' || (word.root === 'absenc' && after === 'of')) return true
  // "Telegram No. 76" denies nothing.
  if (word.word === 'no' && /^\d/.test(after ?? '')) return false
  if (DENIERS.has(word.word) || /n['’]t$/.test(word.written)) return true
  if (REFUSING.has(word.root) && after === 'to') return true
  // "Refused permission"
  if (REFUSING.has(word.root) || word.root === 'deni') {
    const object = words.slice(index + 1, index + 4).find(({ content }) => content)
    return object?.meanings.some(({ meaning, side }) => meaning === 'permitting' && side === 1) ?? false
  }
  if (/^(?:refrain|abstain|desist)$/.test(word.root) && after === 'from') return true
  if (word.word === 'far' && after === 'from') return true
  return (word.word === 'rather' && after === 'than') || (word.word === 'instead' && after === 'of')
}

/** "The plan settled by the sixteen" is there; "a plan to settle" is not yet settled. */
function isSettledNoun(words: readonly ReadWord[], index: number): boolean {
  const [before, noun, after] = [words[index - 1], words[index], words[index + 1]]
  return (
    /^(?:plan|proposal|demand|request|offer|promise|demands|requests|offers)$/.test(noun?.word ?? '') &&
    /^(?:the|a|an|its|his|her|their|this|that)$/.test(before?.word ?? '') &&
    !/^(?:to|that|for)$/.test(after?.word ?? '')
  )
}

function modeOf(words: readonly ReadWord[], index: number): ReadWord['mode'] {
  const own = words[index]
  if (!own?.content) return 'plain'
  for (let back = index - 1; back >= Math.max(0, index - OPEN_REACH); back -= 1) {
    const word = words[back]
    if (!word) break
    if (PERFECT.has(word.word)) {
      const between = words.slice(back + 1, index)
      if (between.every((each) => BETWEEN_PERFECT.test(each.word))) {
        const before = words[back - 1]?.word ?? ''
        return /^(?:would|could|should|might|may|must|to)$/.test(before) ? 'open' : 'done'
      }
    }
    if (word.clause !== own.clause && !OPENERS.has(word.word)) continue
    if (OPENERS.has(word.word) && !isSettledNoun(words, back)) return 'open'
  }
  return 'plain'
}
