import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { citationStyles } from '../../../corpus/citation/citation-style.ts'
import { citationResponseSchema } from '../../../server/contract/citation.ts'
import { zip } from '../../../server/routes/build-zip.ts'
import { type Asking, openApp, postOf, problemOf } from '../ask.ts'

const CABLE = '1952-02-23-cable-filippov-stalin-to-mao-zedong'
const LETTER = '1969-06-10-letter-from-president-nixon-to-korean-president-park'

let app: Asking
beforeAll(async () => {
  app = await openApp()
})

describe('the citation of a document', () => {
  const address = (query: string, id = CABLE) => `/api/documents/${id}/citation?${query}`

  it.each([
    ['chicago-note', 'text/plain', /^“Cable, Filippov \[Stalin\] to Mao Zedong,” February 23, 1952, /],
    ['chicago-bibliography', 'text/plain', /^“Cable, .*Zedong\.” February 23, 1952\. /],
    ['mla', 'text/plain', /Archive, 23 Feb\. 1952, /],
    ['apa', 'text/plain', /\. \(1952, February 23\)\. /],
    ['bibtex', 'application/x-bibtex', /^@misc\{1952-02-23-cable/],
    ['ris', 'application/x-research-info-systems', /^TY {2}- GEN\r\n/],
    ['csl-json', 'application/vnd.citationstyles.csl+json', /^\[\n\{/],
  ])('in the style %s comes as %s', async (style, type, begins) => {
    const response = await app.request(address(`style=${style}`))
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(new RegExp(`^${type.replace('+', '\\+')}`))
    expect(response.headers.get('content-disposition')).toBeNull()
    expect(await response.text()).toMatch(begins)
  })

  it('is a file with a name of its own where it is downloaded', async () => {
    const response = await app.request(address('style=ris&download=1'))
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${CABLE}.ris"`)
  })

  it('is text and HTML at once for the page', async () => {
    const answer = await app.get(address('style=mla&form=json'), citationResponseSchema)
    const [citation] = answer.citations
    expect(citation?.html).toContain('<i>Wilson Center Digital Archive</i>')
    expect(answer.text).toBe(`${citation?.text}\n`)
  })

  it('holds the day of access that was given, or today', async () => {
    const given = await (await app.request(address('style=bibtex&accessed=2026-01-15'))).text()
    expect(given).toContain('accessed 2026-01-15')
    const today = await (await app.request(address('style=bibtex'))).text()
    expect(today).toContain(`accessed ${new Date().toISOString().slice(0, 10)}`)
  })

  it.each([
    ['style', ''],
    ['style', 'style=harvard'],
    ['accessed', 'style=mla&accessed=2026-02-30'],
    ['accessed', 'style=mla&accessed=2026-02'],
    ['form', 'style=mla&form=pdf'],
    ['download', 'style=mla&download=yes'],
  ])('names the field %s as wrong in "%s"', async (field, query) => {
    const problem = await problemOf(await app.request(address(query)), 400)
    expect(problem.errors?.map((error) => error.field)).toEqual([field])
  })

  it('of a document that is not here is not here', async () => {
    await problemOf(await app.request(address('style=mla', 'nothing')), 404)
  })
})

describe('the citations of a list', () => {
  it('come in the style’s order as a bibliography, in the order given as notes', async () => {
    const lines = async (style: string) =>
      (await (await app.request(`/api/citations?style=${style}&id=${LETTER}&id=${CABLE}`)).text())
        .trim()
        .split('\n')
    expect(await lines('mla')).toEqual([expect.stringMatching(/^“Cable/), expect.stringMatching(/^“Letter/)])
    expect(await lines('chicago-note')).toEqual([
      expect.stringMatching(/^“Letter/),
      expect.stringMatching(/^“Cable/),
    ])
  })

  it('are the same when asked for by POST, which has room for more', async () => {
    const [one, other] = await Promise.all([
      app.request(`/api/citations?style=apa&id=${CABLE}&id=${LETTER}`),
      app.request('/api/citations', postOf({ style: 'apa', ids: [CABLE, LETTER] })),
    ])
    expect(other.status).toBe(200)
    expect(await other.text()).toBe(await one.text())
  })

  it('name what is wrong, and with which ids', async () => {
    const wrong = async (query: string, status: number) =>
      (await problemOf(await app.request(`/api/citations?${query}`), status)).errors
    expect(await wrong('style=mla', 400)).toEqual([
      { field: 'id', message: 'must name one document or more' },
    ])
    expect(await wrong(`style=mla&id=${CABLE}&id=nothing&id=naught`, 404)).toEqual([
      { field: 'id', message: 'names documents that are not here: nothing, naught' },
    ])
    const many = Array.from({ length: 201 }, () => CABLE)
    const problem = await problemOf(
      await app.request('/api/citations', postOf({ style: 'mla', ids: many })),
      400,
    )
    expect(problem.errors).toEqual([{ field: 'ids', message: 'must name at most 200 documents' }])
    expect((await problemOf(await app.request('/api/citations', postOf('{')), 400)).detail).toBeTruthy()
  })

  it('come all at once in a ZIP archive that another program opens', async () => {
    const response = await app.request(`/api/citations?style=all&download=1&id=${CABLE}&id=${LETTER}`)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="my-sources.zip"')
    const folder = unzipped(Buffer.from(await response.arrayBuffer()))
    expect(readdirSync(folder)).toHaveLength(citationStyles.length)
    expect(JSON.parse(readFileSync(join(folder, 'my-sources.json'), 'utf8'))).toHaveLength(2)
    expect(readFileSync(join(folder, 'my-sources.bib'), 'utf8').match(/^@/gm)).toHaveLength(2)
    expect(readFileSync(join(folder, 'mla.html'), 'utf8')).toContain('<i>Wilson Center Digital Archive</i>')
  })

  it('survive being packed, whatever letters they hold', () => {
    const text = '김일성 “é” '.repeat(1000)
    expect(readFileSync(join(unzipped(zip({ 'a.txt': text, 'b.txt': '' })), 'a.txt'), 'utf8')).toBe(text)
  })
})

/** Unpacks with Python, whose reader checks the sums; the folder. */
function unzipped(archive: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'citations-'))
  const file = `${folder}.zip`
  writeFileSync(file, archive)
  execFileSync('python3', ['-m', 'zipfile', '-e', file, folder])
  return folder
}
