/** Swapping a built folder in: real folders, and two processes' builds that meet. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  moveUnlessBuilt,
  readStamp,
  replaceFolder,
  STAMP_FILE,
} from '../../../server/start/replace-folder.ts'

let parent: string
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'aide-memoire-swap-'))
})
afterEach(() => rm(parent, { recursive: true, force: true }))

/** A folder with a file that tells who built it; complete where it has a stamp. */
async function built(name: string, by: string, stamp?: string): Promise<string> {
  const folder = join(parent, name)
  await mkdir(folder)
  await writeFile(join(folder, 'index.html'), by)
  if (stamp !== undefined) await writeFile(join(folder, STAMP_FILE), stamp)
  return folder
}
const builtBy = (folder: string) => readFile(join(folder, 'index.html'), 'utf8')

it('a build takes the place of the old one, which goes', async () => {
  const page = await built('page', 'old', 'a')
  const fresh = await built('page.1', 'fresh', 'b')
  await replaceFolder(fresh, page)
  expect(await builtBy(page)).toBe('fresh')
  expect(await readStamp(fresh)).toBeUndefined()
  expect(await readStamp(`${fresh}.old`)).toBeUndefined()
})

it('the first build needs no old one', async () => {
  const fresh = await built('page.1', 'fresh', 'b')
  await replaceFolder(fresh, join(parent, 'page'))
  expect(await builtBy(join(parent, 'page'))).toBe('fresh')
})

it('the same build of another process, there in the meantime, stays, and ours is removed', async () => {
  const page = await built('page', 'other process', 'b')
  const fresh = await built('page.1', 'fresh', 'b')
  await moveUnlessBuilt(fresh, page)
  expect(await builtBy(page)).toBe('other process')
  expect(await readStamp(fresh)).toBeUndefined()
})

it.each([
  ['a folder that is no complete build', undefined],
  ['a build of other sources', 'c'],
])('%s in its place is an error, and our build is kept', async (_, stamp) => {
  const page = await built('page', 'other', stamp)
  const fresh = await built('page.1', 'fresh', 'b')
  await expect(moveUnlessBuilt(fresh, page)).rejects.toMatchObject({ code: 'ENOTEMPTY' })
  expect(await builtBy(page)).toBe('other')
  expect(await builtBy(fresh)).toBe('fresh')
})

it('a rename that fails for another reason is thrown, and the old page is back', async () => {
  const page = await built('page', 'old', 'a')
  await expect(replaceFolder(join(parent, 'page.1'), page)).rejects.toMatchObject({ code: 'ENOENT' })
  expect(await builtBy(page)).toBe('old')
})

it('an old page that cannot be moved is thrown, and stays', async () => {
  const fresh = await built('page.1', 'fresh', 'b')
  await writeFile(join(parent, 'file'), '')
  await expect(replaceFolder(fresh, join(parent, 'file', 'page'))).rejects.toMatchObject({ code: 'ENOTDIR' })
  expect(await builtBy(fresh)).toBe('fresh')
})
