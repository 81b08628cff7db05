/** The answer that a question expects: the type of value, and whether it is a chronology. Read from its interrogatives. */
import type { Understanding } from './understanding.ts'

/** The type of value that an answer must contain (the "expected answer type" of question answering). */
export type ValueType = 'number' | 'date' | 'place' | 'name'

export interface ExpectedAnswer {
  /** Undefined where the question asks for no single value. */
  valueType?: ValueType
  /** True for a course of events or of a life: the answer follows the dates. */
  chronological: boolean
}

const ASKS_FOR_NUMBER =
  /\bhow (?:many|much|big|large|long|far|old|often|high|heavy)\b|\bwhat (?:number|share|percentage|sum|amount|grade)\b/i
const ASKS_FOR_DATE =
  /^\s*when\b|\b(?:on|in) (?:what|which) (?:day|date|year|month)\b|\b(?:what|which) (?:day|date|year)\b|[,;:.?!]\s*(?:and )?when (?:did|was|were|had|does|is)\b/i
const ASKS_FOR_PLACE =
  /^\s*where\b|\b(?:in|from|to) (?:what|which) (?:country|city|town|place)\b|\b(?:what|which) (?:country|city|town)(?:'s|’s|s)?\b/i
const ASKS_FOR_NAME =
  /^\s*(?:who|whom)\b(?! (?:was|is|were|are) [\p{Lu}])|\bwho (?:led|headed|signed|wrote|said|ordered|shot|killed)\b/iu
/** Words that ask for a course of events. */
const CHRONOLOGY_WORDS =
  /\b(?:over (?:time|the (?:years|decades))|step by step|history of|timeline|course of|trace|chronolog\w+|overview|changed? (?:over|between|from)|what (?:happened|became)|who (?:was|is|were))\b/i
/** "How did … change": two patterns, one searched after the other. One pattern with `.*` would backtrack. */
const HOW_DID = /\bhow (?:did|has|have|had)\b/i
const CHANGE_VERBS = /\b(?:chang|develop|evolv|shift|mov|go from|grow|rise|rose|progress|unfold)/i

/**
 * @example 'How many sailors died?' → { valueType: 'number', chronological: false }
 * @example 'How did relations with China change?' → { chronological: true }
 */
export function expectedAnswer({
  question,
  names,
  periods,
}: Pick<Understanding, 'question' | 'names' | 'periods'>): ExpectedAnswer {
  const valueType = ASKS_FOR_NUMBER.test(question)
    ? 'number'
    : ASKS_FOR_DATE.test(question)
      ? 'date'
      : ASKS_FOR_PLACE.test(question)
        ? 'place'
        : ASKS_FOR_NAME.test(question)
          ? 'name'
          : undefined
  const chronological =
    CHRONOLOGY_WORDS.test(question) ||
    asksHowItChanged(question) ||
    isOnlyNamesAndPeriods(question, [...names, ...periods])
  return { ...(valueType ? { valueType } : {}), chronological }
}

function asksHowItChanged(question: string): boolean {
  const at = question.search(HOW_DID)
  return at >= 0 && CHANGE_VERBS.test(question.slice(at))
}

/** True where the question consists of names and periods only: "Pueblo crisis 1968". */
function isOnlyNamesAndPeriods(question: string, understood: readonly { text: string }[]): boolean {
  if (understood.length === 0) return false
  const left = understood.reduce((rest, { text }) => rest.replace(text, ' '), question)
  return !/\p{L}{3}/u.test(left.replace(/\b(?:the|and|of|in)\b/gi, ' '))
}
