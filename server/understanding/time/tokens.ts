/** Tokenizer: numbers, words, signs, the marks of East Asian dates, and linked names. */
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import { RANGE_CONNECTORS, SUFFIXES } from './relations.ts'
import { DATE_MARKS, type MarkedUnit, PARTS_AFTER_MARK } from './vocabulary.ts'

interface TokenSpan {
  /** In lower case; empty for a name. */
  word: string
  start: number
  /** One past the last character. */
  end: number
  /** Whether it follows the token before without a space. */
  glued: boolean
}

type TokenKind =
  | { kind: 'number' | 'dash' | 'apostrophe' | 'sign' }
  /** A run of letters; `capital`: whether the first is a capital. */
  | { kind: 'word'; capital: boolean }
  | { kind: 'mark'; unit: MarkedUnit }
  /** A number with thousands separators, which is no date: "1,950". */
  | { kind: 'amount' }
  /** A linked name is one token: the year of "August 1956 plenum" is part of it. */
  | { kind: 'name'; name: LinkedName }

export type Token = TokenKind & TokenSpan

/**
 * The tokens of a text in order, in linear time. The first of overlapping names is kept; names without a position in the
 * text (inherited from a conversation, `start` −1) are ignored.
 */
export function tokenize(written: string, names: readonly LinkedName[] = []): Token[] {
  const text = withAsciiDigits(written)
  const tokens: Token[] = []
  const located = names.filter(({ start, end }) => start >= 0 && start < end)
  let at = 0
  for (const name of located.sort((a, b) => a.start - b.start)) {
    const { start, end } = name
    if (start < at) continue
    readTokens(text.slice(at, start), at, tokens)
    tokens.push({ kind: 'name', name, word: '', start, end, glued: tokens.at(-1)?.end === start })
    at = end
  }
  readTokens(text.slice(at), at, tokens)
  return tokens
}

/** "１９６０年" → "1960年"; every character keeps its index. */
function withAsciiDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

const SPACE = /\s+/y
const AMOUNT = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])/y
const NUMBER = /[0-9]+/y
const WORD = /[\p{L}\p{M}]+/uy
const SIGN = /\S/uy
const DASH = /^[-‐‑‒–—―−~～〜]$/
const APOSTROPHE = /^['’‘ʼ`´]$/
const MARK = new RegExp(alternatives([...DATE_MARKS.keys()]), 'uy')
/**
 * Particles and parts of a unit, which Korean joins to a date mark and Chinese writes without a space. They are searched
 * inside a word only after a mark. In "1960년대 말레이시아" 말 is no part: the letters after it are no particle.
 */
const PARTICLE_AFTER_MARK = new RegExp(
  `(?:${alternatives([...PARTS_AFTER_MARK.keys()])})(?=[에의은는부까]|(?![가-힣]))|${alternatives(
    [...SUFFIXES.keys(), ...RANGE_CONNECTORS].filter((word) => /^[^a-zа-я]+$/u.test(word)),
  )}`,
  'uy',
)

/** Appends the tokens of a piece of the text that begins at `offset`. */
function readTokens(piece: string, offset: number, tokens: Token[]): void {
  let at = 0
  while (at < piece.length) {
    at += matchAt(SPACE, piece, at)?.length ?? 0
    if (at >= piece.length) return
    const before = tokens.at(-1)
    const { written, ...kind } = readToken(piece, at, before)
    const start = offset + at
    at += written.length
    tokens.push({
      ...kind,
      word: written.toLowerCase(),
      start,
      end: offset + at,
      glued: before?.end === start,
    })
  }
}

function readToken(piece: string, at: number, before: Token | undefined): TokenKind & { written: string } {
  const mark = before?.kind === 'number' ? matchAt(MARK, piece, at) : undefined
  const unit = mark && DATE_MARKS.get(mark)
  if (mark && unit) return { kind: 'mark', unit, written: mark }
  const particle = before?.kind === 'mark' ? matchAt(PARTICLE_AFTER_MARK, piece, at) : undefined
  if (particle) return { kind: 'word', capital: false, written: particle }
  const amount = matchAt(AMOUNT, piece, at)
  if (amount) return { kind: 'amount', written: amount }
  const number = matchAt(NUMBER, piece, at)
  if (number) return { kind: 'number', written: number }
  const word = matchAt(WORD, piece, at)
  if (word) return { kind: 'word', capital: /^\p{Lu}/u.test(word), written: word }
  const sign = matchAt(SIGN, piece, at) ?? piece.charAt(at)
  if (DASH.test(sign)) return { kind: 'dash', written: sign }
  return { kind: APOSTROPHE.test(sign) ? 'apostrophe' : 'sign', written: sign }
}

/** The match of a sticky pattern at this index. */
function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Regex alternatives, longest first. The words contain no special characters. */
function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
