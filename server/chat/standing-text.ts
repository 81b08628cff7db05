/** The texts of a message that stand: those behind its last retraction. Read alike by the page, in storage and in a request. */

interface Part {
  type: string
  text?: string | undefined
}

export function standingTexts(parts: readonly Part[]): string[] {
  const from = parts.findLastIndex(({ type }) => type === 'data-retraction') + 1
  return parts.slice(from).flatMap(({ type, text }) => (type === 'text' && text !== undefined ? [text] : []))
}
