/** The texts of a message that are still valid: those after its last `data-retraction` part. */

interface MessagePart {
  type: string
  text?: string | undefined
}

export function unretractedTexts(parts: readonly MessagePart[]): string[] {
  const from = parts.findLastIndex(({ type }) => type === 'data-retraction') + 1
  return parts.slice(from).flatMap(({ type, text }) => (type === 'text' && text !== undefined ? [text] : []))
}
