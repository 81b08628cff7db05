/** Replaces a built folder by a new build, complete or not at all, even if other processes do the same. */
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The last file written into a built folder: contains the hash of the sources, and marks the build as complete. */
export const STAMP_FILE = '.built-from'

/** Error codes of `rename` for a target folder that is not empty: ENOTEMPTY or EEXIST on POSIX, EPERM or EACCES on Windows. */
const TARGET_EXISTS = new Set(['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'])

/** The stamp of a complete build; undefined if there is none. */
export async function readStamp(folder: string): Promise<string | undefined> {
  try {
    return await readFile(join(folder, STAMP_FILE), 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/**
 * Replaces `folder` by `fresh`, a complete build.
 * @throws the error of `rename`; the old folder is then restored, unless another process has created a new one
 */
export async function replaceFolder(fresh: string, folder: string): Promise<void> {
  const old = `${fresh}.old`
  const hadOld = await rename(folder, old).then(
    () => true,
    (error: unknown) => {
      if (isCode(error, 'ENOENT')) return false
      throw error
    },
  )
  try {
    await moveUnlessBuilt(fresh, folder)
  } catch (error) {
    if (hadOld) await rename(old, folder).catch(() => {})
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

/**
 * Moves `fresh` to `folder`, which did not exist a moment ago. If another process has put the same build there since, that one
 * stays and `fresh` is removed.
 * @throws the error of `rename` in any other case
 */
export async function moveUnlessBuilt(fresh: string, folder: string): Promise<void> {
  try {
    await rename(fresh, folder)
  } catch (error) {
    const own = await readStamp(fresh)
    const isSameBuild = own !== undefined && (await readStamp(folder)) === own
    if (!isSameBuild || !isCode(error, ...TARGET_EXISTS)) throw error
    await rm(fresh, { recursive: true, force: true })
  }
}

function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
