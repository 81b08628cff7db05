/**
 * The text of one model step as it is streamed to the user: without reasoning and chat-format marks, its citations
 * normalized to `[n]`.
 */
import { CitationNormalizer } from './citation-normalizer.ts'
import { HoldBackBuffer } from './hold-back-buffer.ts'
import { VisibleTextFilter, type VisibleTextUpdate } from './visible-text.ts'

/** The next piece of visible text. */
export interface TextUpdate {
  text: string
  /** True when the text already streamed must be retracted first (it was reasoning or a plan). */
  retractsEarlierText: boolean
}

export class StepText {
  private readonly visibleText = new VisibleTextFilter()
  private readonly citations = new CitationNormalizer()
  private readonly holdBack: HoldBackBuffer
  private closedUnopenedReasoning = false
  private hasCalledTool = false
  /** Whether text was streamed and not retracted since. */
  private hasStreamedText = false
  private hasCitation = false

  /** @param model its `thinksFirst` is updated: whether the model sends `</think>` without `<think>` */
  constructor(private readonly model: { thinksFirst: boolean }) {
    this.holdBack = new HoldBackBuffer(model.thinksFirst)
  }

  /** Takes more raw text; returns the part that can be shown. */
  add(delta: string): TextUpdate {
    return this.hasCalledTool ? NO_UPDATE : this.emit(this.visibleText.add(delta), () => '')
  }

  /** The model called a tool: the text before the call, streamed or held back, was no answer. */
  noteToolCall(): TextUpdate {
    this.hasCalledTool = true
    this.holdBack.drop()
    return this.retract()
  }

  /** Whether the text contains a tool call that the server did not report as one. */
  get hasUnreportedToolCall(): boolean {
    return this.visibleText.endsWithToolCall && !this.hasCalledTool
  }

  /**
   * The step has ended: returns the rest. Two kinds of text are dropped as reasoning: unfinished reasoning, and a text
   * that reached the token limit without a single citation.
   */
  end(reason: string): TextUpdate {
    if (this.hasCalledTool) return NO_UPDATE
    const broken = reason === 'length' || reason === 'broken-off'
    const last = this.emit(this.visibleText.rest(), () => {
      const rest = this.holdBack.add(this.citations.rest())
      if (broken && this.holdBack.holdsProbableReasoning) this.holdBack.drop()
      return rest + this.holdBack.release()
    })
    if (reason === 'length' && !this.hasCitation) {
      const { retractsEarlierText } = this.retract()
      return { text: '', retractsEarlierText: last.retractsEarlierText || retractsEarlierText }
    }
    if (!broken && this.hasStreamedText) this.model.thinksFirst = this.closedUnopenedReasoning
    return last
  }

  private emit(update: VisibleTextUpdate, rest: () => string): TextUpdate {
    if (update.retractsEarlierText) {
      this.citations.rest()
      this.holdBack.endReasoning()
      this.closedUnopenedReasoning = true
      this.model.thinksFirst = true
    }
    const { retractsEarlierText } = update.retractsEarlierText ? this.retract() : NO_UPDATE
    const text = this.holdBack.add(this.citations.add(update.text)) + rest()
    this.hasStreamedText ||= text !== ''
    this.hasCitation ||= /\[\d/.test(text)
    return { text, retractsEarlierText }
  }

  private retract(): TextUpdate {
    const retractsEarlierText = this.hasStreamedText
    this.hasStreamedText = false
    this.hasCitation = false
    return { text: '', retractsEarlierText }
  }
}

const NO_UPDATE: TextUpdate = { text: '', retractsEarlierText: false }
