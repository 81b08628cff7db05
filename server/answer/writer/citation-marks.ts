/**
 * Citations as models write them, `【2】`, `[^2]`, `[Source 2]`, `[1 and 2]`, `[1, p. 3]`, `(Source 2)`, `【2†L1-L4】`, as the
 * prompt asks for them: `[2]`, `[1, 2]`. What is told is held back from an opened bracket while a citation may come of it.
 */

/** Characters of a citation at most, its brackets included, and of what stands in it before the first number. */
const LONGEST = 80
const LONGEST_LABEL = 20
const SQUARE = { opening: '[【［', closing: ']】］' }
const ROUND = { opening: '(（', closing: ')）' }
const OPENING = SQUARE.opening + ROUND.opening
/** A citation is of one line and holds no bracket: else what is told would depend on where the text was cut. */
const IN_BRACKETS = /([[【［])([^[\]【】［］()（）\n]*)[\]】］]|[(（]([^[\]【】［］()（）\n]*)[)）]/g
const ENDED = /[\]】］)）\n]/
const NO_WIDTH = /[\u200B\u2060]/g

export class CitationMarks {
  private held = ''

  /** Takes more of the text; answers what can be told of it. */
  add(delta: string): string {
    const text = this.held + delta.replace(NO_WIDTH, '')
    const opened = Math.max(...[...OPENING].map((bracket) => text.lastIndexOf(bracket)))
    const isOpen = opened >= 0 && mayBecomeMark(text.slice(opened))
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

/** Whether a citation may come of a bracket and what follows it. */
function mayBecomeMark(begun: string): boolean {
  if (begun.length >= LONGEST || ENDED.test(begun)) return false
  const words = begun.slice(1)
  if (words.length >= LONGEST_LABEL && !hasNumberInTime(words)) return false
  return SQUARE.opening.includes(begun.charAt(0)) || mayNameSource(words)
}

function asAsked(text: string): string {
  return text.replace(
    IN_BRACKETS,
    (mark: string, square: string | undefined, inSquare = '', inRound = '') => {
      const words: string = square === undefined ? inRound : inSquare
      if (mark.length > LONGEST || !hasNumberInTime(words)) return mark
      if (square === undefined && !NAMES_SOURCE.test(words)) return mark
      const numbers = numbersOf(words)
      return numbers === undefined ? mark : `[${numbers}]`
    },
  )
}

const hasNumberInTime = (words: string) => /[\d０-９]/.test(words.slice(0, LONGEST_LABEL))

const SOURCES = ['source', 'src', 'quelle', 'fuente', 'источник', '来源', '出典', '출처']
/** Round brackets hold a citation only where they say so: "(1)" is an item, "(Document 5)" may be of the record's own series. */
const NAMES_SOURCE = new RegExp(String.raw`^\s*(?:see\s+)?(?:${SOURCES.join('|')})`, 'i')

function mayNameSource(begun: string): boolean {
  const words = begun.trimStart().toLowerCase()
  const named = words.replace(/^see\s+/, '')
  return (
    'see'.startsWith(words.trimEnd()) ||
    SOURCES.some((source) => source.startsWith(named) || named.startsWith(source))
  )
}

/** What may stand before a number: "see sources", "doc.", "source n=\"", "^". */
const LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:(?:see|cf\.?)\s+)?(?:(?:${SOURCES.join('|')}|ref|doc(?:ument)?|record)[\p{L}]{0,2}[.:]?\s*(?:n\s*=\s*)?)?(?:nos?\.?\s*)?["#^]?(?=\d)`,
  'giu',
)
/** Behind a number: ", p. 3", ", pp. 3–4", ", para. 2". */
const PAGE =
  /(?<=\d)\s*[,:]?\s*(?:pp?|pages?|paras?|paragraphs?|§+|lines?|sections?|sec|стр|с)\.?\s*\d+(?:\s*[–-]\s*\d+)?/giu
const AND = /\s*(?:[,;&、，]\s*(?:and|und|et|y|и|和|및)?|(?<=[\s\d])(?:and|und|et|y|и|和|및)(?=[\s\d]))\s*/giu
const TO = /\s*(?:[–—-]|(?<=\s)to(?=\s))\s*/g

/** The numbers of what stands in brackets, as `[1, 2]` has them; `undefined` where it holds anything else. */
function numbersOf(words: string): string | undefined {
  const numbers = words
    .replace(/†.*/, '')
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(PAGE, '')
    .replace(LABEL, '')
    .replace(/(?<=\d)"/g, '')
    .replace(AND, ', ')
    .replace(TO, '–')
    .trim()
  return /^\d+(?:(?:, |–)\d+)*$/.test(numbers) ? numbers : undefined
}
