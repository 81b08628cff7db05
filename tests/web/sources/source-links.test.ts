import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CORPUS_FOLDER, loadCatalog } from '../../../corpus/catalog.ts'
import type { SourceLinks } from '../../../corpus/source-link.ts'
import { sourceLinks } from '../../../web/sources/source-links.ts'

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url))

describe('the links of the page', () => {
  it('are those of the server, for every document', async () => {
    const { documents, publishers } = await loadCatalog()
    for (const document of documents)
      expect(sourceLinks.linkOf(document), document.id).toEqual(publishers.links.linkOf(document))
  })

  describe('where a publisher’s file was added', () => {
    let folder: string
    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'aide-memoire-page-links-'))
      for (const part of ['source-link.ts', 'publishers'])
        await cp(join(CORPUS_FOLDER, part), join(folder, 'corpus', part), { recursive: true })
      await mkdir(join(folder, 'web', 'sources'), { recursive: true })
      const module = join('web', 'sources', 'source-links.ts')
      await cp(join(PROJECT, module), join(folder, module))
    })
    afterEach(() => rm(folder, { recursive: true, force: true }))

    it('know it once the page is built anew', async () => {
      await writeFile(
        join(folder, 'corpus', 'publishers', 'own-shelf.json'),
        JSON.stringify({
          name: 'My Shelf',
          hosts: ['shelf.example.org'],
          search: null,
          aliases: ['kept out'],
        }),
      )
      await build({
        configFile: false,
        root: folder,
        logLevel: 'silent',
        build: {
          outDir: join(folder, 'built'),
          minify: false,
          lib: {
            entry: join(folder, 'web', 'sources', 'source-links.ts'),
            formats: ['es'],
            fileName: () => 'links.mjs',
          },
        },
      })
      const built: { sourceLinks: SourceLinks } = await import(
        pathToFileURL(join(folder, 'built', 'links.mjs')).href
      )
      const document = { title: 'A Plan', publisher: 'My Shelf', url: 'https://shelf.example.org/1' }
      expect(built.sourceLinks.linkOf(document)).toEqual({
        href: document.url,
        kind: 'original',
        publisher: 'My Shelf',
      })
      expect(built.sourceLinks.linkOf({ ...document, url: 'https://example.org/1' })).toBeUndefined()
      expect(built.sourceLinks.isTrusted('https://history.state.gov/')).toBe(true)
    })
  })
})
