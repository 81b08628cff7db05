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
/** "Over time", "how did … change", "step by step". */
const COURSE =
  /\b(?:over (?:time|the (?:years|decades))|step by step|history of|timeline|course of|trace|chronolog\w+|overview)\b|\bhow (?:did|has|have|had)\b.*\b(?:chang|develop|evolv|shift|mov|go from|grow|rise|rose|progress|unfold)\w*|\bchange[ds]? (?:over|between|from|from)\b|\bwhat (?:happened|became)\b|\bwho (?:was|is|were)\b/i

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
  const course = COURSE.test(question) || isBare(question, [...names, ...periods])
  return { ...(value ? { value } : {}), course }
}

/** Whether nothing but names and periods is asked for: a bare name or event. */
function isBare(question: string, understood: readonly { text: string }[]): boolean {
  if (understood.length === 0) return false
  const left = understood.reduce((rest, { text }) => rest.replace(text, ' '), question)
  return !/\p{L}{3}/u.test(left.replace(/\b(?:the|and|of|in)\b/gi, ' '))
}
