/**
 * What of a model's raw text is for the reader. Where a server does not know a model's template, its thoughts come in the
 * text, between tags or with the closing one alone (the opening one was in the prompt), and so do the marks of its chat
 * format, those of harmony's channels (gpt-oss) included; and so do calls of tools. What is told is held back only where a
 * mark may have begun.
 */
import { MARKS } from './model-marks.ts'
import { opensCall } from './unread-calls.ts'

/** What is told next. */
export interface Spoken {
  text: string
  /** What was told before it turned out to be thoughts: a tag closed that had not opened. */
  unsaid: boolean
}

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
  /** The character before what is held: a name may not begin within a word. */
  private before = ''
  private mode: Mode = 'answer'
  /** The last letter told, and whether something was left out after it. */
  private last = ''
  private gap = false
  /** Only the first tag can close what had not opened. */
  private mayUnsay = true
  private called = false
  private out: Spoken = { text: '', unsaid: false }

  constructor(private readonly marks = MARKS) {}

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
    const raw = this.before + text
    const { mark, begun } = this.marks
    let at = this.before.length
    for (let found = next(mark, raw, at); found; found = next(mark, raw, at)) {
      this.say(raw.slice(at, found.index))
      this.pass(found)
      at = found.index + found[0].length
    }
    const end = (ended ? undefined : next(begun, raw, at)?.index) ?? raw.length
    this.held = raw.slice(end)
    this.before = raw.charAt(end - 1)
    this.say(raw.slice(at, end))
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

/** The next match from an offset on; what is before that is seen as well. @param pattern with the flag `g` */
function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
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
