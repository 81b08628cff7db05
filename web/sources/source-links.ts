/**
 * The links to originals, by the files in corpus/publishers/. Vite bundles what a link takes of each file; the server
 * has checked the files before it has the page built.
 */
import { SourceLinks } from '../../corpus/source-link.ts'

// Vite reads these calls where the page is built, so their arguments stand as they are.
const names = import.meta.glob<string>('../../corpus/publishers/*.json', { eager: true, import: 'name' })
const hosts = import.meta.glob<string[]>('../../corpus/publishers/*.json', { eager: true, import: 'hosts' })
const searches = import.meta.glob<string | null>('../../corpus/publishers/*.json', {
  eager: true,
  import: 'search',
})

export const sourceLinks = new SourceLinks(
  Object.entries(names).map(([file, name]) => ({
    name,
    hosts: hosts[file] ?? [],
    search: searches[file] ?? null,
  })),
)
