/** What kind of answer a question asks for: by its interrogatives, which are a closed class of English. */
import type { Understanding } from './understanding.ts'

/** What an answer must contain to be one. */
export type AskedValue = 'number' | 'date' | 'place' | 'name'

/** In what form an answer is best read. */
export interface AskedForm {
  /** Undefined where it asks for no single value. */
  value?: AskedValue
  /** A course of events or of a life, told in the order of time. */
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
/** Words for a course of events, wherever they stand. */
const COURSE =
  /\b(?:over (?:time|the (?:years|decades))|step by step|history of|timeline|course of|trace|chronolog\w+|overview|changed? (?:over|between|from)|what (?:happened|became)|who (?:was|is|were))\b/i
/** "How did … change": two searches, one after the other, so that a question is read once. */
const HOW_DID = /\bhow (?:did|has|have|had)\b/i
const CHANGES = /\b(?:chang|develop|evolv|shift|mov|go from|grow|rise|rose|progress|unfold)/i

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

/** Whether nothing but names and periods is asked for: a bare name or event. */
function isBare(question: string, understood: readonly { text: string }[]): boolean {
  if (understood.length === 0) return false
  const left = understood.reduce((rest, { text }) => rest.replace(text, ' '), question)
  return !/\p{L}{3}/u.test(left.replace(/\b(?:the|and|of|in)\b/gi, ' '))
}
