/**
 * What of a model's raw text is for the reader. Where a server does not know a model's template, its thoughts come in the
 * text, between tags or with the closing one alone (the opening one was in the prompt), and so do the marks of its chat
 * format, those of harmony's channels (gpt-oss) included; and so do calls of tools. What is told is held back only where a
 * mark may have begun.
 */
import { beginningsOf, CALL, CALL_BEGUN, opensCall } from './unread-calls.ts'

/** What is told next. */
export interface Spoken {
  text: string
  /** What was told before it turned out to be thoughts: a tag closed that had not opened. */
  unsaid: boolean
}

/** The thoughts' tags of DeepSeek, Qwen, Seed, Magistral, Kimi; special tokens; Llama's, Mistral's and Gemma's marks. */
const TAG = String.raw`<(\/?)(?:(?:[a-z]{1,9}:)?think(?:ing)?|thought|reasoning|reflection)>|\[(\/?)THINK\]|◁(\/?)think▷`
const TOKEN = String.raw`<[|｜]([^<>|｜\n]{1,40})[|｜]>`
const TURN = String.raw`<(start|end)_of_turn>|\[(\/?)INST\]`
/** What opens the answer, whatever was said before: R1's tag, and harmony's channel where its marks were stripped. */
const FINAL = 'assistantfinal'
const EMPTY = String.raw`<\/?s>|<<\/?SYS>>|<(?:eos|bos|pad)>|<\/answer>`
const MARK = new RegExp(`${TAG}|${TOKEN}|${TURN}|(<answer>|${FINAL})|(${CALL})|${EMPTY}`, 'iu')
/** The end of a text that may become one. */
const BEGUN = new RegExp(
  [
    String.raw`(?:<\/?[a-z_:]{0,26}|<[|｜][^<>|｜\n]{0,40}[|｜]?|<<\/?(?:S(?:Y(?:S>?)?)?)?|\[\/?(?:[IT][A-Z_]{0,9})?`,
    String.raw`◁\/?[a-z]{0,5}|${beginningsOf(FINAL)}|${CALL_BEGUN})$`,
  ].join('|'),
  'iu',
)
/** A turn's or a channel's heading longer than this is none. In characters. */
const LONGEST_HEADING = 80
/** Turns that are not the model's, and channels that are not the answer. */
const OTHERS_TURN = /^\s*(?:user|system|human|tool|developer|ipython|functions?)\b/i
const THOUGHTS = /\b(?:analysis|commentary)\b/

/** Whose text it is, and, in a heading, where that ends: at a mark, or at the end of the line. */
type Mode =
  | 'answer'
  | 'thoughts'
  | 'channel-thoughts'
  | 'others'
  | 'call'
  | { heading: string; endsAt: 'mark' | 'line' }

export class SpokenText {
  private held = ''
  private mode: Mode = 'answer'
  /** The last letter told, and whether something was left out after it. */
  private last = ''
  private gap = false
  /** Only the first tag can close what had not opened. */
  private mayUnsay = true
  private called = false
  private out: Spoken = { text: '', unsaid: false }

  /** Takes more of the raw text. */
  add(delta: string): Spoken {
    return this.take(this.held + delta, false)
  }

  /** Whether a tool was called in it, and no answer came after that. */
  get callsTool(): boolean {
    return this.called && (this.mode === 'call' || this.mode === 'thoughts' || this.last === '')
  }

  /** The text has ended. */
  rest(): Spoken {
    return this.take(this.held, true)
  }

  private take(text: string, ended: boolean): Spoken {
    this.out = { text: '', unsaid: false }
    let open = text
    for (let mark = MARK.exec(open); mark; mark = MARK.exec(open)) {
      this.say(open.slice(0, mark.index))
      this.pass(mark)
      open = open.slice(mark.index + mark[0].length)
    }
    const begun = ended ? -1 : open.search(BEGUN)
    this.held = begun < 0 ? '' : open.slice(begun)
    this.say(begun < 0 ? open : open.slice(0, begun))
    return this.out
  }

  private say(text: string): void {
    const { mode } = this
    if (text === '') return
    if (typeof mode === 'object') this.readHeading(mode, text)
    else if (mode === 'answer') this.tell(text)
  }

  private tell(text: string): void {
    // The blanks between a thought and an answer belong to neither.
    const told = this.last === '' ? text.trimStart() : text
    if (told === '') return
    const apart = this.gap && /\S/.test(this.last) && /^\S/.test(told) ? '\n' : ''
    this.gap = false
    this.last = told.at(-1) ?? ''
    this.out.text += apart + told
  }

  private pass([, ...groups]: RegExpExecArray): void {
    const [tag, bracketed, arrowed, token, turn, instruction, final, call] = groups
    const closing = tag ?? bracketed ?? arrowed ?? (final === undefined ? undefined : '/')
    if (closing === '/') this.closeThoughts()
    if (closing !== undefined) this.mayUnsay = false
    if (call !== undefined || (token !== undefined && opensCall(token.toLowerCase()))) this.passCall()
    // All else within a call is its own.
    if (this.mode === 'call') return
    if (closing === '') this.mode = 'thoughts'
    if (token !== undefined) this.passToken(token.toLowerCase())
    if (turn !== undefined)
      this.mode = turn.toLowerCase() === 'start' ? { heading: '', endsAt: 'line' } : 'answer'
    if (instruction !== undefined) this.mode = instruction === '' ? 'others' : 'answer'
    if (this.mode !== 'answer') this.gap = true
  }

  private closeThoughts(): void {
    if ((this.mode === 'answer' || this.mode === 'call') && this.mayUnsay) {
      this.out = { text: '', unsaid: true }
      this.last = ''
      this.called = false
      this.mode = 'answer'
    }
    if (this.mode !== 'call') this.mode = 'answer'
  }

  /** In thoughts it may be but a thought of a call, unless nothing follows them. */
  private passCall(): void {
    if (this.mode === 'others') return
    this.called = true
    if (this.mode === 'answer') this.mode = 'call'
  }

  private passToken(name: string): void {
    const { mode } = this
    const heading = typeof mode === 'object' ? mode.heading : ''
    if (/^(?:start_thinking|begin_of_thought|think(?:ing)?)$/.test(name)) {
      this.mode = 'thoughts'
      this.mayUnsay = false
    } else if (/^(?:end_(?:thinking|of_thought)|\/think(?:ing)?)$/.test(name)) {
      this.closeThoughts()
      this.mayUnsay = false
    } else if (name === 'start' || name === 'channel' || name === 'constrain')
      this.mode = { heading: `${heading} ${name === 'start' ? '' : name} `, endsAt: 'mark' }
    else if (name === 'start_header_id') this.mode = { heading: '', endsAt: 'mark' }
    else if (name === 'im_start') this.mode = { heading: '', endsAt: 'line' }
    else if (name === 'message' || name === 'end_header_id') this.mode = modeOf(heading)
    else if (/^(?:user|system|tool)$/.test(name)) this.mode = 'others'
    else if (mode !== 'thoughts') this.mode = 'answer'
  }

  private readHeading(mode: Exclude<Mode, string>, text: string): void {
    const heading = mode.heading + text
    const lineEnd = mode.endsAt === 'line' ? heading.indexOf('\n') : -1
    if (lineEnd >= 0 && lineEnd <= LONGEST_HEADING) {
      this.mode = modeOf(heading.slice(0, lineEnd))
      this.say(heading.slice(lineEnd))
    } else if (heading.length > LONGEST_HEADING) {
      this.mode = 'answer'
      this.tell(heading)
    } else this.mode = { ...mode, heading }
  }
}

function modeOf(heading: string): Mode {
  if (OTHERS_TURN.test(heading)) return 'others'
  return THOUGHTS.test(heading) ? 'channel-thoughts' : 'answer'
}

/** A whole text as it is told. */
export function spoken(raw: string): string {
  const text = new SpokenText()
  const first = text.add(raw)
  const last = text.rest()
  return last.unsaid ? last.text : first.text + last.text
}
