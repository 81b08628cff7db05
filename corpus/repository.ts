/** Derives the institution that keeps a document from its call number. */
import type { ArchiveDocument } from './document.ts'
import type { Publishers } from './publishers.ts'

/** A longer first part of a call number is a description, not a name. */
const MAX_REPOSITORY_NAME_CHARACTERS = 70

/**
 * The repository's name; undefined if there is no call number or if it does not tell (a bare file number, a book). If no
 * pattern of the publishers' files matches, the part before the first comma is taken if it looks like an archive's name.
 * @example "Polish Foreign Ministry Archive, file 3" → "Polish Foreign Ministry Archive"
 */
export function repositoryOf(
  { archive: callNumber, publisher }: Pick<ArchiveDocument, 'archive' | 'publisher'>,
  publishers: Publishers,
): string | undefined {
  if (callNumber === undefined) return undefined
  const known = publishers
    .repositoriesFor(publisher)
    .find(({ patterns }) => patterns.some((pattern) => pattern.test(callNumber)))
  if (known) return known.name
  const [first = ''] = callNumber.split(/[,;:]/)
  return /archiv|librar|rigsarkivet|museum|universit/i.test(first) &&
    first.length <= MAX_REPOSITORY_NAME_CHARACTERS
    ? first.trim()
    : undefined
}
