/** The result of understanding a question. */
import type { DocumentType } from '../../corpus/document.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { Period } from './period.ts'
import type { RequestedMaker } from './requested-makers.ts'
import type { RequestedValue } from './requested-types.ts'

export interface Understanding {
  /**
   * The text that is searched for and read: the question with misspelled names corrected and names in other scripts in the
   * archive's spelling. For a follow-up the inherited names, periods and topic words stand before it, then a colon.
   */
  question: string
  /** Words in scripts that the records do not use; they are not searched for. */
  unreadableWords: string[]
  names: LinkedName[]
  periods: Period[]
  types: RequestedValue<DocumentType>[]
  makers: RequestedMaker[]
  publishers: RequestedValue<string>[]
  /** Content words outside of names and periods; a follow-up inherits them. */
  topicWords: string[]
  /** The earlier question that this follow-up continues. */
  follows?: string
}
