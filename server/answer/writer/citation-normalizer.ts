/**
 * Normalizes the citations that models write (`【2】`, `[^2]`, `[Source 2]`, `[1 and 2]`, `[1, p. 3]`, `(Source 2)`, `【2†L1-L4】`)
 * to the form that the prompt asks for: `[2]`, `[1, 2]`. Text after an opening bracket is held back while it may be a citation.
 */

/** Limits of a citation with its brackets, and of the label before its first number. */
const MAX_CITATION_CHARACTERS = 80
const MAX_LABEL_CHARACTERS = 20
const SQUARE = { opening: '[【［', closing: ']】］' }
const ROUND = { opening: '(（', closing: ')）' }
const OPENING = SQUARE.opening + ROUND.opening
/** A citation has no line break and no inner bracket: otherwise the result would depend on how the text is cut into chunks. */
const IN_BRACKETS = /([[【［])([^[\]【】［］()（）\n]*)[\]】］]|[(（]([^[\]【】［］()（）\n]*)[)）]/g
const CLOSING_OR_LINE_BREAK = /[\]】］)）\n]/
const ZERO_WIDTH = /[\u200B\u2060]/g

export class CitationNormalizer {
  private held = ''

  /** Takes more text; returns the part that is final. */
  add(delta: string): string {
    const text = this.held + delta.replace(ZERO_WIDTH, '')
    const opened = Math.max(...[...OPENING].map((bracket) => text.lastIndexOf(bracket)))
    const isOpen = opened >= 0 && mayBecomeMark(text.slice(opened))
    this.held = isOpen ? text.slice(opened) : ''
    return normalizeCitations(isOpen ? text.slice(0, opened) : text)
  }

  /** The text has ended: returns what is held. */
  rest(): string {
    const { held } = this
    this.held = ''
    return normalizeCitations(held)
  }
}

/** Whether an opening bracket and the text after it may become a citation. */
function mayBecomeMark(opened: string): boolean {
  if (opened.length >= MAX_CITATION_CHARACTERS || CLOSING_OR_LINE_BREAK.test(opened)) return false
  const words = opened.slice(1)
  if (words.length >= MAX_LABEL_CHARACTERS && !hasNumberAfterLabel(words)) return false
  return SQUARE.opening.includes(opened.charAt(0)) || mayNameSource(words)
}

function normalizeCitations(text: string): string {
  return text.replace(
    IN_BRACKETS,
    (mark: string, square: string | undefined, inSquare = '', inRound = '') => {
      const words: string = square === undefined ? inRound : inSquare
      if (mark.length > MAX_CITATION_CHARACTERS || !hasNumberAfterLabel(words)) return mark
      if (square === undefined && !NAMES_SOURCE.test(words)) return mark
      const numbers = normalizedNumbers(words)
      return numbers === undefined ? mark : `[${numbers}]`
    },
  )
}

const hasNumberAfterLabel = (words: string) => /[\d０-９]/.test(words.slice(0, MAX_LABEL_CHARACTERS))

const SOURCE_WORDS = ['source', 'src', 'quelle', 'fuente', 'источник', '来源', '出典', '출처']
/** Round brackets need the word "source": "(1)" is a list marker, and "(Document 5)" may belong to the record's own series. */
const NAMES_SOURCE = new RegExp(String.raw`^\s*(?:see\s+)?(?:${SOURCE_WORDS.join('|')})`, 'i')

function mayNameSource(opened: string): boolean {
  const words = opened.trimStart().toLowerCase()
  const named = words.replace(/^see\s+/, '')
  return (
    'see'.startsWith(words.trimEnd()) ||
    SOURCE_WORDS.some((source) => source.startsWith(named) || named.startsWith(source))
  )
}

/** A label before a number: "see sources", "doc.", "source n=\"", "^". */
const LABEL = new RegExp(
  String.raw`(?<!\p{L})(?:(?:see|cf\.?)\s+)?(?:(?:${SOURCE_WORDS.join('|')}|ref|doc(?:ument)?|record)[\p{L}]{0,2}[.:]?\s*(?:n\s*=\s*)?)?(?:nos?\.?\s*)?["#^]?(?=\d)`,
  'giu',
)
/** A page after a number: ", p. 3", ", pp. 3–4", ", para. 2". */
const PAGE =
  /(?<=\d)\s*[,:]?\s*(?:pp?|pages?|paras?|paragraphs?|§+|lines?|sections?|sec|стр|с)\.?\s*\d+(?:\s*[–-]\s*\d+)?/giu
const NUMBER_SEPARATOR =
  /\s*(?:[,;&、，]\s*(?:and|und|et|y|и|和|및)?|(?<=[\s\d])(?:and|und|et|y|и|和|및)(?=[\s\d]))\s*/giu
const RANGE_SEPARATOR = /\s*(?:[–—-]|(?<=\s)to(?=\s))\s*/g

/**
 * The numbers in the brackets, in the form `1, 2–4`; `undefined` where they contain anything else.
 * @example normalizedNumbers('see sources 1 and 2, p. 3') // '1, 2'
 */
function normalizedNumbers(words: string): string | undefined {
  const numbers = words
    .replace(/†.*/, '')
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(PAGE, '')
    .replace(LABEL, '')
    .replace(/(?<=\d)"/g, '')
    .replace(NUMBER_SEPARATOR, ', ')
    .replace(RANGE_SEPARATOR, '–')
    .trim()
  return /^\d+(?:(?:, |–)\d+)*$/.test(numbers) ? numbers : undefined
}
