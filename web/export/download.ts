/** Hands a file to the browser's downloads. */
import { slug } from '../../corpus/slug.ts'

/** Long enough to tell two questions apart, short enough for any file system. In characters. */
const LONGEST_NAME = 60
/** By then the browser has begun to read the file (ms). */
const KEPT_FOR = 10_000

export function download(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
}

/** A name for a file from the question in it; a question that no Latin letter is in names none. */
export function fileName(question: string, ending: 'md' | 'docx'): string {
  const words = slug(question).slice(0, LONGEST_NAME).replace(/-+$/, '')
  return `${words || 'answer'}.${ending}`
}
