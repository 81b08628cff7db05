/**
 * Calls of tools that a server left in the text, as the models' templates write them. What stands before such a mark is no
 * answer either, so that a call need not be read: that it begins is enough.
 */

/** What tells a call in the text. */
export interface CallMarks {
  /** A pattern for where a call begins or ends. */
  call: string
  /** One for the end of a text that may become one; of those in angles and square brackets, the other marks have it. */
  begun: string
}

/** Keys under which a call in JSON has the tool's name. */
const KEYS = ['name', 'tool', 'tool_name', 'function']
/** Between the parts of a call. */
const GAP = String.raw`\s{0,4}`
/** Characters of the longest name of an argument. */
const LONGEST_ARGUMENT = 40

/**
 * Names are matched whole, and only where a call's own form is around them: a tool's name may be a word of the answer, as in
 * "compare(d) with the year before".
 * @param names of the tools that a model may call
 */
export function callMarks(names: readonly string[]): CallMarks {
  const oneOf = (words: readonly string[]) => `(?:${words.join('|')})`
  const begunOf = (words: readonly string[]) => oneOf(words.map((word) => beginningsOf(word)))
  const key = `["']${oneOf(KEYS)}["']`
  const name = String.raw`(?<!\w)${oneOf(names)}`
  return {
    call: [
      // Qwen, Hermes, MiniMax; GLM; Llama and Qwen-Coder; Claude's form; Mistral; harmony without its marks
      String.raw`<\/?(?:[a-z]{1,9}:)?(?:tool|function)_?calls?>`,
      String.raw`<\/?arg_(?:key|value)>`,
      '<function=|<invoke ',
      String.raw`\[TOOL_CALLS\]`,
      String.raw`=functions\.`,
      // {"name": "search_documents"
      `${key}${GAP}:${GAP}["']${oneOf(names)}["']`,
      // search_documents(question="…"), search_documents("…"), list_documents(), search_documents{"question"
      String.raw`${name}${GAP}(?:\{${GAP}["'}]|\(${GAP}(?:[)"'{]|[\w-]{1,${LONGEST_ARGUMENT}}${GAP}[=:]))`,
    ].join('|'),
    begun: [
      beginningsOf('=functions.'),
      `["']${begunOf(KEYS)}?`,
      `${key}${GAP}(?::${GAP}(?:["']${begunOf(names)}?)?)?`,
      String.raw`(?<!\w)${begunOf(names)}`,
      String.raw`${name}${GAP}(?:\{${GAP}|\(${GAP}(?:[\w-]{1,${LONGEST_ARGUMENT}}${GAP})?)?`,
    ].join('|'),
  }
}

/** Special tokens of Llama, harmony, DeepSeek, Kimi, Phi and Command. */
export function opensCall(token: string): boolean {
  return /^(?:python_tag|call|start_action|tool[_▁ ]calls?(?:[_▁ ]section)?(?:[_▁ ]begin)?)$/.test(token)
}

/** A pattern of the word's beginnings, itself included: `a(?:b(?:c)?)?`. */
export function beginningsOf(word: string): string {
  const [first = '', ...rest] = [...word].map((letter) => letter.replace(/[.[\]]/, String.raw`\$&`))
  return first + rest.reduceRight((inner, letter) => `(?:${letter}${inner})?`, '')
}
