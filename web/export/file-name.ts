/** The name of a downloaded answer. */
import { slug } from '../../corpus/slug.ts'

/** Long enough to tell two questions apart, short enough for any file system. In characters. */
const LONGEST_NAME = 60

/** From the question in it; a question that no Latin letter is in names none. */
export function fileName(question: string, ending: 'md' | 'docx'): string {
  const words = slug(question).slice(0, LONGEST_NAME).replace(/-+$/, '')
  return `${words || 'answer'}.${ending}`
}
