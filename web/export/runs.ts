import { endsInAbbreviation } from '../../corpus/citation/citation-title.ts'

/** A run of text, roman or italic: the only formatting of a citation's HTML that exports use. */
export interface Run {
  text: string
  italic: boolean
}

export const plainRun = (text: string): Run[] => [{ text, italic: false }]

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** Parses a citation's HTML into runs. Markup other than italics is dropped; white space is collapsed as in HTML. */
export function runsOfHtml(html: string): Run[] {
  const runs: Run[] = []
  let depth = 0
  for (const [piece] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const tag = /^<(\/?)(\w+)/.exec(piece)
    if (tag) {
      if (tag[2] === 'i' || tag[2] === 'em') depth = Math.max(0, depth + (tag[1] ? -1 : 1))
      continue
    }
    const text = decodeEntities(piece.replaceAll(/\s+/g, ' '))
    const last = runs.at(-1)
    if (last && last.italic === depth > 0) last.text += text
    else runs.push({ text, italic: depth > 0 })
  }
  return trimRuns(runs)
}

/** Removes white space and empty runs at both ends. */
function trimRuns(runs: readonly Run[]): Run[] {
  const from = runs.findIndex(({ text }) => text.trim() !== '')
  const to = runs.findLastIndex(({ text }) => text.trim() !== '')
  if (from === -1) return []
  return runs.slice(from, to + 1).map(({ text, italic }, index, kept) => {
    const trimmedStart = index === 0 ? text.trimStart() : text
    return { text: index === kept.length - 1 ? trimmedStart.trimEnd() : trimmedStart, italic }
  })
}

/**
 * Removes the final full stop, unless it belongs to an abbreviation, so that another citation can follow in the note.
 */
export function withoutFullStop(runs: readonly Run[]): Run[] {
  const last = runs.at(-1)
  if (!last) return []
  const [, words = '', closing = ''] = /^(.*\.)([’”]*)$/s.exec(last.text) ?? []
  if (words === '' || endsInAbbreviation(words)) return [...runs]
  return [...runs.slice(0, -1), { ...last, text: words.slice(0, -1) + closing }]
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}
