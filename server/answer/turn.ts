/** An earlier question of the conversation with the text of its answer. */
export interface Turn {
  question: string
  answer: string
}
