/** A question asked before, and what was answered. */
export interface Turn {
  question: string
  answer: string
}
