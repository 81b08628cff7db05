/**
 * Tables of the phrases that relate a time to the question or connect two times. The longest match wins: "not before" is
 * never read as "before".
 */
import { wordSet, wordTable } from './word-table.ts'

/**
 * - `in`: only within the time; `about` is the same before a time. `on`: preferably within it.
 * - `until` and `since` contain the time; `before` and `after` do not.
 * - `from` is `since`, but "reports from 1953" means those of 1953.
 * - `around`: the time and a year on either side.
 * - `excluded`: any time except this. A `Period` cannot express it, so none is returned.
 */
export type Relation =
  | 'in'
  | 'about'
  | 'on'
  | 'before'
  | 'until'
  | 'after'
  | 'since'
  | 'from'
  | 'around'
  | 'excluded'

/** Phrases before a time. "C ." is "c." as tokens. */
export const RELATIONS = wordTable<Relation>([
  [
    'in',
    `in | during | throughout | within | all through | dated | dated in | dating from | dated from | in the course of
     | over the course of`,
  ],
  ['about', 'what about | how about'],
  // Russian puts "в" before every year, so it says no more than a year without preposition.
  ['on', 'on | of | for | в | во | в течение | за | от'],
  ['before', `before | prior to | previous to | preceding | ahead of | earlier than | not in or after | до`],
  [
    'until',
    `until | till | up to | up until | up till | up to and including | until and including | through | by | no later than
     | not later than | not after | nor after | neither after | in or before | on or before | at or before | before or in
     | before or on | before or during | before and during | before and in | during and before | during or before
     | ending in | ending with | по | к | не позднее`,
  ],
  ['after', 'after | following | later than | subsequent to | beyond | not in or before | после'],
  [
    'since',
    `since | ever since | as of | starting in | starting from | starting with | beginning in | beginning from
     | beginning with | not before | nor before | neither before | no earlier than | not earlier than | no sooner than
     | not sooner than | not until | not till | in or after | on or after | at or after | in and after | after or in
     | after or on | during or after | during and after | after and during | with effect from | не ранее`,
  ],
  ['from', 'from | с | со | начиная с'],
  [
    'around',
    `around | about | circa | c . | ca . | ca | approximately | roughly | some time around | sometime around
     | around about | on or about | on or around | in or about | in or around | in about | in around | in circa | ~ | около`,
  ],
  [
    'excluded',
    `not in | not during | not on | not from | not of | not by | not within | except | except in | except for | excluding
     | other than | outside | outside of | but not in | rather than in | instead of in | before and after | before or after
     | after or before`,
  ],
])

/** Phrases before the name of an event. `eve` is shortly before it. "By" is missing: "by the Pueblo" is no time. */
export const EVENT_RELATIONS = wordTable<'in' | 'before' | 'until' | 'after' | 'since' | 'eve'>([
  ['in', 'during | throughout | in the course of | over the course of'],
  ['before', 'before | prior to | previous to | earlier than | ahead of'],
  ['until', 'until | till | up to | up until | not after | no later than | not later than'],
  ['after', 'after | following | later than | in the aftermath of | in the wake of | subsequent to'],
  [
    'since',
    'since | ever since | not before | no earlier than | not earlier than | during and after | during or after',
  ],
  ['eve', 'on the eve of | at the eve of | on the brink of'],
])

/** Words that weaken a bound without moving it: "since about 1968". */
export const HEDGES = wordSet(
  'around | about | circa | c . | ca . | approximately | roughly | at least | as early as | as late as',
)

/** Prefixes joined by a hyphen: "pre-1956", "post-Korean War". */
export const PREFIXES = wordTable<'before' | 'after'>([
  ['before', 'pre'],
  ['after', 'post'],
])

/** Phrases after a time that leave one side open. */
export const SUFFIXES = wordTable<'before' | 'until' | 'after' | 'since' | 'around'>([
  [
    'since',
    `or later | and later | onward | onwards | and onward | and onwards | and thereafter | or thereafter | and beyond
     | or beyond | and afterwards | forward | at the earliest | or after | and after | and since | or since
     | 부터 | 이후 | 이래 | から | 以後 | 以后 | 以降 | 以来`,
  ],
  [
    'until',
    `or earlier | and earlier | at the latest | or sooner | or before | and before | 까지 | 이전 | まで | 以前`,
  ],
  ['before', '전에 | 之前'],
  ['after', '후에 | 之后 | 之後'],
  ['around', '전후 | 前后 | 前後'],
])

/** Join the two ends of a range, as dashes do. */
export const RANGE_CONNECTORS = wordSet(
  'to | until | till | through | through to | thru | up to | up to and including | up until | to the | до | по | 부터 | から | 至 | 到',
)
/** Join members of a list; in "between … and …" the two ends of the range. */
export const LIST_CONNECTORS = wordSet('and | or | & | , | , and | , or | и | или | 과 | 와 | 및 | 和 | と')
/** Join two bounds of one period: "after 1953 but before 1960". */
export const BOUND_CONNECTORS = wordSet('and | but | , | , and | , but | yet | , yet | и | но')
export const BETWEEN = wordSet('between | anywhere between | some time between | sometime between | между')
/** Words for documents: "reports from 1953" are dated in 1953, while other things "from 1953" start in it. */
export const HOLDINGS_NOUNS = wordSet(
  `document | documents | record | records | paper | papers | report | reports | source | sources | file | files | telegram
   | telegrams | cable | cables | letter | letters | message | messages | note | notes | memo | memos | memorandum
   | memoranda | memorandums | minutes | transcript | transcripts | journal | journals | diary | diaries | dispatch
   | dispatches | despatches | airgrams | speech | speeches | conversation | conversations | correspondence | assessment
   | assessments | estimate | estimates | protocol | protocols | material | materials | item | items | entry | entries
   | text | texts | evidence | anything | something | everything | nothing | any | those | ones | archive | archives`,
)
