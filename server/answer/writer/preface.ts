/**
 * Holds back the beginning of a step's text while it may turn out to be talk before a search ("I will look for …"). An
 * answer shows itself by its first citation, by its length, or by the step's end.
 */
export class Preface {
  /** Whether nothing of this step has been shown yet. */
  begins = true
  private held = ''

  /** @param holding whether the step may still call a tool. */
  constructor(private holding: boolean) {}

  /** What can be shown now. */
  add(text: string): string {
    if (!this.holding) return text
    this.held += text
    return /\[\d/.test(this.held) || this.held.length > LONGEST_TALK ? this.rest() : ''
  }

  /** A tool is called: what was held was no answer. */
  drop(): void {
    this.held = ''
  }

  /** All that is held. */
  rest(): string {
    const { held } = this
    this.held = ''
    this.holding = false
    return held.trim() === '' ? '' : held
  }
}

/** In characters. */
const LONGEST_TALK = 240
