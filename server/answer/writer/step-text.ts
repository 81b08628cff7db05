/**
 * The text of one model step as it is streamed to the user: without reasoning and chat-format marks, its citations
 * normalized to `[n]`.
 */
import { CitationMarks } from './citation-marks.ts'
import { Preface } from './hold-back-buffer.ts'
import { type Spoken, SpokenText } from './spoken.ts'

/** The next piece of visible text. */
export interface Told {
  text: string
  /** True when the text already streamed must be retracted first (it was reasoning or a plan). */
  takenBack: boolean
}

export class StepText {
  private readonly raw = new SpokenText()
  private readonly marks = new CitationMarks()
  private readonly preface: Preface
  private closedUnopenedThoughts = false
  private hasCalledTool = false
  /** Whether text was streamed and not retracted since. */
  private hasStreamedText = false
  private hasCitation = false

  /** @param model its `thinksFirst` is updated: whether the model sends `</think>` without `<think>` */
  constructor(private readonly model: { thinksFirst: boolean }) {
    this.preface = new Preface(model.thinksFirst)
  }

  /** Takes more raw text; returns the part that can be shown. */
  add(delta: string): Told {
    return this.hasCalledTool ? NO_UPDATE : this.emit(this.raw.add(delta), () => '')
  }

  /** The model called a tool: the text before the call, streamed or held back, was no answer. */
  calls(): Told {
    this.hasCalledTool = true
    this.preface.drop()
    return this.retract()
  }

  /** Whether the text contains a tool call that the server did not report as one. */
  get callsUnheard(): boolean {
    return this.raw.callsTool && !this.hasCalledTool
  }

  /**
   * The step has ended: returns the rest. Two kinds of text are dropped as reasoning: an unfinished thought, and a text
   * that reached the token limit without a single citation.
   */
  end(reason: string): Told {
    if (this.hasCalledTool) return NO_UPDATE
    const broken = reason === 'length' || reason === 'broken-off'
    const last = this.emit(this.raw.rest(), () => {
      const rest = this.preface.add(this.marks.rest())
      if (broken && this.preface.holdsThoughts) this.preface.drop()
      return rest + this.preface.rest()
    })
    if (reason === 'length' && !this.hasCitation) {
      const { takenBack } = this.retract()
      return { text: '', takenBack: last.takenBack || takenBack }
    }
    if (!broken && this.hasStreamedText) this.model.thinksFirst = this.closedUnopenedThoughts
    return last
  }

  private emit({ text: spoken, unsaid }: Spoken, rest: () => string): Told {
    if (unsaid) {
      this.marks.rest()
      this.preface.endThoughts()
      this.closedUnopenedThoughts = true
      this.model.thinksFirst = true
    }
    const { takenBack } = unsaid ? this.retract() : NO_UPDATE
    const text = this.preface.add(this.marks.add(spoken)) + rest()
    this.hasStreamedText ||= text !== ''
    this.hasCitation ||= /\[\d/.test(text)
    return { text, takenBack }
  }

  private retract(): Told {
    const takenBack = this.hasStreamedText
    this.hasStreamedText = false
    this.hasCitation = false
    return { text: '', takenBack }
  }
}

const NO_UPDATE: Told = { text: '', takenBack: false }
