/** Sentences that cannot be quoted alone, and those that they lean on. */
import type { ScoredSentence } from '../retrieval/sentences.ts'

/** The sentences just before one that leans on them ("He adds …", "The latter …"), back to one that stands alone. */
export function antecedents(sentence: ScoredSentence, siblings: readonly ScoredSentence[]): ScoredSentence[] {
  if (sentence.ordinal === 0 || standsAlone(sentence.text)) return []
  const before = siblings.find(({ ordinal }) => ordinal === sentence.ordinal - 1)
  return before ? [...antecedents(before, siblings), before] : []
}

const LEANING =
  /^(?:He|She|They|It|His|Her|Their|Its|This|These|That|Those|Both|Neither|Each|Such|There|Then|The (?:latter|former|two|other|others|same|talk|text|note|letter|report|paper|author|envoy|meeting)|But|And|Yet|So|Also|Another|Others|One|As for|In (?:return|reply|turn|addition|response)|Instead|Meanwhile|Later|Earlier|Afterwards|Among (?:them|these)|Asked)\b/

function standsAlone(text: string): boolean {
  return !LEANING.test(text)
}
