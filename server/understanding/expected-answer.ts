/** The answer that a question expects: the type of value, and whether it is a chronology. Read from its interrogatives. */
import type { Understanding } from './understanding.ts'

/** The type of value that an answer must contain (the "expected answer type" of question answering). */
export type AskedValue = 'number' | 'date' | 'place' | 'name'

export interface AskedForm {
  /** Undefined where the question asks for no single value. */
  value?: AskedValue
  /** True for a course of events or of a life: the answer follows the dates. */
  course: boolean
}

const NUMBER =
  /\bhow (?:many|much|big|large|long|far|old|often|high|heavy)\b|\bwhat (?:number|share|percentage|sum|amount|grade)\b/i
const DATE =
  /^\s*when\b|\b(?:on|in) (?:what|which) (?:day|date|year|month)\b|\b(?:what|which) (?:day|date|year)\b|[,;:.?!]\s*(?:and )?when (?:did|was|were|had|does|is)\b/i
const PLACE =
  /^\s*where\b|\b(?:in|from|to) (?:what|which) (?:country|city|town|place)\b|\b(?:what|which) (?:country|city|town)(?:'s|’s|s)?\b/i
const NAME =
  /^\s*(?:who|whom)\b(?! (?:was|is|were|are) [\p{Lu}])|\bwho (?:led|headed|signed|wrote|said|ordered|shot|killed)\b/iu
/** Words that ask for a course of events. */
const COURSE =
  /\b(?:over (?:time|the (?:years|decades))|step by step|history of|timeline|course of|trace|chronolog\w+|overview|changed? (?:over|between|from)|what (?:happened|became)|who (?:was|is|were))\b/i
/** "How did … change": two patterns, one searched after the other. One pattern with `.*` would backtrack. */
const HOW_DID = /\bhow (?:did|has|have|had)\b/i
const CHANGES = /\b(?:chang|develop|evolv|shift|mov|go from|grow|rise|rose|progress|unfold)/i

/**
 * @example 'How many sailors died?' → { valueType: 'number', chronological: false }
 * @example 'How did relations with China change?' → { chronological: true }
 */
export function askedForm({
  question,
  names,
  periods,
}: Pick<Understanding, 'question' | 'names' | 'periods'>): AskedForm {
  const value = NUMBER.test(question)
    ? 'number'
    : DATE.test(question)
      ? 'date'
      : PLACE.test(question)
        ? 'place'
        : NAME.test(question)
          ? 'name'
          : undefined
  const course = COURSE.test(question) || tellsChange(question) || isBare(question, [...names, ...periods])
  return { ...(value ? { value } : {}), course }
}

function tellsChange(question: string): boolean {
  const at = question.search(HOW_DID)
  return at >= 0 && CHANGES.test(question.slice(at))
}

/** True where the question consists of names and periods only: "Pueblo crisis 1968". */
function isBare(question: string, understood: readonly { text: string }[]): boolean {
  if (understood.length === 0) return false
  const left = understood.reduce((rest, { text }) => rest.replace(text, ' '), question)
  return !/\p{L}{3}/u.test(left.replace(/\b(?:the|and|of|in)\b/gi, ' '))
}
