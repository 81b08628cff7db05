/** The text of one step on its way to the reader: without thoughts and marks, its citations as they were asked for. */
import { CitationMarks } from './citation-marks.ts'
import { Preface } from './preface.ts'
import { SpokenText } from './spoken.ts'

export class StepText {
  private readonly raw = new SpokenText()
  private readonly marks = new CitationMarks()
  private readonly preface: Preface
  private closedThoughts = false

  /** @param model what is known of it; learns whether it closes thoughts that it did not open. */
  constructor(private readonly model: { thinksFirst: boolean }) {
    this.preface = new Preface(model.thinksFirst)
  }

  /** Takes more of the raw text; answers what can be told of it. */
  add(delta: string): string {
    return this.tell(this.raw.add(delta))
  }

  /** A tool is called: what is held was no answer. */
  calls(): void {
    this.preface.drop()
  }

  /** What is left. Thoughts that the limit of tokens cut off are no answer. */
  end(reason: string): string {
    const last = this.tell(this.raw.rest()) + this.preface.add(this.marks.rest())
    if (reason === 'length' && this.preface.maybeThoughts) this.preface.drop()
    const text = last + this.preface.rest()
    if (text !== '') this.model.thinksFirst = this.closedThoughts
    return text
  }

  /** Whether the next text begins a paragraph of its own. */
  get begins(): boolean {
    return this.preface.begins
  }

  begun(): void {
    this.preface.begins = false
  }

  private tell({ text, unsaid }: ReturnType<SpokenText['add']>): string {
    if (unsaid) {
      this.marks.rest()
      this.preface.endThoughts()
      this.closedThoughts = true
      this.model.thinksFirst = true
    }
    return this.preface.add(this.marks.add(text))
  }
}
