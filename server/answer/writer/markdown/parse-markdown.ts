/** The CommonMark parser, configured for the Markdown that language models write. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'

/**
 * Disabled constructs:
 * - `codeIndented`: models indent items and paragraphs by any number of spaces, and fence their code;
 * - `htmlFlow`: tags are removed one by one and the words between them stay, so blocks of HTML are not needed;
 * - `definition`: a link must not depend on a later line, because the text before that line has already been sent.
 */
const DISABLED_CONSTRUCTS = ['codeIndented', 'htmlFlow', 'definition']

const options: Parameters<typeof fromMarkdown>[1] = {
  // One tilde means "about": "~5 km".
  extensions: [
    gfmTable(),
    gfmStrikethrough({ singleTilde: false }),
    { disable: { null: DISABLED_CONSTRUCTS } },
  ],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
}

/** Time is superlinear for some texts (2,000 brackets take 240 ms), so callers limit the length that they pass. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, options)
}
