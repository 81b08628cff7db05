/**
 * The pairs of a sentence and the record that it cites, with their signs; and what is learnt from some of them. There are
 * three sets of the same make: one that was given, one of our own on other records, and one that neither the rules nor what
 * is learnt has seen.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { lettersInLowerCase } from '../../corpus/names/name-linker.ts'
import { readClaim } from '../../server/answer/verification/claim.ts'
import type { VerificationWeights } from '../../server/answer/verification/judge.ts'
import { nearnessFeatures } from '../../server/answer/verification/meaning.ts'
import { type Knowledge, type ReadRecord, readRecord } from '../../server/answer/verification/record.ts'
import { type Signs, signsOf } from '../../server/answer/verification/signs.ts'
import type { Archive } from '../../server/archive/archive.ts'
import { fitLogistic } from './logistic-regression.ts'

/** In the order in which they are reported. */
export const pairKinds = [
  'faithful',
  'date',
  'number',
  'name',
  'country',
  'wrong-record',
  'swap',
  'negation',
  'overclaim',
  'invented',
] as const

export const pairSets = {
  given: 'verification.jsonl',
  own: 'verification-own.jsonl',
  'held out': 'verification-held-out.jsonl',
} as const
export type PairSet = keyof typeof pairSets

const pairSchema = z.strictObject({
  id: z.string(),
  /** The id of the record that the sentence cites. */
  source: z.string(),
  sentence: z.string(),
  /** Faithful, or what is wrong. */
  kind: z.enum(pairKinds),
  /** The wrong words. */
  wrong: z.string().optional(),
})
type Pair = z.output<typeof pairSchema>

export interface ReadPair {
  set: PairSet
  pair: Pair
  record: ReadRecord
  signs: Signs
  /** What the checks took, in ms; the record was read before. */
  cost: number
}

function pairsOf(set: PairSet): Pair[] {
  const text = readFileSync(new URL(`./${pairSets[set]}`, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pairSchema.parse(JSON.parse(line)))
}

export function knowledgeOf({ catalog, linker, lexicon, model, calibration }: Archive): Knowledge {
  const texts = catalog.documents.flatMap(({ title, summary }) => [title, summary ?? ''])
  return {
    linker,
    lexicon,
    vocabulary: lettersInLowerCase(texts),
    calibration: calibration.verification,
    embed: (texts) => model.embed(texts, 'passage'),
  }
}

/** Each pair of the sets with its signs, in order. @throws when a pair cites a record that the catalog lacks. */
export async function readPairs(archive: Archive, sets: readonly PairSet[]): Promise<ReadPair[]> {
  const knowledge = knowledgeOf(archive)
  const records = new Map<string, ReadRecord>()
  const read: ReadPair[] = []
  for (const set of sets)
    for (const pair of pairsOf(set)) {
      const document = archive.catalog.byId.get(pair.source)
      if (!document) throw new Error(`${pairSets[set]}, ${pair.id}: the catalog has no record ${pair.source}`)
      const record = records.get(pair.source) ?? (await readRecord(document, knowledge))
      records.set(pair.source, record)
      const start = performance.now()
      const signs = signsOf(await readClaim(pair.sentence, knowledge), [record], knowledge)
      read.push({ set, pair, record, signs, cost: performance.now() - start })
    }
  return read
}

const FOLDS = 5

/** The pairs of a record stay together, so that no record is judged by what was learnt from it. */
export function foldsByRecord(read: readonly ReadPair[]): { training: ReadPair[]; held: ReadPair[] }[] {
  const records = [...new Set(read.map(({ pair }) => pair.source))]
  const foldOf = ({ pair }: ReadPair) => records.indexOf(pair.source) % FOLDS
  return Array.from({ length: FOLDS }, (_, fold) => ({
    training: read.filter((each) => foldOf(each) !== fold),
    held: read.filter((each) => foldOf(each) === fold),
  }))
}

/**
 * From this probability a sentence is near enough; the faithful and the wrong weigh the same in what is learnt. At 0.5, 7 % of
 * our faithful sentences fewer are supported, and 3 % of the wrong ones (cross-validated).
 */
const THRESHOLD = 0.4

/** Learns how near a faithful sentence is from those and from sentences with a part, or all, that stands elsewhere. */
export function learn(training: readonly ReadPair[]): VerificationWeights {
  const examples = training
    .filter(({ pair }) => ['faithful', 'invented', 'wrong-record'].includes(pair.kind))
    .map(({ pair, signs }) => ({
      features: nearnessFeatures.map((name) => signs.nearness[name]),
      positive: pair.kind === 'faithful',
    }))
  const { intercept, coefficients } = fitLogistic(examples)
  const [similarity = 0, gap = 0, length = 0] = coefficients
  return { intercept, similarity, gap, length, threshold: THRESHOLD }
}
