/**
 * Writes exports into the folder EXPORTS, for `.ci/outside` to have other programs read them: the whole catalog as BibTeX
 * and CSL-JSON, and an answer as a Word document. It runs through Vite, as the page's code does.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalog } from '../../corpus/catalog.ts'
import { cite, joinAsText } from '../../corpus/citation/cite.ts'
import { reducedDateSchema } from '../../corpus/document.ts'
import { splitSentences } from '../../embeddings/split-sentences.ts'
import { answersAsWord } from '../../web/export/as-word.ts'
import { buildCitations } from '../../web/export/citations.ts'
import type { ExportedAnswer } from '../../web/export/exported-answer.ts'

const folder = process.env.EXPORTS
if (!folder) throw new Error('EXPORTS must name the folder to write into.')

const TODAY = '2026-12-01'
/** Documents that the answer quotes, one sentence and so one footnote each. */
const QUOTED = 5

const { documents, publishers } = await loadCatalog()
for (const [style, name] of [
  ['bibtex', 'catalog.bib'],
  ['csl-json', 'catalog.json'],
] as const)
  writeFileSync(join(folder, name), joinAsText(cite(documents, style, TODAY, publishers), style))

const quoted = documents.filter(({ summary }) => summary !== null).slice(0, QUOTED)
const answer: ExportedAnswer = {
  question: 'What do these documents tell?',
  ending: 'answered',
  paragraphs: quoted.map(({ summary }, index) => ({
    kind: 'text',
    statements: [
      { text: splitSentences(summary ?? '')[0] ?? '', citations: [{ n: index + 1, ordinal: index }] },
    ],
  })),
  cited: quoted.map((document, index) => ({ n: index + 1, document, passages: [] })),
  uncited: [],
}
const formatted = (style: 'chicago-note' | 'chicago-bibliography') =>
  new Map(cite(quoted, style, TODAY, publishers).map(({ id, html }) => [id, html]))
const citations = buildCitations(
  quoted,
  'chicago-note',
  formatted('chicago-note'),
  formatted('chicago-bibliography'),
)
const word = await answersAsWord([answer], citations, reducedDateSchema.parse(TODAY))
writeFileSync(join(folder, 'answer.docx'), Buffer.from(await word.arrayBuffer()))
console.log(`${documents.length} documents, ${quoted.length} footnotes`)
