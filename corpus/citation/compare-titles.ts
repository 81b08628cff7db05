/**
 * Order of works without an author: by title, ignoring a leading article (Chicago 14.71, MLA 5.123, APA 9.49) and
 * punctuation. Numbers sort by value: "No. 9" before "No. 10".
 */
export function compareTitles(a: string, b: string): number {
  return TITLE_COLLATOR.compare(withoutArticle(a), withoutArticle(b))
}

const TITLE_COLLATOR = new Intl.Collator('en', { ignorePunctuation: true, numeric: true })

function withoutArticle(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]*(?:The|An?)\s+/u, '')
}
