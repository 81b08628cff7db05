/**
 * Patterns for tool calls that a server left in the text, in the syntax of the models' chat templates. A call need not be parsed:
 * it is enough to know that one begins, because the text before it is no answer either.
 */

/** Sources of regular expressions. */
export interface ToolCallPatterns {
  /** Matches where a call begins or ends. */
  call: string
  /** Matches the beginning of one, except those in angle or square brackets: `chat-format-patterns.ts` has these. */
  partialCall: string
}

/** Keys of the tool's name in a JSON call. */
const TOOL_NAME_KEYS = ['name', 'tool', 'tool_name', 'function']
/** White space between the parts of a call. */
const BLANKS = String.raw`\s{0,4}`
/** No argument's name is longer. */
const MAX_ARGUMENT_NAME_CHARACTERS = 40

/**
 * Tool names match as whole words and only within the syntax of a call: a tool's name may also be a word of the answer,
 * as in "compare(d) with the year before".
 * @param names the tools that the model may call
 */
export function toolCallPatterns(names: readonly string[]): ToolCallPatterns {
  const anyOf = (words: readonly string[]) => `(?:${words.join('|')})`
  const anyPrefixOf = (words: readonly string[]) => anyOf(words.map((word) => prefixPattern(word)))
  const key = `["']${anyOf(TOOL_NAME_KEYS)}["']`
  const name = String.raw`(?<!\w)${anyOf(names)}`
  return {
    call: [
      // In order: Qwen, Hermes, MiniMax; GLM; Llama and Qwen-Coder, Claude's syntax; Mistral; harmony without its marks
      String.raw`<\/?(?:[a-z]{1,9}:)?(?:tool|function)_?calls?>`,
      String.raw`<\/?arg_(?:key|value)>`,
      '<function=|<invoke ',
      String.raw`\[TOOL_CALLS\]`,
      String.raw`=functions\.`,
      // {"name": "search_documents"
      `${key}${BLANKS}:${BLANKS}["']${anyOf(names)}["']`,
      // search_documents(question="…"), search_documents("…"), list_documents(), search_documents{"question"
      String.raw`${name}${BLANKS}(?:\{${BLANKS}["'}]|\(${BLANKS}(?:[)"'{]|[\w-]{1,${MAX_ARGUMENT_NAME_CHARACTERS}}${BLANKS}[=:]))`,
    ].join('|'),
    partialCall: [
      prefixPattern('=functions.'),
      `["']${anyPrefixOf(TOOL_NAME_KEYS)}?`,
      `${key}${BLANKS}(?::${BLANKS}(?:["']${anyPrefixOf(names)}?)?)?`,
      String.raw`(?<!\w)${anyPrefixOf(names)}`,
      String.raw`${name}${BLANKS}(?:\{${BLANKS}|\(${BLANKS}(?:[\w-]{1,${MAX_ARGUMENT_NAME_CHARACTERS}}${BLANKS})?)?`,
    ].join('|'),
  }
}

/** Whether a special token begins a tool call (Llama, harmony, DeepSeek, Kimi, Phi, Command). */
export function isToolCallToken(token: string): boolean {
  return /^(?:python_tag|call|start_action|tool[_▁ ]calls?(?:[_▁ ]section)?(?:[_▁ ]begin)?)$/.test(token)
}

/** A pattern that matches every prefix of the word. @example prefixPattern('abc') // 'a(?:b(?:c)?)?' */
export function prefixPattern(word: string): string {
  const [first = '', ...rest] = [...word].map((letter) => letter.replace(/[.[\]]/, String.raw`\$&`))
  return first + rest.reduceRight((inner, letter) => `(?:${letter}${inner})?`, '')
}
