/** Splits a sentence into clauses long enough to mean something: each is held to the record by itself. */
import { nameTokens } from '../../../corpus/names/name-tokens.ts'

/** Words that a clause has at least; shorter ones stay with their neighbour. */
const FEWEST = 7
const BORDER =
  /(?:[;:]\s+|,\s+|\s[–—]\s|\s(?=(?:and|but|while|though|although|which|who|because|since|whereas|so that|after|before|when|that|if|whether)\s))/g

export function splitClauses(sentence: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (const match of sentence.matchAll(BORDER)) {
    pieces.push(sentence.slice(start, match.index + match[0].length))
    start = match.index + match[0].length
  }
  pieces.push(sentence.slice(start))
  const clauses: string[] = []
  for (const piece of pieces) {
    const last = clauses.at(-1)
    const short = last !== undefined && (wordCount(last) < FEWEST || wordCount(piece) < FEWEST)
    if (short) clauses[clauses.length - 1] = last + piece
    else clauses.push(piece)
  }
  return clauses.map((clause) => clause.trim().replace(/[,;:]$/, ''))
}

function wordCount(text: string): number {
  return nameTokens(text).length
}
