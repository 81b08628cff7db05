/** A publisher that the corpus does not have, and a copy of the corpus to add it to. */
import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CORPUS_FOLDER } from '../../corpus/catalog.ts'

/** A copy of the corpus's data in a folder of its own. */
export async function copyCorpus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aide-memoire-publishers-'))
  for (const part of ['catalog', 'publishers', 'expansions'])
    await cp(join(CORPUS_FOLDER, part), join(folder, part), { recursive: true })
  return folder
}

export const NEW_PUBLISHER = {
  name: 'Documents on Canadian External Relations',
  aliases: ['DCER', 'Canadian documents series'],
  hosts: ['dcer.example.org'],
  search: 'https://dcer.example.org/find?title={title}&sort=date',
  citation: {
    form: 'volume',
    volumeTitlesBegin: 'Documents on Canadian External Relations,',
    number: { label: 'No.', inAddress: '/item-(\\d{1,4})$' },
  },
  repositories: [{ name: 'Library and Archives Canada', patterns: ['^DEA/\\d'] }],
}
