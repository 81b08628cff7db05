/** Reads or downloads the configuration files that tell how a model encodes text. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { env } from '@xenova/transformers'
import { type EncodingFiles, encodingFiles } from './encoding.ts'

/** Reads the configuration files that the folder has. */
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
 * Downloads a model's configuration files from the hub into `folder`; transformers.js downloads only the files that it
 * reads itself. Call this before the weights are downloaded: if they are there, nothing is requested.
 * @throws if the hub cannot be reached or answers with a server error
 */
export async function downloadEncodingFiles(name: string, folder: string): Promise<void> {
  if (existsSync(join(folder, 'onnx', 'model_quantized.onnx'))) return
  for (const path of Object.values(encodingFiles)) {
    const template = env.remotePathTemplate.replace('{model}', name).replace('{revision}', 'main')
    const response: Response = await env.fetch(`${env.remoteHost}${template}${path}`)
    // The model may lack the file (404). If access is denied (401, 403), loading the model fails later with its own message.
    if (response.status >= 400 && response.status < 500) continue
    if (!response.ok) throw new Error(`${path}: the hub answers with status ${response.status}`)
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, await response.text())
  }
}
