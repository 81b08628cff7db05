/** Decisions of the user that override the answer reader. */
export interface UserOverrides {
  /** Ids of documents that are quoted whatever their relevance. */
  quote: ReadonlySet<string>
  /** Ids of documents that are not quoted. */
  leaveOut: ReadonlySet<string>
}
