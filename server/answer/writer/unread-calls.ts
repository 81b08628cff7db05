/**
 * Calls of tools that a server left in the text, as the models' templates write them. What stands before such a mark is no
 * answer either, so that the mark is known by its end: nothing need be held back for its beginning.
 */
import { doing } from '../tools/tools.ts'

const NAMES = [...doing.keys()]

/** Where a call begins or ends. */
export const CALL = [
  // Qwen, Hermes, MiniMax; GLM; Llama and Qwen-Coder; Claude's form; Mistral; harmony without its marks
  String.raw`<\/?(?:[a-z]{1,9}:)?(?:tool|function)_?calls?>`,
  String.raw`<\/?arg_(?:key|value)>`,
  '<function=|<invoke ',
  String.raw`\[TOOL_CALLS\]`,
  String.raw`=functions\.`,
  // {"name": "search_documents"
  String.raw`:\s{0,4}["'](?:${NAMES.join('|')})["']`,
  // search_documents(question="…"), search_documents{"question"
  String.raw`(?<![\p{L}\p{N}_])(?:${NAMES.join('|')})(?:\(|\s{0,2}\{)`,
].join('|')

/** The end of a text that may become one; of those in angles and square brackets, the other marks have it. */
export const CALL_BEGUN = [
  beginningsOf('=functions.'),
  String.raw`:\s{0,4}(?:["'](?:(?:${NAMES.map((name) => beginningsOf(name)).join('|')}))?)?`,
  String.raw`(?<![\p{L}\p{N}_])(?:${NAMES.map((name) => beginningsOf(name)).join('|')})\s{0,2}`,
].join('|')

/** Special tokens of Llama, harmony, DeepSeek, Kimi, Phi and Command. */
export function opensCall(token: string): boolean {
  return /^(?:python_tag|call|start_action|tool[_▁ ]calls?(?:[_▁ ]section)?(?:[_▁ ]begin)?)$/.test(token)
}

/** A pattern of the word's beginnings, itself included: `a(?:b(?:c)?)?`. */
export function beginningsOf(word: string): string {
  const [first = '', ...rest] = [...word].map((letter) => letter.replace(/[.[\]]/, String.raw`\$&`))
  return first + rest.reduceRight((inner, letter) => `(?:${letter}${inner})?`, '')
}
