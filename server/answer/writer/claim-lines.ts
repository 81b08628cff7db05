/**
 * Recognizes the lines of an answer that claim nothing and so need no source: headings, lead-ins of lists, heads of tables,
 * lists of sources. The sentence is not parsed. A line counts as one of these only if its form fits and no word of it could be
 * part of a claim: a claim taken for a heading would escape the check, while a checked heading only gets a needless mark.
 */
import { isPast } from '../verification/meanings.ts'
import type { LineKind } from './markdown/plain-lines.ts'

/** A line to check: its claims or, where it only lists sources, that these numbers exist. */
export interface CheckableLine {
  text: string
  listsSources: boolean
}

/** Selects the lines to check, one after the other. */
export class ClaimLineFilter {
  private isInSourceList = false

  /** Whether a line must be complete before its sentences can be emitted. */
  get needsCompleteLine(): boolean {
    return this.isInSourceList
  }

  /** Returns the line if it needs a check. @param sentences number of sentences in the line */
  linesToCheck(
    text: string,
    { sentences, kind }: { sentences: number; kind: LineKind | undefined },
  ): CheckableLine[] {
    if (text.trim() === '') return []
    const mayClaimNothing = sentences <= 1
    const entry = SOURCE_LIST_ENTRY.exec(text)?.groups?.title
    const isHead = mayClaimNothing && isSourceListHeading(text)
    this.isInSourceList = isHead || (this.isInSourceList && entry !== undefined)
    if (this.isInSourceList) return [{ text, listsSources: isHead || isTitle(entry ?? '') }]
    return mayClaimNothing && isWithoutClaim(text, kind) ? [] : [{ text, listsSources: false }]
  }
}

function isWithoutClaim(text: string, kind: LineKind | undefined): boolean {
  if (kind === 'table-head')
    return text.split('·').every((cell) => cell.trim() === '' || isBareTopic(cell.trim()))
  return (kind === 'heading' && isBareTopic(headingText(text))) || isLeadIn(text)
}

/** Bullet and number at the start of a line. */
export const LIST_MARKER = /^\s*(?:•\s+)?(?:\d{1,2}[.)]\s+)?/

/** "Overview:", "Here is what the sources say about the crisis:" */
function isLeadIn(line: string): boolean {
  if (!/[:：]\s*$/.test(line)) return false
  const words = headingText(line)
  const ofTheAnswer = ABOUT_THE_SOURCES.exec(words)
  const about = ofTheAnswer?.groups?.about
  return isBareTopic(words) || (ofTheAnswer !== null && (about === undefined || isBareTopic(about)))
}

/** Phrases about the answer and its sources: their verbs claim nothing about events. */
const ABOUT_THE_SOURCES =
  /^(?:here (?:is|are)(?! what)|(?:here is )?(?:what )?(?:the|these) (?:sources|records|documents|summaries) (?:say|show|tell|describe|report|mention|list|name|contain)(?: the following)?(?= (?:about|on|of|regarding) |$))(?: (?<about>.+))?$/i

const SOURCE_LIST_HEADING =
  /^(?:sources?(?: (?:cited|used|consulted))?|references|bibliography|works cited|citations|quellen|fuentes|références|источники|출처|参考文献|来源|出典)$/i
const CITATION_MARKS = /\[[\d\s,;–-]+\]/g

/** "Sources:", also followed by nothing but citation numbers. */
function isSourceListHeading(line: string): boolean {
  return SOURCE_LIST_HEADING.test(
    headingText(line.replace(CITATION_MARKS, '').replace(/(?<![\s,;.])[\s,;.]+$/, '')),
  )
}

/** "[1] Memorandum from Rusk to Johnson, 1968" */
const SOURCE_LIST_ENTRY = /^\s*(?:•\s+)?(?:\[\d+\]:?|\d{1,2}[.)])\s+(?<title>.+)$/

/** Unlike a heading, a title may have many words, numbers, and any capitalized word ("Ciphered Telegram"). */
function isTitle(text: string): boolean {
  const words = wordsInLine(text)
  return !words.some((word, index) => /^\p{Ll}/u.test(word) && isVerb(word, words[index + 1]))
}

/** The text of a heading without its number and final colon. */
function headingText(line: string): string {
  return line
    .replace(LIST_MARKER, '')
    .replace(/(?<!\s)\s*[:：]\s*$/, '')
    .trim()
}

/** A heading has no more words. */
const MAX_HEADING_WORDS = 8
/** A heading has no more characters in a script without spaces between words. */
const MAX_UNSPACED_HEADING_CHARACTERS = 4
const ENGLISH_FUNCTION_WORD = /^(?:the|of|and|for|to|with|from|between|after|before|during)$/
/** A word in -s before one of these is a noun ("Orders of the general"); else it may be a verb ("Kim orders the attack"). */
const FOLLOWS_A_NOUN =
  /^(?:of|in|on|at|to|for|from|with|by|and|or|between|among|against|about|after|before|during|under|toward|towards|over|since|until|as|vs)$/i
const AUXILIARY =
  /^(?:is|are|am|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|cannot|ought)$/
const NEGATION = /^(?:no|not|never|none|nobody|nothing|neither|nor|without)$/i

/**
 * Whether a text names a topic without a statement about it: few words, no number, full stop, verb or negation. Verbs are
 * recognized in English only; in any other language the text must be a single word.
 */
function isBareTopic(text: string): boolean {
  const words = wordsInLine(text)
  if (/\p{N}|[.!?;。！？；…]/u.test(text.replace(/(?<!\p{L})(?:\p{Lu}\.){2,}/gu, ''))) return false
  if (words.length === 0 || words.length > MAX_HEADING_WORDS) return false
  if (/[^\p{ASCII}‘’“”–—]/u.test(text))
    return words.length === 1 && (!/\p{Lo}/u.test(text) || text.length <= MAX_UNSPACED_HEADING_CHARACTERS)
  const isEnglish =
    words.length <= 2 ||
    words.some((word) => ENGLISH_FUNCTION_WORD.test(word)) ||
    words.every((word) => /^\p{Lu}/u.test(word))
  return isEnglish && !words.some((word, index) => isVerb(word, words[index + 1]) || NEGATION.test(word))
}

function isVerb(word: string, next: string | undefined): boolean {
  const small = word.toLowerCase()
  if (small === 'united') return false
  if (AUXILIARY.test(word) || isPast(small) || /n['’]t$/.test(small)) return true
  return /[^'’sui]s$/.test(small) && next !== undefined && !FOLLOWS_A_NOUN.test(next)
}

function wordsInLine(text: string): string[] {
  return text.match(/[\p{L}\p{M}'’-]*\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
}
