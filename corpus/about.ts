/** Texts about the catalog as a whole, from `about.json`, for answers to questions about the archive itself. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readJson } from './json-files.ts'

const sentences = z.string().regex(/^\p{Lu}.*\.$/u, 'must be whole sentences')

const aboutSchema = z.strictObject({
  /** Topic of the documents; completes "documents about …". */
  matter: z.string().trim().min(1, 'must not be empty'),
  /** How the documents were selected. Shown after a sentence about "the documents". */
  selection: sentences,
  /** Who wrote the summaries, from what, and how far they can be relied on. */
  summaries: sentences,
})

export type About = z.output<typeof aboutSchema>

/** Reads `<folder>/about.json`; undefined if there is no such file. @throws {CorpusError} */
export async function loadAbout(folder: string): Promise<About | undefined> {
  const file = join(folder, 'about.json')
  return existsSync(file) ? readJson(file, aboutSchema) : undefined
}
