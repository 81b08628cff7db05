import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CorpusError } from '../../corpus/catalog.ts'
import { loadPublishers } from '../../corpus/publishers.ts'
import { copyCorpus, NEW_PUBLISHER } from './new-publisher.ts'

describe('a file of a publisher that is wrong', () => {
  let folder: string
  let file: string
  beforeEach(async () => {
    folder = await copyCorpus()
    file = join(folder, 'publishers', 'dcer.json')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  async function fault(content: unknown): Promise<string> {
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
    const error = await loadPublishers(folder).catch((reason: unknown) => reason)
    if (!(error instanceof CorpusError)) throw new Error(`The load should have stopped, but: ${error}`)
    return error.message
  }
  const volume = (number: unknown) => ({ ...NEW_PUBLISHER.citation, number })
  const patterns = (...list: string[]) => [{ name: 'An archive', patterns: list }]

  it.each([
    ['no name', 'name', undefined, 'name: Invalid input'],
    ['a name of blanks', 'name', '  ', 'name: must not be empty'],
    ['an empty alias', 'aliases', ['DCER', ''], 'aliases.1: must not be empty'],
    ['no hosts', 'hosts', undefined, 'hosts: Invalid input'],
    ['an address for a host', 'hosts', ['https://dcer.example.org'], 'hosts.0: must be a host name'],
    ['a host with a port', 'hosts', ['dcer.example.org:8080'], 'hosts.0: must be a host name'],
    ['a host in capitals', 'hosts', ['DCER.example.org'], 'hosts.0: must be a host name'],
    ['a host with a pattern', 'hosts', ['*.example.org/'], 'hosts.0: must be a host name'],
    ['a search left open', 'search', undefined, 'search: Invalid input'],
    [
      'a search without the title',
      'search',
      'https://dcer.example.org/find',
      'search: must be a web address',
    ],
    [
      'a search with the title in the path',
      'search',
      'https://dcer.example.org/{title}',
      'search: must be a',
    ],
    ['a search elsewhere', 'search', 'https://example.org/?q={title}', 'search: must be an https address on'],
    ['a search in the clear', 'search', 'http://dcer.example.org/?q={title}', 'search: must be an https'],
    ['a form of citation that is not known', 'citation', { form: 'book' }, 'citation.form: Invalid'],
    ['volumes without a title', 'citation', { form: 'volume' }, 'citation.volumeTitlesBegin: Invalid input'],
    ['documents made by nobody', 'madeBy', ' ', 'madeBy: must not be empty'],
    [
      'a number that no group holds',
      'citation',
      volume({ label: 'No.', inAddress: 'item' }),
      'citation.number.inAddress: must have exactly one group',
    ],
    [
      'a pattern that is none',
      'repositories',
      patterns('^DEA/', '^DEA('),
      'repositories.0.patterns.1: Invalid regular expression',
    ],
    [
      'a repository without patterns',
      'repositories',
      patterns(),
      'repositories.0.patterns: must hold at least',
    ],
    ['a field that is not known', 'host', ['example.org'], 'Unrecognized key: "host"'],
  ])('stops the load, named with its field: %s', async (_, field, value, reason) => {
    expect(await fault({ ...NEW_PUBLISHER, [field]: value })).toContain(`${file}: ${reason}`)
  })

  it.each([
    'a*',
    'a+',
    '(?:a{1,9}){1,9}',
    'a{2,}',
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)',
    '(a)\\1',
    '(?<x>a)\\k<x>',
  ])('stops the load where a pattern might take more than linear time: %s', async (pattern) => {
    expect(await fault({ ...NEW_PUBLISHER, repositories: patterns(pattern) })).toContain(
      `${file}: repositories.0.patterns.0: "${pattern}" must have an upper bound`,
    )
  })

  it.each(['a\\+', '[a*+]', '[\\]*]', '\\*', 'a{1,9}b?(?:c|d)?', '\\p{Lu}\\d{2}'])(
    'is not one with the pattern %s',
    async (pattern) => {
      await writeFile(file, JSON.stringify({ ...NEW_PUBLISHER, repositories: patterns(pattern) }))
      expect((await loadPublishers(folder)).byName(NEW_PUBLISHER.name)?.repositories).toHaveLength(1)
    },
  )

  it('stops the load where it is no JSON', async () => {
    expect(await fault('{"name": "DCER",')).toContain(`${file}: is not JSON`)
  })

  it('stops the load where it claims a name or an alias of another, in whatever case', async () => {
    const frus = join(folder, 'publishers', 'frus.json')
    expect(await fault({ ...NEW_PUBLISHER, aliases: ['DCER', 'Frus'] })).toBe(
      `${frus}: aliases.0: "FRUS" stands already in ${file}`,
    )
    const { name } = JSON.parse(await readFile(frus, 'utf8'))
    expect(await fault({ ...NEW_PUBLISHER, name })).toBe(`${frus}: name: "${name}" stands already in ${file}`)
    expect(await fault({ ...NEW_PUBLISHER, aliases: ['DCER', 'dcer'] })).toBe(
      `${file}: aliases.1: "dcer" stands already in ${file}`,
    )
  })
})
