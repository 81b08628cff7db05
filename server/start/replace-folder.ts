/** Puts a folder that was built beside the old one in its place, whole, though other processes may do the same. */
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Written last into a built folder: names what it was built from, and that the build is complete. */
export const STAMP_FILE = '.built-from'

/**
 * What `rename` gives where the target folder exists and holds files: ENOTEMPTY or EEXIST by POSIX, EPERM or EACCES on
 * Windows.
 */
const TARGET_EXISTS = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'])

/** The stamp of a complete build, or undefined where there is none. */
export async function stampOf(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, STAMP_FILE), 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/**
 * Replaces `folder` by `fresh`, a complete build. @throws what `rename` threw; then the old folder is back in its place,
 * unless another process has put one there.
 */
export async function swapIn(fresh: string, folder: string): Promise<void> {
  const old = `${fresh}.old`
  const hadOld = await rename(folder, old).then(
    () => true,
    (error: unknown) => {
      if (isCode(error, 'ENOENT')) return false
      throw error
    },
  )
  try {
    await moveOrYield(fresh, folder)
  } catch (error) {
    if (hadOld) await rename(old, folder).catch(() => {})
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

/**
 * Moves `fresh` to where nothing stood a moment ago. Where another process has put the same build there since, that one
 * stays and `fresh` is removed. @throws what `rename` threw in any other case.
 */
export async function moveOrYield(fresh: string, folder: string): Promise<void> {
  try {
    await rename(fresh, folder)
  } catch (error) {
    const own = await stampOf(fresh)
    const isSameBuild = own !== undefined && (await stampOf(folder)) === own
    if (!isSameBuild || !isCode(error, ...TARGET_EXISTS)) throw error
    await rm(fresh, { recursive: true, force: true })
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
