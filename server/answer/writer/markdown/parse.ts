/** The CommonMark parser, set up for what language models write. */
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'

/**
 * Constructs that are left out:
 * - `codeIndented`: models indent items and paragraphs by any number of spaces, and fence their code;
 * - `htmlFlow`: tags are removed one by one and the words between them stay, so there are no blocks of HTML;
 * - `definition`: a link may not depend on a line that comes later, since the text before it has been sent by then.
 */
const LEFT_OUT = ['codeIndented', 'htmlFlow', 'definition']

const options: Parameters<typeof fromMarkdown>[1] = {
  // One tilde means "about": "~5 km".
  extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), { disable: { null: LEFT_OUT } }],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
}

/** Time grows faster than the length for some texts (brackets: 240 ms for 2,000): callers bound what they pass. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, options)
}
