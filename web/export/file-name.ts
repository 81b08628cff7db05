/** The file name of a downloaded answer. */
import { slug } from '../../corpus/slug.ts'

/** Long enough to distinguish two questions, short enough for any file system. */
const MAX_NAME_CHARACTERS = 60

/** Built from the question; `answer.md` for a question without Latin letters or digits. */
export function answerFileName(question: string, ending: 'md' | 'docx'): string {
  const words = slug(question).slice(0, MAX_NAME_CHARACTERS).replace(/-+$/, '')
  return `${words || 'answer'}.${ending}`
}
