/**
 * Judges whether a sentence is supported by the records that it cites, without a language model: its dates, numbers and
 * names must stand in them, its words must mean what theirs mean, and who does what to whom, what is denied and how
 * strongly must agree. A pure function of the sentence, the records and the vectors that `Knowledge.embed` gives.
 */

import { withoutCitationMarks } from '../../contract/citation-mark.ts'
import { type Claim, readClaim } from './claim.ts'
import { isDecisive, judge, type Verdict } from './judge.ts'
import { misplaced } from './placed-citations.ts'
import type { Knowledge, ReadRecord } from './record.ts'
import { type Signs, signsOf } from './signs.ts'
import type { Source } from './source.ts'

export interface Verification {
  verdict: Verdict
  /** The records' sentences, verbatim, that carry it, or are nearest to it; a title where no sentence is. */
  found: { n: number; sentence: string }[]
  /** Words of the sentence that the records lack or contradict. */
  missing?: string[]
}

/** Characters of the longest text that is one sentence; what runs on is not checked, lest a stream without stops take all time. */
export const LONGEST = 1500

/** Sentences without a citation, and citations of records that are not at hand, are for the caller to tell. */
export async function verify(
  cited: string,
  sources: readonly Source[],
  knowledge: Knowledge,
): Promise<Verification> {
  const sentence = withoutCitations(cited)
  const quoted = findQuotation(sentence, sources)
  if (quoted) return { verdict: 'supported', found: quoted }
  if (sources.length === 0 || sentence.length > LONGEST) return { verdict: 'unclear', found: [] }
  const records = sources.map(({ record }) => record)
  const claim = await readClaim(sentence, knowledge)
  const signs = signsOf(claim, records, knowledge)
  const verdict = judge(signs, knowledge.calibration.near)
  const found = foundIn(signs, sources, knowledge)
  if (verdict === 'supported' && sources.length > 1) {
    const doubtful = [
      ...misplaced(cited, sources, signs, knowledge),
      ...sources.filter(({ record }) => !bears(claim, record, knowledge)).map(({ n }) => `[${n}]`),
    ]
    if (doubtful.length > 0) return { verdict: 'unclear', found, missing: [...new Set(doubtful)] }
  }
  const missing = verdict === 'supported' ? [] : missingIn(signs, verdict)
  return { verdict, found, ...(missing.length > 0 ? { missing } : {}) }
}

/** What is named of another language's words would only look as if it were missing. */
function missingIn(signs: Signs, verdict: Verdict): string[] {
  if (!signs.english) return []
  const told = signs.objections.filter((each) => verdict !== 'unsupported' || isDecisive(each, signs))
  return [...new Set(told.map(({ text }) => text))]
}

/** A record that carries less of a sentence than this, and is no nearer to it than `worthShowing`, bears nothing of it. */
const BORNE = 0.25

function bears(claim: Claim, record: ReadRecord, knowledge: Knowledge): boolean {
  const { carried, found } = signsOf(claim, [record], knowledge)
  return carried >= BORNE || found.some(({ similarity }) => similarity >= knowledge.calibration.worthShowing)
}

/** What counts an item of a list or a row of a table, and says nothing of its own. */
const ITEM = /^\s*(?:•\s+)?(?:\d{1,2}(?:[.)]|\s·)\s+)?/

export function withoutCitations(text: string): string {
  return withoutCitationMarks(text).replace(ITEM, '').trim()
}

/** The sentences of a source that stand in the text word by word. */
export function findQuotation(
  sentence: string,
  sources: readonly Source[],
): Verification['found'] | undefined {
  const plain = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/^["“]|["”]$/g, '')
      .trim()
  for (const { n, record } of sources) {
    const texts = [record.title, ...record.sentences].map(({ text }) => text)
    for (let start = 0; start < texts.length; start += 1)
      for (let end = start + 1; end <= texts.length; end += 1) {
        const quoted = texts.slice(start, end)
        if (plain(quoted.join(' ')) === plain(sentence)) return quoted.map((each) => ({ n, sentence: each }))
      }
  }
  return undefined
}

export function foundIn(
  { found }: Signs,
  sources: readonly Source[],
  { calibration }: Pick<Knowledge, 'calibration'>,
): Verification['found'] {
  const best = Math.max(...found.map(({ similarity }) => similarity))
  const shown = new Map<string, { n: number; sentence: string }>()
  for (const { record, sentence, similarity } of found) {
    const source = sources[record]
    if (!source || similarity < Math.min(calibration.worthShowing, best)) continue
    const text = (source.record.sentences[sentence] ?? source.record.title).text
    shown.set(`${source.n} ${text}`, { n: source.n, sentence: text })
  }
  return [...shown.values()]
}
