/**
 * Links to originals, from the files in corpus/publishers/. Vite bundles only the fields that links need; the server
 * validates the files before it builds the page.
 */
import { SourceLinks } from '../../corpus/source-link.ts'

// Vite evaluates these calls at build time, so their arguments must be literals.
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
