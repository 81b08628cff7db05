/**
 * `node --import tsx tests/eval/left-out.ts`: does a record without expansion fall behind? Leaves the queries of a random
 * fifth of the records out of an index, and asks the questions that these records answer: of the full index, of one with
 * no expansion at all, and of the one in which just this fifth has none.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@lancedb/lancedb'
import { markdownTable } from 'markdown-table'
import { ArchiveIndex } from '../../embeddings/index/archive-index.ts'
import { buildIndex } from '../../embeddings/index/build.ts'
import { type Archive, collectArchiveFacts } from '../../server/archive/archive.ts'
import { retrieve } from '../../server/retrieval/retrieve.ts'
import { developmentSets, judgedQuestions } from './judged-questions.ts'
import { mean } from './metrics.ts'
import { openQuietly } from './open-archive.ts'

/** Makes the same choice each time: every record whose number in a fixed shuffle is below a fifth. */
function isLeftOut(number: number): boolean {
  // Knuth's multiplicative hash scatters the numbers evenly.
  return ((number * 2_654_435_761) % 2 ** 32) / 2 ** 32 < 0.2
}

async function withIndex(
  archive: Archive,
  hasQueries: (id: string) => boolean,
): Promise<{ archive: Archive; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-left-out-'))
  const connection = await connect(folder)
  const { catalog, model, linker } = archive
  const generation = await buildIndex({
    connection,
    model,
    linker,
    stamp: { format: 0, model: model.id, corpus: 'left-out', code: '' },
    documents: catalog.documents,
    expansionOf: (id) => (hasQueries(id) ? catalog.expansions.get(id) : undefined),
  })
  const index = await ArchiveIndex.open(connection, generation)
  return {
    archive: { ...archive, index, facts: collectArchiveFacts(catalog, archive.linker, index) },
    remove: () => rm(folder, { recursive: true }),
  }
}

const full = await openQuietly()
const leftOut = new Set(full.catalog.documents.filter((_, number) => isLeftOut(number)).map(({ id }) => id))
const none = await withIndex(full, () => false)
const most = await withIndex(full, (id) => !leftOut.has(id))

/** Of the records left out that a question has at grade 2 or 3: the mean of one over their rank, and how many are in the first ten. */
async function score(archive: Archive): Promise<{ reciprocal: number; found: number; records: number }> {
  const ranks: number[] = []
  for (const set of developmentSets)
    for (const { question, relevant } of judgedQuestions(set)) {
      const wanted = Object.keys(relevant).filter((id) => leftOut.has(id) && (relevant[id] ?? 0) >= 2)
      if (wanted.length === 0) continue
      const { ranked } = await retrieve(question, archive)
      for (const id of wanted) ranks.push(ranked.findIndex(({ document }) => document.id === id) + 1)
    }
  return {
    reciprocal: mean(ranks.map((rank) => (rank === 0 ? 0 : 1 / rank))),
    found: mean(ranks.map((rank) => Number(rank > 0 && rank <= 10))),
    records: ranks.length,
  }
}

const rows = [
  ['no record has queries', await score(none.archive)],
  ['the left-out fifth has none', await score(most.archive)],
  ['every record has queries', await score(full)],
] as const
console.log(
  markdownTable([
    ['index', 'records asked for', 'mean of 1 / rank', 'in the first ten'],
    ...rows.map(([name, { records, reciprocal, found }]) => [
      name,
      String(records),
      reciprocal.toFixed(3),
      found.toFixed(3),
    ]),
  ]),
)
await none.remove()
await most.remove()
