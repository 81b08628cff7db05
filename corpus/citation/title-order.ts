/**
 * Works without an author stand by their titles, whose first article does not count (Chicago 14.71, MLA 5.123, APA
 * 9.49). Nor do marks; and numbers stand by their value, "No. 9" before "No. 10", as in the archives' own lists.
 */
export function compareTitles(a: string, b: string): number {
  return ORDER.compare(withoutArticle(a), withoutArticle(b))
}

const ORDER = new Intl.Collator('en', { ignorePunctuation: true, numeric: true })

function withoutArticle(title: string): string {
  return title.replace(/^[^\p{L}\p{N}]*(?:The|An?)\s+/u, '')
}
