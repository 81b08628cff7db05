/**
 * A model's text without markup: many models write Markdown, and some HTML, though they are asked for neither. The marks
 * go and the words stay; a link or a picture leaves its words, so that nothing here leads where the archive does not.
 */

/** A tag by one of the names that models write; any other angle bracket may be the text's own. */
const TAG =
  /<\/?(?:a|b|blockquote|br|center|code|div|em|font|h[1-6]|hr|i|iframe|img|li|mark|ol|p|pre|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>|<!--.*?-->/gi
/**
 * Marks of a model's own chat format, by which turns and thoughts are told apart (`<|im_end|>`, `</think>`, `[INST]`). The
 * server takes them out of what a model writes; answers that were kept from before may have some.
 */
const CHAT_MARK =
  /<\/?(?:think|thinking|thought|reasoning)>|<[|｜][^<>|｜\n]{1,40}[|｜]>|<\/?(?:s|bos|eos|pad|unk|(?:start|end)_of_turn)>|<<\/?SYS>>|\[\/?(?:INST|THINK)\]|◁\/?think▷/giu
/** `[words](address "title")`, `![words](address)`. */
const LINK = /!?\[([^[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"]*")?\)/g
/** Strong words, code, and what is struck out: such marks have no other use in prose. */
const STRONG = /\*{2,}|`+|~{2,}|(?<![\p{L}\p{N}])__+|__+(?![\p{L}\p{N}])/gu
/** A single mark is emphasis where it touches a word on one side only: not in `3 * 4` and `snake_case`. */
const EMPHASIS =
  /(?<![^\s(“"'‘—–[])[*_](?=[^\s*_])|(?<=[^\s*_])\*(?![\p{L}\p{N}])|(?<=[^\s*_])_(?![\p{L}\p{N}])/gu

/** The words of a line, or of a piece of one. */
export function withoutMarkup(text: string): string {
  return text
    .replace(CHAT_MARK, '')
    .replace(TAG, (tag) => (/^<br/i.test(tag) ? ' ' : ''))
    .replace(LINK, (_, words: string) => (/^\d[\d\s,;–-]*$/.test(words) ? `[${words}]` : words))
    .replace(STRONG, '')
    .replace(EMPHASIS, '')
}

/** At the head of a line: heading, quotation, item of a list, row of a table. */
const HEAD = /^(?:\s*(?:#{1,6}\s+|>\s?))*\s*(?:([-*+•])\s+)?(?:\|\s*)?/
/** A rule, the border under a table's head, the fence around code with the name of what is in it. */
const RULE =
  /^\s*(?:[-*_=]\s*){3,}$|^[\s|:-]*--[\s|:-]*$|^\s*(?:`{3,}|~{3,})\s*(?:te?xt|plaintext|markdown|md|json|ya?ml|xml|html|csv)?\s*$/i

/** How many characters of a line's head are marks, and what shows in their place; `undefined` where it has no words. */
export function headOf(line: string): { length: number; shown: '• ' | '' } | undefined {
  if (line.trim() === '' || RULE.test(line)) return undefined
  const [marks = '', bullet] = HEAD.exec(line) ?? []
  return { length: marks.length, shown: bullet ? '• ' : '' }
}
