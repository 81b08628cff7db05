/**
 * Holds back the beginning of a step's text while it may turn out to be no answer: talk before a search ("I will look for
 * …"), or thoughts whose opening tag was in the prompt. An answer shows itself by its first citation, by its length, or by
 * the step's end; what begins as thoughts do, by the tag that closes them or by the step's end alone.
 */
export class Preface {
  /** Whether nothing of this step has been shown yet. */
  begins = true
  private held = ''
  private holding = true

  /** @param thinksFirst whether the model is known to close thoughts that it did not open. */
  constructor(private thinksFirst: boolean) {}

  /** What can be shown now. */
  add(text: string): string {
    if (!this.holding) return text
    this.held += text
    if (this.maybeThoughts) return ''
    return /\[\d/.test(this.held) || this.held.length > LONGEST_TALK ? this.rest() : ''
  }

  /** What was held was talk before a search. */
  drop(): void {
    this.held = ''
  }

  /** The thoughts have closed: what was held was one of them, and what comes is not. */
  endThoughts(): void {
    this.held = ''
    this.thinksFirst = false
    this.begins = true
  }

  /** Whether what is held may be thoughts. */
  get maybeThoughts(): boolean {
    return this.holding && (this.thinksFirst || THINKING_ALOUD.test(this.held))
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

/** As thoughts begin, and hardly ever an answer from an archive. */
const THINKING_ALOUD =
  /^\s*(?:(?:ok(?:ay)?|alright|hmm+|wait|well|let me|let['’]s|let us|i|we|first,? (?:i|let|we)|so,? (?:the user|i|we|let)|the user|the question (?:is|asks)|now,? (?:i|let|the user)|thinking|looking at|to answer)(?![\p{L}\d])|好的|嗯|首先|用户|让我|хорошо|итак|пользователь|그래|먼저|사용자)/iu
