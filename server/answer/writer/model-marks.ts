/** The marks of models' own formats in a text: of thoughts, turns and channels, and of calls of tools. */
import { doing } from '../tools/tools.ts'
import { beginningsOf, callMarks } from './unread-calls.ts'

/** The thoughts' tags of DeepSeek, Qwen, Seed, Magistral, Kimi; special tokens; Llama's, Mistral's and Gemma's marks. */
const TAG = String.raw`<(\/?)(?:(?:[a-z]{1,9}:)?think(?:ing)?|thought|reasoning|reflection)>|\[(\/?)THINK\]|◁(\/?)think▷`
const TOKEN = String.raw`<[|｜]([^<>|｜\n]{1,40})[|｜]>`
const TURN = String.raw`<(start|end)_of_turn>|\[(\/?)INST\]`
/** What opens the answer, whatever was said before: R1's tag, and harmony's channel where its marks were stripped. */
const FINAL = 'assistantfinal'
const EMPTY = String.raw`<\/?s>|<<\/?SYS>>|<(?:eos|bos|pad)>|<\/answer>`

/** What is looked for in a model's text. */
export interface Marks {
  mark: RegExp
  /** The end of a text that may become one. */
  begun: RegExp
}

/** @param tools the names by which the model may call them */
export function marksFor(tools: readonly string[]): Marks {
  const { call, begun } = callMarks(tools)
  return {
    mark: new RegExp(`${TAG}|${TOKEN}|${TURN}|(<answer>|${FINAL})|(${call})|${EMPTY}`, 'giu'),
    begun: new RegExp(
      [
        String.raw`(?:<\/?[a-z_:]{0,26}|<[|｜][^<>|｜\n]{0,40}[|｜]?|<<\/?(?:S(?:Y(?:S>?)?)?)?|\[\/?(?:[IT][A-Z_]{0,9})?`,
        String.raw`◁\/?[a-z]{0,5}|${beginningsOf(FINAL)}|${begun})$`,
      ].join('|'),
      'giu',
    ),
  }
}

export const MARKS = marksFor([...doing.keys()])
