/** Words at the beginning of titles: forms of document, and the words between form and maker. */

/** Forms of document with one maker. */
export const DOCUMENT_FORMS: ReadonlySet<string> = new Set(
  `telegram cable letter report reports memorandum memo note notice message dispatch information instructions opinions
   notification response reply recommendation recommendations resolution proposal statement speech speeches journal diary
   decision recollections study paper request ore`.split(/\s+/),
)

/** Forms with several participants: only "by" introduces their maker. */
export const RECORD_FORMS: ReadonlySet<string> = new Set(['record', 'records'])

/** Forms in which a body records its meetings. */
export const MINUTES_FORMS: ReadonlySet<string> = new Set(['minutes', 'protocol'])

/** Personal journals: a lead-in names them ("Soviet ambassador Puzanov's journal"). */
export const JOURNAL_FORMS: ReadonlySet<string> = new Set(['journal', 'diary'])

/** Participles between form and maker: "Report Sent by …", "Paper Prepared by …". */
export const MAKING_PARTICIPLES: ReadonlySet<string> = new Set([
  'sent',
  'prepared',
  'adopted',
  'written',
  'submitted',
])
export const MAKER_PREPOSITIONS: ReadonlySet<string> = new Set(['from', 'by', 'of'])

/** Words before which a maker's name can end. */
export const MAKER_ENDING_WORDS: ReadonlySet<string> = new Set(
  'to from on about regarding concerning for with via in addressed based dated describing re attaching'.split(
    ' ',
  ),
)

/** Participles of covering letters: they introduce a message written by somebody else. */
export const FORWARDING_PARTICIPLES: ReadonlySet<string> = new Set(
  'transmitting conveying relaying containing attaching'.split(' '),
)

/** The form is within this many parts from the start. */
export const MAX_PARTS_TO_FORM = 9
