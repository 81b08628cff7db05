/** The files that say what the catalog is and what can be asked of it are checked when they are read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadAbout } from '../../corpus/about.ts'
import { CorpusError, loadCatalog } from '../../corpus/catalog.ts'
import { loadExampleQuestions } from '../../corpus/example-question.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aide-memoire-about-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it('every document of an example question is in the catalog', async () => {
  const { byId, exampleQuestions } = await loadCatalog()
  const named = exampleQuestions.flatMap(({ documents }) => documents)
  expect(named.filter((id) => !byId.has(id))).toEqual([])
})

it('a corpus without the files has no examples, and nothing is said of it', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'aide-memoire-empty-'))
  expect(await loadExampleQuestions(empty)).toEqual([])
  expect(await loadAbout(empty)).toBeUndefined()
  await rm(empty, { recursive: true })
})

const example = {
  question: 'Why did China enter?',
  decade: '1950s',
  partner: 'China',
  documents: ['a-document'],
}

it.each([
  ['a question without its mark', [{ ...example, question: 'Why did China enter' }], '0.question'],
  ['a year for a decade', [{ ...example, decade: '1950' }], '0.decade'],
  ['no documents', [{ ...example, documents: [] }], '0.documents'],
  ['an unknown field', [{ ...example, year: 1950 }], '0'],
  ['a question that stands there twice', [example, example], '1.question'],
])('%s stops the load, named by file and field', async (_, examples, field) => {
  await writeFile(join(folder, 'example-questions.json'), JSON.stringify(examples))
  const error = await loadExampleQuestions(folder).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(CorpusError)
  expect(String(error)).toContain('example-questions.json')
  expect(String(error)).toContain(field)
})

it('what is said of the catalog is whole sentences', async () => {
  const about = { matter: 'bees', selection: 'All of them.', summaries: 'by hand' }
  await writeFile(join(folder, 'about.json'), JSON.stringify(about))
  await expect(loadAbout(folder)).rejects.toThrow(/about\.json: summaries: must be whole sentences/)
})
