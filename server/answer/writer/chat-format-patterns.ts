/** Patterns for the marks of models' chat formats in a text: reasoning, turns, channels, and tool calls. */
import { toolActivities } from '../tools/tools.ts'
import { prefixPattern, toolCallPatterns } from './tool-call-patterns.ts'

/** Reasoning tags of DeepSeek, Qwen, Seed, Magistral, Kimi; below: special tokens; marks of Llama, Mistral and Gemma. */
const REASONING_TAG = String.raw`<(\/?)(?:(?:[a-z]{1,9}:)?think(?:ing)?|thought|reasoning|reflection)>|\[(\/?)THINK\]|◁(\/?)think▷`
const SPECIAL_TOKEN = String.raw`<[|｜]([^<>|｜\n]{1,40})[|｜]>`
const TURN_MARK = String.raw`<(start|end)_of_turn>|\[(\/?)INST\]`
/** Starts the answer, whatever came before: harmony's final channel where its marks were stripped (like R1's `<answer>`). */
const FINAL_CHANNEL = 'assistantfinal'
const IGNORED_MARK = String.raw`<\/?s>|<<\/?SYS>>|<(?:eos|bos|pad)>|<\/answer>`

/** Both patterns have the flag `g`. */
export interface ChatFormatPatterns {
  /** A complete mark. Groups: reasoning tag (3 forms), special token, turn, instruction, start of the answer, tool call. */
  mark: RegExp
  /** The beginning of a mark at the end of the text. */
  partialMark: RegExp
}

/** @param tools names of the tools that the model may call */
export function chatFormatPatterns(tools: readonly string[]): ChatFormatPatterns {
  const { call, partialCall } = toolCallPatterns(tools)
  return {
    mark: new RegExp(
      `${REASONING_TAG}|${SPECIAL_TOKEN}|${TURN_MARK}|(<answer>|${FINAL_CHANNEL})|(${call})|${IGNORED_MARK}`,
      'giu',
    ),
    partialMark: new RegExp(
      [
        String.raw`(?:<\/?[a-z_:]{0,26}|<[|｜][^<>|｜\n]{0,40}[|｜]?|<<\/?(?:S(?:Y(?:S>?)?)?)?|\[\/?(?:[IT][A-Z_]{0,9})?`,
        String.raw`◁\/?[a-z]{0,5}|${prefixPattern(FINAL_CHANNEL)}|${partialCall})$`,
      ].join('|'),
      'giu',
    ),
  }
}

export const CHAT_FORMAT_PATTERNS = chatFormatPatterns([...toolActivities.keys()])
