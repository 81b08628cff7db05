/**
 * Judges whether a sentence is supported by the records that it cites, without a language model: its dates, numbers and
 * names must stand in them, its words must mean what theirs mean, and who does what to whom, what is denied and how
 * strongly must agree. A pure function of the sentence, the records and the vectors that `Knowledge.embed` gives.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { nearnessFeatures } from './meaning.ts'
import type { Knowledge, ReadRecord } from './record.ts'
import { type Objection, type Signs, signsOf, WELL_CARRIED } from './signs.ts'

/**
 * `supported`: every check passes. `unsupported`: something in it contradicts the records or stands nowhere in them.
 * `unclear`: nothing certainly wrong, but too far from the records to vouch for.
 */
export type Verdict = 'supported' | 'unclear' | 'unsupported'

export interface Source {
  /** The number by which the sentence cites it. */
  n: number
  record: ReadRecord
}

export interface Verification {
  verdict: Verdict
  /** The records' sentences, verbatim, that carry it, or are nearest to it; a title where no sentence is. */
  found: { n: number; sentence: string }[]
  /** Words of the sentence that the records lack or contradict. */
  missing?: string[]
}

const weightsSchema = z.object({
  intercept: z.number(),
  similarity: z.number(),
  gap: z.number(),
  length: z.number(),
  /** From this probability a sentence without objections is supported. */
  threshold: z.number(),
})
export type VerificationWeights = z.output<typeof weightsSchema>

/** Found by tests/eval/tune-verification.ts. */
const tuned = z
  .object({ weights: weightsSchema })
  .parse(JSON.parse(readFileSync(new URL('./weights.json', import.meta.url), 'utf8'))).weights

/** Sentences shown as found are at least so close to the sentence or a clause of it, or carry such a share of its words. */
const WORTH_SHOWING = 0.2
/** Characters of the longest text that is one sentence; what runs on is not checked, lest a stream without stops take all time. */
const LONGEST = 1500

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
  const signs = await signsOf(
    sentence,
    sources.map(({ record }) => record),
    knowledge,
  )
  const verdict = judge(signs)
  const found = foundIn(signs, sources)
  const missing = [
    ...new Set(
      signs.objections
        .filter((each) => verdict !== 'unsupported' || isDecisive(each, signs))
        .map(({ text }) => text),
    ),
  ]
  return { verdict, found, ...(missing.length > 0 ? { missing } : {}) }
}

/** @param weights those found by tuning, unless a tuning tries others. */
export function judge(signs: Signs, weights = tuned): Verdict {
  if (signs.english && signs.objections.some((objection) => isDecisive(objection, signs)))
    return 'unsupported'
  if (signs.objections.length > 0) return 'unclear'
  if (saysTooLittle(signs)) return 'unclear'
  return probabilityOf(signs, weights) >= weights.threshold ? 'supported' : 'unclear'
}

/** Up to so many words besides its names, dates and numbers a sentence is short. */
const SHORT = 3

/** "The crew was executed": of a short sentence the records must carry nearly all. */
function saysTooLittle({ nearness: { words, coverage } }: Signs): boolean {
  return words <= SHORT && coverage < WELL_CARRIED
}

function isDecisive({ check, certain }: Objection, { nearness }: Signs): boolean {
  if (!certain) return false
  return check === 'denial' || check === 'direction' ? nearness.coverage >= WELL_CARRIED : true
}

function probabilityOf({ nearness }: Signs, weights: VerificationWeights): number {
  const logit = nearnessFeatures.reduce(
    (sum, name) => sum + weights[name] * nearness[name],
    weights.intercept,
  )
  return 1 / (1 + Math.exp(-logit))
}

/** What counts an item of a list or a row of a table, and says nothing of its own. */
const ITEM = /^\s*(?:[-*•+]\s+)?(?:\|?\s*\**\d{1,3}\**\s*(?:[.)]\**\s+|\|)|\|)\s*/

function withoutCitations(text: string): string {
  return text
    .replace(/\s*\[\d+(?:\s*[,;–-]\s*\d+)*\]/g, '')
    .replace(ITEM, '')
    .trim()
}

/** The sentences of a source that stand in the text word by word. */
function findQuotation(sentence: string, sources: readonly Source[]): Verification['found'] | undefined {
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

function foundIn({ found }: Signs, sources: readonly Source[]): Verification['found'] {
  const best = Math.max(...found.map(({ similarity }) => similarity))
  const shown = new Map<string, { n: number; sentence: string }>()
  for (const { record, sentence, similarity } of found) {
    const source = sources[record]
    if (!source || similarity < Math.min(WORTH_SHOWING, best)) continue
    const text = (source.record.sentences[sentence] ?? source.record.title).text
    shown.set(`${source.n} ${text}`, { n: source.n, sentence: text })
  }
  return [...shown.values()]
}
