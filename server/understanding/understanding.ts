/** What is understood of a question. */
import type { DocumentType } from '../../corpus/document.ts'
import type { LinkedName } from '../../corpus/names/name-linker.ts'
import type { AskedMaker } from './asked-makers.ts'
import type { AskedFor } from './kind.ts'
import type { Period } from './period.ts'

export interface Understanding {
  /**
   * The question as it is searched for and read: slips in names mended, names in other scripts as the archive writes
   * them; before a follow-up the names, the periods and the topic that it takes along.
   */
  question: string
  /** Words of it in scripts that the records are not written in, so that nothing can be made of them. */
  unread: string[]
  names: LinkedName[]
  periods: Period[]
  types: AskedFor<DocumentType>[]
  makers: AskedMaker[]
  publishers: AskedFor<string>[]
  /** Words that say what the conversation is about, beside names and periods: what a follow-up takes along. */
  topic: string[]
  /** The question of the conversation that this one goes on from. */
  follows?: string
}
