/**
 * Filters the visible text out of a model's raw text. A server that does not know a model's chat template leaves in the text:
 * reasoning, between tags or with the closing tag alone (the opening one was in the prompt); the marks of the chat format,
 * including harmony's channels (gpt-oss); and tool calls. Text is held back only where such a mark may have begun.
 */
import { CHAT_FORMAT_PATTERNS } from './chat-format-patterns.ts'
import { isToolCallToken } from './tool-call-patterns.ts'

/** The next piece of visible text. */
export interface VisibleTextUpdate {
  text: string
  /** A `</think>` came without `<think>`: everything streamed so far was reasoning. */
  retractsEarlierText: boolean
}

/** A longer text after a turn's or channel's mark is not its heading. */
const MAX_HEADING_CHARACTERS = 80
/** Headings of turns that are not the model's. */
const OTHER_TURN_HEADING = /^\s*(?:user|system|human|tool|developer|ipython|functions?)\b/i
/** Headings of harmony channels that are not the answer. */
const REASONING_CHANNEL = /\b(?:analysis|commentary)\b/

/** What the current text is; of a heading, also what ends it: a mark, or the end of the line. */
type Mode =
  | 'answer'
  | 'reasoning'
  | 'channel-reasoning'
  | 'other-turn'
  | 'tool-call'
  | { heading: string; endsAt: 'mark' | 'line' }

export class VisibleTextFilter {
  private held = ''
  /** The character before the held text: a tool's name must not begin within a word. */
  private before = ''
  private mode: Mode = 'answer'
  /** The last visible character, and whether something was removed after it. */
  private last = ''
  private hasGapAfterLast = false
  /** Whether no tag has come yet: only the first one can be a `</think>` without `<think>`. */
  private isBeforeFirstTag = true
  private hasToolCall = false
  private out: VisibleTextUpdate = { text: '', retractsEarlierText: false }

  constructor(private readonly marks = CHAT_FORMAT_PATTERNS) {}

  /** Takes more raw text. */
  add(delta: string): VisibleTextUpdate {
    return this.take(this.held + delta, false)
  }

  /** Whether the text contains a tool call, and no answer after it. */
  get endsWithToolCall(): boolean {
    return this.hasToolCall && (this.mode === 'tool-call' || this.mode === 'reasoning' || this.last === '')
  }

  /** The text has ended: returns what is held. */
  rest(): VisibleTextUpdate {
    return this.take(this.held, true)
  }

  private take(text: string, ended: boolean): VisibleTextUpdate {
    this.out = { text: '', retractsEarlierText: false }
    const raw = this.before + text
    const { mark, partialMark } = this.marks
    let at = this.before.length
    for (let found = nextMatch(mark, raw, at); found; found = nextMatch(mark, raw, at)) {
      this.consume(raw.slice(at, found.index))
      this.applyMark(found)
      at = found.index + found[0].length
    }
    const end = (ended ? undefined : nextMatch(partialMark, raw, at)?.index) ?? raw.length
    this.held = raw.slice(end)
    this.before = raw.charAt(end - 1)
    this.consume(raw.slice(at, end))
    return this.out
  }

  private consume(text: string): void {
    const { mode } = this
    if (text === '') return
    if (typeof mode === 'object') this.readHeading(mode, text)
    else if (mode === 'answer') this.emit(text)
  }

  private emit(text: string): void {
    // White space between reasoning and answer is dropped.
    const visible = this.last === '' ? text.trimStart() : text
    if (visible === '') return
    const separator = this.hasGapAfterLast && /\S/.test(this.last) && /^\S/.test(visible) ? '\n' : ''
    this.hasGapAfterLast = false
    this.last = visible.at(-1) ?? ''
    this.out.text += separator + visible
  }

  private applyMark([, ...groups]: RegExpExecArray): void {
    const [tag, bracketed, arrowed, token, turn, instruction, final, call] = groups
    const closing = tag ?? bracketed ?? arrowed ?? (final === undefined ? undefined : '/')
    if (closing === '/') this.closeReasoning()
    if (closing !== undefined) this.isBeforeFirstTag = false
    if (call !== undefined || (token !== undefined && isToolCallToken(token.toLowerCase())))
      this.noteToolCall()
    // Within a call, other marks are part of its arguments.
    if (this.mode === 'tool-call') return
    if (closing === '') this.mode = 'reasoning'
    if (token !== undefined) this.applySpecialToken(token.toLowerCase())
    if (turn !== undefined)
      this.mode = turn.toLowerCase() === 'start' ? { heading: '', endsAt: 'line' } : 'answer'
    if (instruction !== undefined) this.mode = instruction === '' ? 'other-turn' : 'answer'
    if (this.mode !== 'answer') this.hasGapAfterLast = true
  }

  private closeReasoning(): void {
    if ((this.mode === 'answer' || this.mode === 'tool-call') && this.isBeforeFirstTag) {
      this.out = { text: '', retractsEarlierText: true }
      this.last = ''
      this.hasToolCall = false
      this.mode = 'answer'
    }
    if (this.mode !== 'tool-call') this.mode = 'answer'
  }

  /** Within reasoning, a call may only be considered; it counts if no text follows the reasoning. */
  private noteToolCall(): void {
    if (this.mode === 'other-turn') return
    this.hasToolCall = true
    if (this.mode === 'answer') this.mode = 'tool-call'
  }

  private applySpecialToken(name: string): void {
    const { mode } = this
    const heading = typeof mode === 'object' ? mode.heading : ''
    if (/^(?:start_thinking|begin_of_thought|think(?:ing)?)$/.test(name)) {
      this.mode = 'reasoning'
      this.isBeforeFirstTag = false
    } else if (/^(?:end_(?:thinking|of_thought)|\/think(?:ing)?)$/.test(name)) {
      this.closeReasoning()
      this.isBeforeFirstTag = false
    } else if (name === 'start' || name === 'channel' || name === 'constrain')
      this.mode = { heading: `${heading} ${name === 'start' ? '' : name} `, endsAt: 'mark' }
    else if (name === 'start_header_id') this.mode = { heading: '', endsAt: 'mark' }
    else if (name === 'im_start') this.mode = { heading: '', endsAt: 'line' }
    else if (name === 'message' || name === 'end_header_id') this.mode = modeAfterHeading(heading)
    else if (/^(?:user|system|tool)$/.test(name)) this.mode = 'other-turn'
    else if (mode !== 'reasoning') this.mode = 'answer'
  }

  private readHeading(mode: Exclude<Mode, string>, text: string): void {
    const heading = mode.heading + text
    const lineEnd = mode.endsAt === 'line' ? heading.indexOf('\n') : -1
    if (lineEnd >= 0 && lineEnd <= MAX_HEADING_CHARACTERS) {
      this.mode = modeAfterHeading(heading.slice(0, lineEnd))
      this.consume(heading.slice(lineEnd))
    } else if (heading.length > MAX_HEADING_CHARACTERS) {
      this.mode = 'answer'
      this.emit(heading)
    } else this.mode = { ...mode, heading }
  }
}

/** The next match from an offset on; lookbehinds see the text before it. @param pattern with the flag `g` */
function nextMatch(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}

function modeAfterHeading(heading: string): Mode {
  if (OTHER_TURN_HEADING.test(heading)) return 'other-turn'
  return REASONING_CHANNEL.test(heading) ? 'channel-reasoning' : 'answer'
}

/** @example visibleText('<think>The user asks …</think>Kim left [1].') // 'Kim left [1].' */
export function visibleText(raw: string): string {
  const text = new VisibleTextFilter()
  const first = text.add(raw)
  const last = text.rest()
  return last.retractsEarlierText ? last.text : first.text + last.text
}
