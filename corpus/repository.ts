/** The institution that keeps a document, from the first words of its call number, which archives write many ways. */
import type { ArchiveDocument } from './document.ts'
import type { Publishers } from './publishers.ts'

/** Longer first parts are descriptions, not names. In characters. */
const LONGEST_NAME = 70

/**
 * The repository's name, or undefined where there is no call number or it does not tell: a bare file number, or a
 * book. What publishers' files do not know of is guessed: an unknown archive's call number is taken to begin with its name ("Polish Foreign Ministry Archive, file 3").
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
  return /archiv|librar|rigsarkivet|museum|universit/i.test(first) && first.length <= LONGEST_NAME
    ? first.trim()
    : undefined
}
