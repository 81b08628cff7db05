/** The forms of document that a title can open with, and how it goes on to the maker. */

/** What a title calls its document. */
export const FORMS: ReadonlySet<string> = new Set(
  `telegram cable letter report reports memorandum memo note notice message dispatch information instructions opinions
   notification response reply recommendation recommendations resolution proposal statement speech speeches journal diary
   decision recollections study paper request ore`.split(/\s+/),
)

/** Forms that several make together: whose they are stands behind "by" alone. */
export const RECORDS: ReadonlySet<string> = new Set(['record', 'records'])

/** Forms in which a body keeps what happened at its meetings. */
export const MINUTES: ReadonlySet<string> = new Set(['minutes', 'protocol'])

/** Journals, and what a lead-in calls them. */
export const JOURNALS: ReadonlySet<string> = new Set(['journal', 'diary'])

/** Between the form and the maker: "Report Sent by …", "Paper Prepared by …". */
export const MADE: ReadonlySet<string> = new Set(['sent', 'prepared', 'adopted', 'written', 'submitted'])
export const MAKER_FOLLOWS: ReadonlySet<string> = new Set(['from', 'by', 'of'])

/** Words at which the name of a maker can end. */
export const ENDS_MAKER: ReadonlySet<string> = new Set(
  'to from on about regarding concerning for with via in addressed based dated describing re attaching'.split(
    ' ',
  ),
)

/** Behind these a message is passed on whose words are somebody else's. */
export const PASSES_ON: ReadonlySet<string> = new Set(
  'transmitting conveying relaying containing attaching'.split(' '),
)

/** Parts within which the form stands. */
export const FORM_WITHIN = 9
