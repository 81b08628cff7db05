/**
 * A hash of what the code that builds an index makes of a fixed sample: of sentences, passages, linked names and the text
 * that is searched. It changes when the code makes something else of it, and stays when the code is only written otherwise.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { authorityFileSchema } from '../../corpus/authority.ts'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { expansionSchema } from '../../corpus/expansion.ts'
import { linkerOf } from '../../corpus/names/linker-of.ts'
import { roleOf, type TokenBudget } from '../passages.ts'
import { documentRows } from './document-rows.ts'

/** A few records, names and queries with what is hard to read: abbreviations, other scripts, words that are too long. */
const sampleSchema = z.strictObject({
  authority: authorityFileSchema,
  documents: z.array(archiveDocumentSchema),
  expansions: z.array(expansionSchema),
})

/** Small, so that the sample's texts must be cut; a token stands for four characters, as no model is at hand. */
const BUDGET: TokenBudget = { maxTokens: 32, countTokens: (text) => Math.ceil(text.length / 4) }

/** Sixteen hex digits. */
export function codeHash(): string {
  const json: unknown = JSON.parse(readFileSync(new URL('./sample.json', import.meta.url), 'utf8'))
  const { authority, documents, expansions } = sampleSchema.parse(json)
  const byId = new Map(expansions.map((expansion) => [expansion.id, expansion]))
  const linker = linkerOf({ authority, documents, expansions: byId })
  const made = documents.map((document) => {
    const { row, passages } = documentRows(document, byId.get(document.id), { linker, budget: BUDGET })
    return { row, passages: passages.map((passage) => ({ ...passage, role: roleOf(passage.kind) })) }
  })
  return createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16)
}
