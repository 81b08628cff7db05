/** Schema of the files in `corpus/publishers/`, one file per publisher. */
import { z } from 'zod'
import { linearTimePatternSchema } from './linear-time-pattern.ts'
import { isAddressOn, TITLE_PLACEHOLDER } from './source-link.ts'

const nonEmptyText = z.string().trim().min(1, 'must not be empty')

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
  /** As an item of an archive: publisher and call number. */
  z.strictObject({ form: z.literal('archive') }),
  /** As a part of a volume, which is one of the record's collections; like `archive` if there is none. */
  z.strictObject({
    form: z.literal('volume'),
    /** Prefix of collection titles that are volumes. */
    volumeTitlesBegin: nonEmptyText,
    /** The document's number in the volume: its label, and a pattern that extracts it from the document's URL. */
    number: z
      .strictObject({
        label: nonEmptyText,
        inAddress: linearTimePatternSchema.refine(
          (pattern) => capturingGroupCount(pattern) === 1,
          'must have exactly one group, "( … )", for the number',
        ),
      })
      .optional(),
  }),
])

/** An institution that keeps originals, with patterns of its call numbers. */
const repositorySchema = z.strictObject({
  /** Its official English name. */
  name: nonEmptyText,
  /** A call number that matches one of these belongs to this repository. */
  patterns: z.array(linearTimePatternSchema).min(1, 'must hold at least one pattern'),
})

export const publisherSchema = z
  .strictObject({
    /** As in the field `publisher` of records. */
    name: nonEmptyText,
    /** Other names in questions. Matched as whole words, ignoring case. */
    aliases: z.array(nonEmptyText).default([]),
    /** Hosts whose https addresses become links; other addresses are shown as text. */
    hosts: z.array(hostSchema),
    /** URL of the publisher's search by title; null if it has none. */
    search: searchSchema.nullable(),
    citation: citationSchema.default({ form: 'archive' }),
    /** State that made all its documents, as in `countries` of records ("United States"); absent if several states did. */
    madeBy: nonEmptyText.optional(),
    /** The first match counts. */
    repositories: z.array(repositorySchema).default([]),
  })
  .refine(({ search, hosts }) => search === null || isAddressOn(search, new Set(hosts)), {
    path: ['search'],
    message: 'must be an https address on one of the hosts',
  })

export type Publisher = z.output<typeof publisherSchema>
export type Repository = z.output<typeof repositorySchema>

/** Number of capturing groups. An added empty alternative always matches, and its match array has one entry per group. */
function capturingGroupCount(pattern: RegExp): number {
  return (new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.length ?? 1) - 1
}
