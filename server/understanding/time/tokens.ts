/** Splits a text into numbers, words, signs, the marks of East Asian dates, and the names linked in it. */
import type { LinkedName } from '../../../corpus/names/name-linker.ts'
import { SUFFIXES, TO } from './relations.ts'
import { MARKS, type MarkedUnit, PARTS_AFTER_MARK } from './vocabulary.ts'

interface Place {
  /** In lower case; empty for a name. */
  word: string
  start: number
  /** One past the last character. */
  end: number
  /** Whether nothing stands between it and the token before. */
  glued: boolean
}

type Kind =
  | { kind: 'number' | 'dash' | 'apostrophe' | 'sign' }
  /** A run of letters, and whether the first is a capital. */
  | { kind: 'word'; capital: boolean }
  | { kind: 'mark'; unit: MarkedUnit }
  /** A number that is no date: "1,950". */
  | { kind: 'amount' }
  /** One token, whatever stands in it: the year of "August 1956 plenum" is part of a name. */
  | { kind: 'name'; name: LinkedName }

export type Token = Kind & Place

/**
 * The tokens of a text, in order and in time proportional to its length. Of names that overlap the first counts; those
 * that stand nowhere (inherited from a conversation, `start` −1) are left out.
 */
export function tokenize(written: string, names: readonly LinkedName[] = []): Token[] {
  const text = withAsciiDigits(written)
  const tokens: Token[] = []
  const placed = names.filter(({ start, end }) => start >= 0 && start < end)
  let at = 0
  for (const name of placed.sort((a, b) => a.start - b.start)) {
    const { start, end } = name
    if (start < at) continue
    readTokens(text.slice(at, start), at, tokens)
    tokens.push({ kind: 'name', name, word: '', start, end, glued: tokens.at(-1)?.end === start })
    at = end
  }
  readTokens(text.slice(at), at, tokens)
  return tokens
}

/** "１９６０年" is "1960年"; every character keeps its place. */
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
const MARK = new RegExp(alternatives([...MARKS.keys()]), 'uy')
/**
 * Particles and parts, which Korean joins to a mark and Chinese does not part from the next word: only behind a mark they
 * are looked for inside a word. In "1960년대 말레이시아" the 말 is no part, as letters follow that are no particle.
 */
const AFTER_MARK = new RegExp(
  `(?:${alternatives([...PARTS_AFTER_MARK.keys()])})(?=[에의은는부까]|(?![가-힣]))|${alternatives(
    [...SUFFIXES.keys(), ...TO].filter((word) => /^[^a-zа-я]+$/u.test(word)),
  )}`,
  'uy',
)

/** Reads a piece of the text that begins at `offset`. */
function readTokens(piece: string, offset: number, tokens: Token[]): void {
  let at = 0
  while (at < piece.length) {
    at += match(SPACE, piece, at)?.length ?? 0
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

function readToken(piece: string, at: number, before: Token | undefined): Kind & { written: string } {
  const mark = before?.kind === 'number' ? match(MARK, piece, at) : undefined
  const unit = mark && MARKS.get(mark)
  if (mark && unit) return { kind: 'mark', unit, written: mark }
  const particle = before?.kind === 'mark' ? match(AFTER_MARK, piece, at) : undefined
  if (particle) return { kind: 'word', capital: false, written: particle }
  const amount = match(AMOUNT, piece, at)
  if (amount) return { kind: 'amount', written: amount }
  const number = match(NUMBER, piece, at)
  if (number) return { kind: 'number', written: number }
  const word = match(WORD, piece, at)
  if (word) return { kind: 'word', capital: /^\p{Lu}/u.test(word), written: word }
  const sign = match(SIGN, piece, at) ?? piece.charAt(at)
  if (DASH.test(sign)) return { kind: 'dash', written: sign }
  return { kind: APOSTROPHE.test(sign) ? 'apostrophe' : 'sign', written: sign }
}

/** What the sticky pattern matches right there. */
function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** The longest first. Special characters do not occur. */
function alternatives(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length).join('|')
}
