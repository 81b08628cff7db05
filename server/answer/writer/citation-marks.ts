/**
 * Citations as models write them, `【2】`, `[^2]`, `[Source 2]`, `【2†L1-L4】`, as the prompt asks for them: `[2]`. What is told
 * is held back from an opened bracket until it closes, its line ends, or it is too long for a citation.
 */

/** Characters of a citation at most, its brackets included. */
const LONGEST = 40
const OPENING = '[【［'
/** A citation is of one line and holds no bracket: else what is told would depend on where the text was cut. */
const MARK =
  /[[【［][^\S\n]*(?:\^|(?:sources?|src|ref|document|doc)\.?[^\S\n]*(?:n[^\S\n]*=[^\S\n]*)?["#]?)?[^\S\n]*(\d+(?:[^\S\n]*[,;–-][^\S\n]*\d+)*)"?(?:†[^[\]【】［］\n]*)?[^\S\n]*[\]】］]/gi

export class CitationMarks {
  private held = ''

  /** Takes more of the text; answers what can be told of it. */
  add(delta: string): string {
    const text = this.held + delta
    const opened = Math.max(...[...OPENING].map((bracket) => text.lastIndexOf(bracket)))
    const isOpen = opened >= 0 && text.length - opened < LONGEST && !/[\]】］\n]/.test(text.slice(opened))
    this.held = isOpen ? text.slice(opened) : ''
    return asAsked(isOpen ? text.slice(0, opened) : text)
  }

  /** The text has ended: what is held. */
  rest(): string {
    const { held } = this
    this.held = ''
    return asAsked(held)
  }
}

function asAsked(text: string): string {
  return text.replace(MARK, (mark, numbers: string) => (mark.length > LONGEST ? mark : `[${numbers}]`))
}
