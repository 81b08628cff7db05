/** What a scripted model takes from the sources that it was given. */
import type { Received } from './scripted-model.ts'

/** Of the first source's summary. */
export function firstSentenceOf({ messages }: Received): string {
  const text = messages
    .map(({ content }) => content)
    .findLast((content) => content.includes('<source n="1">'))
  return /<source n="1">[\s\S]*?summary: (.*?\.)\s/.exec(text ?? '')?.[1] ?? ''
}
