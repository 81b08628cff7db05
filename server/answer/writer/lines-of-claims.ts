/**
 * Lines of an answer that claim nothing, and so need no source: a heading, what leads a list in, the head of a table, a list
 * of the sources. There is no grammar here: a line is one of these only where its form says so and no word of it looks like
 * a claim's. For a claim that passed as a heading would escape its check, while a heading that is checked has but a mark.
 */
import { isPast } from '../verification/meanings.ts'
import type { LineKind } from './markdown/plain-lines.ts'

/** A line with something to check: what it claims or, where it only lists sources, that there are such. */
export interface Line {
  text: string
  listsSources: boolean
}

/** Tells the lines that claim something from those that do not, one after the other. */
export class LinesOfClaims {
  private amongSources = false

  /** Whether what a line is can be told only when it is whole. */
  get mustWait(): boolean {
    return this.amongSources
  }

  /** The line, where it needs a check. @param sentences how many it has */
  take(text: string, { sentences, kind }: { sentences: number; kind: LineKind | undefined }): Line[] {
    if (text.trim() === '') return []
    const mayClaimNothing = sentences <= 1
    const entry = ENTRY.exec(text)?.groups?.title
    const isHead = mayClaimNothing && isHeadOfSources(text)
    this.amongSources = isHead || (this.amongSources && entry !== undefined)
    if (this.amongSources) return [{ text, listsSources: isHead || isTitle(entry ?? '') }]
    return mayClaimNothing && claimsNothing(text, kind) ? [] : [{ text, listsSources: false }]
  }
}

function claimsNothing(text: string, kind: LineKind | undefined): boolean {
  if (kind === 'table-head') return text.split('·').every((cell) => cell.trim() === '' || isName(cell.trim()))
  return (kind === 'heading' && isName(plain(text))) || isLeadIn(text)
}

/** The mark of an item before the words of a line. */
const ITEM = /^\s*(?:•\s+)?(?:\d{1,2}[.)]\s+)?/

/** "Overview:", "Here is what the sources say about the crisis:" */
function isLeadIn(line: string): boolean {
  if (!/[:：]\s*$/.test(line)) return false
  const words = plain(line)
  const ofTheAnswer = OF_THE_ANSWER.exec(words)
  const about = ofTheAnswer?.groups?.about
  return isName(words) || (ofTheAnswer !== null && (about === undefined || isName(about)))
}

/** What an answer says of itself and its sources: such verbs claim nothing of what happened. */
const OF_THE_ANSWER =
  /^(?:here (?:is|are)(?! what)|(?:here is )?(?:what )?(?:the|these) (?:sources|records|documents|summaries) (?:say|show|tell|describe|report|mention|list|name|contain)(?: the following)?(?= (?:about|on|of|regarding) |$))(?: (?<about>.+))?$/i

const HEAD_OF_SOURCES =
  /^(?:sources?(?: (?:cited|used|consulted))?|references|bibliography|works cited|citations|quellen|fuentes|références|источники|출처|参考文献|来源|出典)$/i
const MARKS = /\[[\d\s,;–-]+\]/g

/** "Sources:", also with nothing but their numbers behind it. */
function isHeadOfSources(line: string): boolean {
  return HEAD_OF_SOURCES.test(plain(line.replace(MARKS, '').replace(/(?<![\s,;.])[\s,;.]+$/, '')))
}

/** "[1] Memorandum from Rusk to Johnson, 1968" */
const ENTRY = /^\s*(?:•\s+)?(?:\[\d+\]:?|\d{1,2}[.)])\s+(?<title>.+)$/

/** A title may have many words, numbers, and in capitals any word ("Ciphered Telegram"). */
function isTitle(text: string): boolean {
  const words = wordsOf(text)
  return !words.some((word, index) => /^\p{Ll}/u.test(word) && isVerb(word, words[index + 1]))
}

/** The words of a heading: without its number, and the colon at its end. */
function plain(line: string): string {
  return line
    .replace(ITEM, '')
    .replace(/(?<!\s)\s*[:：]\s*$/, '')
    .trim()
}

/** Words that a heading has at most. */
const MOST_WORDS = 8
/** Characters that one has at most where words have no spaces between them. */
const MOST_CHARACTERS = 4
const ENGLISH = /^(?:the|of|and|for|to|with|from|between|after|before|during)$/
/** A verb in the present has its object behind it: "Kim orders the attack", not "Orders of the general". */
const BEHIND_A_NOUN =
  /^(?:of|in|on|at|to|for|from|with|by|and|or|between|among|against|about|after|before|during|under|toward|towards|over|since|until|as|vs)$/i
const AUXILIARY =
  /^(?:is|are|am|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|cannot|ought)$/
const DENIAL = /^(?:no|not|never|none|nobody|nothing|neither|nor|without)$/i

/**
 * Whether words name a subject and say nothing of it, as far as can be told: few, without a number, a stop, a verb, a denial.
 * Verbs can be told in English alone; in any other language it is one word at most.
 */
function isName(text: string): boolean {
  const words = wordsOf(text)
  if (/\p{N}|[.!?;。！？；…]/u.test(text.replace(/(?<!\p{L})(?:\p{Lu}\.){2,}/gu, ''))) return false
  if (words.length === 0 || words.length > MOST_WORDS) return false
  if (/[^\p{ASCII}‘’“”–—]/u.test(text))
    return words.length === 1 && (!/\p{Lo}/u.test(text) || text.length <= MOST_CHARACTERS)
  const isEnglish =
    words.length <= 2 ||
    words.some((word) => ENGLISH.test(word)) ||
    words.every((word) => /^\p{Lu}/u.test(word))
  return isEnglish && !words.some((word, index) => isVerb(word, words[index + 1]) || DENIAL.test(word))
}

function isVerb(word: string, next: string | undefined): boolean {
  const small = word.toLowerCase()
  if (small === 'united') return false
  if (AUXILIARY.test(word) || isPast(small) || /n['’]t$/.test(small)) return true
  return /[^'’sui]s$/.test(small) && next !== undefined && !BEHIND_A_NOUN.test(next)
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}'’-]*\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
}
