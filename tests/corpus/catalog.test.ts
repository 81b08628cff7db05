import { createHash } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Catalog, CORPUS_FOLDER, CorpusError, corpusHash, loadCatalog } from '../../corpus/catalog.ts'
import { compareDates } from '../../corpus/reduced-date.ts'

let catalog: Catalog
beforeAll(async () => {
  catalog = await loadCatalog()
})

describe('the catalog', () => {
  it('holds the 913 documents of three publishers', () => {
    expect(catalog.documents).toHaveLength(913)
    const held = (publisher: string) =>
      catalog.documents.filter((document) => document.publisher === publisher)
    expect(held('Wilson Center Digital Archive')).toHaveLength(719)
    expect(held('Foreign Relations of the United States')).toHaveLength(175)
    expect(held('National Security Archive')).toHaveLength(19)
  })

  it('keeps every permalink as it was: an id once given is never another', () => {
    const ids = catalog.documents.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const hash = createHash('sha256').update(ids.toSorted().join('\n')).digest('hex')
    // Documents may be added; then count and hash change here too. An id that is gone breaks somebody's footnote.
    expect(hash).toBe('32d3ddfa2ddaf538203cb81fbd4a8c256420f8fc2f0096704d42c0faf8e44b9b')
  })

  it('begins each permalink with the date', () => {
    expect(
      catalog.documents.filter(({ id, date }) => !id.startsWith(`${date}-`)).map(({ id }) => id),
    ).toEqual([])
  })

  it('runs from the oldest to the newest', () => {
    const { documents } = catalog
    const wrong = documents.filter(
      (document, i) => compareDates(documents[i - 1]?.date ?? document.date, document.date) > 0,
    )
    expect(wrong).toEqual([])
  })

  it('has one record without a summary', () => {
    const silent = catalog.documents.filter(({ summary }) => summary === null)
    expect(silent.map(({ date, title }) => `${date} ${title}`)).toEqual([
      '1984-06-15 Minutes of Conversation: Todor Zhivkov – Kim Il Sung, Sofia',
    ])
  })

  it('shows no “null” and no “undefined” in what a reader sees', () => {
    const shown = catalog.documents.filter(({ title, archive, people }) =>
      [title, archive ?? '', ...people].some((text) => /^(?:null|undefined|none)$/i.test(text.trim())),
    )
    expect(shown).toEqual([])
  })

  it('knows eight queries that each document answers', () => {
    for (const { id } of catalog.documents) expect(catalog.expansions.has(id), id).toBe(true)
    expect(catalog.expansions.size).toBe(913)
  })
})

describe('collections', () => {
  it('say how many documents they hold and from when to when', () => {
    for (const collection of catalog.collections) {
      const members = catalog.documents.filter(({ collections }) => collections.includes(collection.title))
      expect(collection.count, collection.title).toBe(members.length)
      expect([collection.from, collection.to]).toEqual([members.at(0)?.date, members.at(-1)?.date])
    }
    const conversations = catalog.collections.find(({ title }) => title === 'Conversations with Kim Il Sung')
    expect(conversations).toMatchObject({ count: 27, from: '1949-03-05', to: '1986-10-19' })
  })

  it('are all those that records name, also without a description', () => {
    const titles = new Set(catalog.collections.map(({ title }) => title))
    expect(
      catalog.documents.flatMap(({ collections }) => collections).filter((title) => !titles.has(title)),
    ).toEqual([])
    const volume = catalog.collections.find(({ title }) => title.endsWith('1950, Volume VII, Korea'))
    expect(volume).toEqual({
      id: 'foreign-relations-of-the-united-states-1950-volume-vii-korea',
      title: 'Foreign Relations of the United States, 1950, Volume VII, Korea',
      publisher: 'Foreign Relations of the United States',
      count: 16,
      from: '1950-06-19',
      to: '1950-10-05',
    })
  })

  it('include those of which the archive holds nothing yet, without a span', () => {
    const empty = catalog.collections.filter(({ count }) => count === 0)
    expect(empty.map(({ id }) => id)).toContain('inside-north-korea')
    expect(empty.every((collection) => !('from' in collection) && !('to' in collection))).toBe(true)
  })

  it('come largest first, each with an address of its own', () => {
    const counts = catalog.collections.map(({ count }) => count)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const ids = catalog.collections.map(({ id }) => id)
    expect(new Set(ids).size).toBe(31)
    expect(ids.every((id) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toBe(true)
  })
})

describe('a corpus with a fault', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aide-memoire-corpus-'))
    for (const part of ['catalog', 'publishers', 'expansions'])
      await cp(join(CORPUS_FOLDER, part), join(folder, part), { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const frus = () => join(folder, 'catalog', 'frus.jsonl')

  /** Changes a record of `frus.jsonl`, by its line from 1. */
  async function change(line: number, alter: (record: Record<string, unknown>) => unknown): Promise<void> {
    const lines = (await readFile(frus(), 'utf8')).split('\n')
    const altered = alter(JSON.parse(lines[line - 1] ?? ''))
    lines[line - 1] = typeof altered === 'string' ? altered : JSON.stringify(altered)
    await writeFile(frus(), lines.join('\n'))
  }

  async function fault(): Promise<string> {
    const error = await loadCatalog(folder).catch((reason: unknown) => reason)
    if (!(error instanceof CorpusError)) throw new Error(`The load should have stopped, but: ${error}`)
    return error.message
  }

  it.each([
    ['a day that the calendar lacks', 'date', '1950-02-30', 'date: must be a date as YYYY'],
    ['a date in words', 'date', '30 May 1984', 'date: must be a date as YYYY'],
    ['a kind of document that is not known', 'type', 'rumour', 'type: Invalid option'],
    ['a title of blanks', 'title', '   ', 'title: must not be empty'],
    ['a summary that is no text', 'summary', 7, 'summary: Invalid input: expected string'],
    ['an empty summary', 'summary', '', 'summary: must not be empty'],
    ['people that are no list', 'people', 'Kim Il Sung', 'people: Invalid input: expected array'],
    ['a person without a name', 'people', ['Kim Il Sung', ''], 'people.1: must not be empty'],
    ['an id that is no address', 'id', 'Über alles', 'id: must consist of lower-case letters'],
    ['an address that is a script', 'url', 'javascript:alert(1)', 'url: must be a web address'],
    ['no publisher', 'publisher', undefined, 'publisher: Invalid input'],
    ['a field that is not known', 'summry', 'A slip of the pen', 'Unrecognized key: "summry"'],
  ])('does not load: %s', async (_, field, value, reason) => {
    await change(3, (record) => ({ ...record, [field]: value }))
    expect(await fault()).toContain(`${frus()}, line 3: ${reason}`)
  })

  it('names every field of a record that is wrong', async () => {
    await change(175, (record) => ({ ...record, date: '19', title: '' }))
    expect(await fault()).toMatch(/frus\.jsonl, line 175: title: must not be empty; date: must be a date/)
  })

  it.each([
    ['half a line', '{"id": "1950-06-19-a", "title":'],
    ['a line that is no record', '[]'],
    ['a line of null', 'null'],
  ])('does not load: %s', async (_, line) => {
    await change(12, () => line)
    expect(await fault()).toContain(`${frus()}, line 12: `)
  })

  it('names an id that stands twice with both places', async () => {
    const [first = ''] = (await readFile(frus(), 'utf8')).split('\n')
    const other = join(folder, 'catalog', 'wilson-center.jsonl')
    const lines = (await readFile(other, 'utf8')).trimEnd().split('\n').length
    await appendFile(other, `${first}\n`)
    const { id } = JSON.parse(first)
    expect(await fault()).toBe(`${other}, line ${lines + 1}: id "${id}" stands already in ${frus()}, line 1`)
  })

  it('names the file where collections, names or expansions are wrong', async () => {
    const collections = join(folder, 'catalog', 'collections.json')
    await writeFile(collections, '[{"id": "x", "title": "X"}]')
    expect(await fault()).toContain(`${collections}: 0.publisher: `)
    await cp(join(CORPUS_FOLDER, 'catalog', 'collections.json'), collections)

    const authority = join(folder, 'catalog', 'authority.json')
    await writeFile(authority, '{"people": []')
    expect(await fault()).toContain(`${authority}: is not JSON`)
    await cp(join(CORPUS_FOLDER, 'catalog', 'authority.json'), authority)

    const questions = join(folder, 'expansions', 'questions.jsonl')
    await appendFile(questions, '{"id": "1950-06-19-a", "questions": {}}\n')
    expect(await fault()).toContain(`${questions}, line 914: questions.question: `)
  })

  it('names a file that is not there', async () => {
    await rm(join(folder, 'expansions', 'questions.jsonl'))
    await expect(loadCatalog(folder)).rejects.toThrow(/questions\.jsonl/)
    for (const name of ['frus', 'wilson-center', 'national-security-archive'])
      await rm(join(folder, 'catalog', `${name}.jsonl`))
    expect(await fault()).toBe(`${join(folder, 'catalog')}: holds no .jsonl file of records`)
  })

  it('is none for blank lines and Windows line ends', async () => {
    const text = await readFile(frus(), 'utf8')
    await writeFile(frus(), `\n${text.replaceAll('\n', '\r\n')}\r\n  \r\n`)
    expect((await loadCatalog(folder)).documents).toHaveLength(913)
  })

  it('is none for any character that JSON allows in a text', async () => {
    const summary = 'A line\u2028separator, a paragraph\u2029separator, a next\u0085line, a 조선 and a 🗞.'
    await change(1, (record) => ({ ...record, summary }))
    const [first] = (await loadCatalog(folder)).documents.filter(({ id }) =>
      id.includes('memorandum-by-the-central'),
    )
    expect(first?.summary).toBe(summary)
  })

  it('has another hash as soon as a letter of it changes, and not before', async () => {
    const before = await corpusHash(folder)
    expect(before).toBe(await corpusHash())
    await change(1, (record) => ({ ...record, title: `${record.title}.` }))
    const after = await corpusHash(folder)
    expect(after).not.toBe(before)
    await cp(join(CORPUS_FOLDER, 'catalog', 'frus.jsonl'), frus())
    expect(await corpusHash(folder)).toBe(before)
    await appendFile(join(folder, 'expansions', 'questions.jsonl'), '\n')
    expect(await corpusHash(folder)).not.toBe(before)
  })
})
