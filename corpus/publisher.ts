/** What a publisher of documents is: the schema of the files in `corpus/publishers/`, one file a publisher. */
import { z } from 'zod'
import { linearPatternSchema } from './linear-pattern.ts'
import { isAddressOn, TITLE_PLACEHOLDER } from './source-link.ts'

const text = z.string().trim().min(1, 'must not be empty')

const hostSchema = z
  .string()
  .refine(
    (host) => URL.canParse(`https://${host}`) && new URL(`https://${host}`).hostname === host,
    'must be a host name in lower-case letters, without scheme, port or path',
  )

const searchSchema = z.string().refine((address) => {
  const [before = '', after, more] = address.split(TITLE_PLACEHOLDER)
  return URL.canParse(address) && /^[^#]*\?/.test(before) && after !== undefined && more === undefined
}, `must be a web address with ${TITLE_PLACEHOLDER} once in its query ("https://example.org/search?q=${TITLE_PLACEHOLDER}")`)

/** How the publisher's documents are cited. */
const citationSchema = z.discriminatedUnion('form', [
  /** As held by the publisher, an archive, under the record's call number. */
  z.strictObject({ form: z.literal('archive') }),
  /** As a part of a volume, which the record has among its collections; as `archive` where it has none. */
  z.strictObject({
    form: z.literal('volume'),
    /** How the titles of those collections begin that are volumes. */
    volumeTitlesBegin: text,
    /** The document's number in the volume: the word before it, and where it stands in the document's address. */
    number: z
      .strictObject({
        label: text,
        inAddress: linearPatternSchema.refine(
          (pattern) => groupsOf(pattern) === 1,
          'must have exactly one group, "( … )", for the number',
        ),
      })
      .optional(),
  }),
])

/** An institution that keeps originals, and how call numbers look that are its own. */
const repositorySchema = z.strictObject({
  /** As its country's archivists give it in English. */
  name: text,
  /** Any of these marks a call number as this repository's. */
  patterns: z.array(linearPatternSchema).min(1, 'must hold at least one pattern'),
})

export const publisherSchema = z
  .strictObject({
    /** As the records have it in `publisher`. */
    name: text,
    /** What else questions call it, as whole words in any case. */
    aliases: z.array(text).default([]),
    /** The hosts whose https addresses are links; all others are text. */
    hosts: z.array(hostSchema),
    /** The publisher's own search by title; null where it has none. */
    search: searchSchema.nullable(),
    citation: citationSchema.default({ form: 'archive' }),
    /** The state whose own papers all its documents are, as records list it ("United States"); absent where they are of several. */
    madeBy: text.optional(),
    /** The first that fits counts. */
    repositories: z.array(repositorySchema).default([]),
  })
  .refine(({ search, hosts }) => search === null || isAddressOn(search, new Set(hosts)), {
    path: ['search'],
    message: 'must be an https address on one of the hosts',
  })

export type Publisher = z.output<typeof publisherSchema>
export type Repository = z.output<typeof repositorySchema>

/** How many capturing groups a pattern has: an alternative that is empty matches any text, with each group in the result. */
function groupsOf(pattern: RegExp): number {
  return (new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.length ?? 1) - 1
}
