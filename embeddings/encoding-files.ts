/** Fetches the files that say how a model is used: from its folder, or from the hub when the model itself is downloaded. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@xenova/transformers'
import { type EncodingFiles, encodingFiles } from './encoding.ts'

/** Reads those that the folder has. */
export async function readEncodingFiles(folder: string): Promise<EncodingFiles> {
  const files: EncodingFiles = {}
  for (const [key, path] of Object.entries(encodingFiles) as [keyof EncodingFiles, string][]) {
    const text = await readFile(join(folder, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    })
    if (text !== undefined) files[key] = text
  }
  return files
}

/**
 * Downloads into `folder` those that the model has on the hub. transformers.js fetches only the files that it reads
 * itself. Call it before the weights are there: a model that is there already is never asked for again.
 * @throws where the hub does not answer, or answers that it cannot.
 */
export async function downloadEncodingFiles(name: string, folder: string): Promise<void> {
  if (existsSync(join(folder, 'onnx', 'model_quantized.onnx'))) return
  for (const path of Object.values(encodingFiles)) {
    const template = env.remotePathTemplate.replace('{model}', name).replace('{revision}', 'main')
    const response: Response = await env.fetch(`${env.remoteHost}${template}${path}`)
    // The model may lack the file; one that may not be read (401, 403) cannot be loaded either, and says so itself.
    if (response.status >= 400 && response.status < 500) continue
    if (!response.ok) throw new Error(`${path}: the hub answers with status ${response.status}`)
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await response.text())
  }
}
