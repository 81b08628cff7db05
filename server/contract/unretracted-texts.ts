/** The texts of a message that count: those after its last retraction. */

interface Part {
  type: string
  text?: string | undefined
}

export function standingTexts(parts: readonly Part[]): string[] {
  const from = parts.findLastIndex(({ type }) => type === 'data-retraction') + 1
  return parts.slice(from).flatMap(({ type, text }) => (type === 'text' && text !== undefined ? [text] : []))
}
