/**
 * Hashes what the index build produces from a fixed sample: sentences, passages, linked names and search text. The hash
 * changes if the build's output changes, and stays the same if the code is only refactored.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { authorityFileSchema } from '../../corpus/authority.ts'
import { archiveDocumentSchema } from '../../corpus/document.ts'
import { expansionSchema } from '../../corpus/expansion.ts'
import { createNameLinker } from '../../corpus/names/create-name-linker.ts'
import { type TokenBudget, textRoleOf } from '../passages.ts'
import { documentRows } from './document-rows.ts'

/** A few records, names and queries with difficult text: abbreviations, other scripts, very long words. */
const sampleSchema = z.strictObject({
  authority: authorityFileSchema,
  documents: z.array(archiveDocumentSchema),
  expansions: z.array(expansionSchema),
})

/** Small, so that the sample's texts must be split. A token is four characters, because no model is loaded here. */
const SAMPLE_BUDGET: TokenBudget = { maxTokens: 32, countTokens: (text) => Math.ceil(text.length / 4) }

/** Sixteen hex digits. */
export function codeHash(): string {
  const json: unknown = JSON.parse(readFileSync(new URL('./sample.json', import.meta.url), 'utf8'))
  const { authority, documents, expansions } = sampleSchema.parse(json)
  const byId = new Map(expansions.map((expansion) => [expansion.id, expansion]))
  const linker = createNameLinker({ authority, documents, expansions: byId })
  const indexed = documents.map((document) => {
    const { row, passages } = documentRows(document, byId.get(document.id), { linker, budget: SAMPLE_BUDGET })
    return { row, passages: passages.map((passage) => ({ ...passage, role: textRoleOf(passage.kind) })) }
  })
  return createHash('sha256').update(JSON.stringify(indexed)).digest('hex').slice(0, 16)
}
