/** The text of one step on its way to the reader: without thoughts and marks, its citations as they were asked for. */
import { CitationMarks } from './citation-marks.ts'
import { Preface } from './preface.ts'
import { type Spoken, SpokenText } from './spoken.ts'

/** What is told next. */
export interface Told {
  text: string
  /** Whether all that was told before it was no answer after all. */
  takenBack: boolean
}

export class StepText {
  private readonly raw = new SpokenText()
  private readonly marks = new CitationMarks()
  private readonly preface: Preface
  private closedThoughts = false
  private hasCalled = false
  /** What stands with the reader. */
  private told = false
  private cited = false

  /** @param model what is known of it; learns whether it closes thoughts that it did not open. */
  constructor(private readonly model: { thinksFirst: boolean }) {
    this.preface = new Preface(model.thinksFirst)
  }

  /** Takes more of the raw text; answers what can be told of it. */
  add(delta: string): Told {
    return this.hasCalled ? NOTHING : this.tell(this.raw.add(delta), () => '')
  }

  /** A tool is called: what was told and what is held was no answer. */
  calls(): Told {
    this.hasCalled = true
    this.preface.drop()
    return this.takeBack()
  }

  /** Whether a tool is called within the text, where nobody heard it. */
  get callsUnheard(): boolean {
    return this.raw.callsTool && !this.hasCalled
  }

  /**
   * What is left. Thoughts that were cut off are no answer, and neither is a text that filled the limit of tokens without
   * one citation: those are thoughts, too.
   */
  end(reason: string): Told {
    if (this.hasCalled) return NOTHING
    const broken = reason === 'length' || reason === 'broken-off'
    const last = this.tell(this.raw.rest(), () => {
      const rest = this.preface.add(this.marks.rest())
      if (broken && this.preface.holdsThoughts) this.preface.drop()
      return rest + this.preface.rest()
    })
    if (reason === 'length' && !this.cited) {
      const { takenBack } = this.takeBack()
      return { text: '', takenBack: last.takenBack || takenBack }
    }
    if (!broken && this.told) this.model.thinksFirst = this.closedThoughts
    return last
  }

  private tell({ text: spoken, unsaid }: Spoken, rest: () => string): Told {
    if (unsaid) {
      this.marks.rest()
      this.preface.endThoughts()
      this.closedThoughts = true
      this.model.thinksFirst = true
    }
    const { takenBack } = unsaid ? this.takeBack() : NOTHING
    const text = this.preface.add(this.marks.add(spoken)) + rest()
    this.told ||= text !== ''
    this.cited ||= /\[\d/.test(text)
    return { text, takenBack }
  }

  private takeBack(): Told {
    const takenBack = this.told
    this.told = false
    this.cited = false
    return { text: '', takenBack }
  }
}

const NOTHING: Told = { text: '', takenBack: false }
