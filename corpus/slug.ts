/** A URL-safe form of a title: lower-case letters, digits and single hyphens ("Détente, 1973–75" → "detente-1973-75"). */
export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
