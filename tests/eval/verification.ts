/**
 * `npm run eval -- verification`: sentences written by hand against the records that they cite, by what is wrong with
 * them. Of the sets that served for the rules each record's sentences are judged by what was learnt from the others.
 */
import { markdownTable } from 'markdown-table'
import { judge, type Verdict } from '../../server/answer/verification/judge.ts'
import { openQuietly } from './open-archive.ts'
import {
  foldsByRecord,
  learn,
  type PairSet,
  pairKinds,
  pairSets,
  type ReadPair,
  readPairs,
} from './verification-pairs.ts'

export interface Judged {
  set: PairSet
  pair: ReadPair['pair']
  verdict: Verdict
  /** Words objected to, each with the check that did. */
  objections: string[]
}

export interface KindScores {
  kind: string
  n: number
  supported: number
  unclear: number
  unsupported: number
}

/** Judges each pair by what was learnt without its record. */
export function judgeHeldOut(read: readonly ReadPair[]): Judged[] {
  const seen = read.filter(({ set }) => set !== 'held out')
  const all = learn(seen)
  return [
    ...foldsByRecord(seen).flatMap(({ training, held }) => judgeBy(learn(training), held)),
    ...judgeBy(
      all,
      read.filter(({ set }) => set === 'held out'),
    ),
  ]
}

function judgeBy(weights: ReturnType<typeof learn>, read: readonly ReadPair[]): Judged[] {
  return read.map(({ set, pair, signs }) => ({
    set,
    pair,
    verdict: judge(signs, weights),
    objections: signs.objections.map(
      ({ check, text, certain }) => `${check}: ${text}${certain ? '' : ' (perhaps)'}`,
    ),
  }))
}

export function scoresByKind(judged: readonly Judged[]): KindScores[] {
  return pairKinds.map((kind) => {
    const own = judged.filter(({ pair }) => pair.kind === kind)
    const count = (verdict: Verdict) => own.filter((each) => each.verdict === verdict).length
    return {
      kind,
      n: own.length,
      supported: count('supported'),
      unclear: count('unclear'),
      unsupported: count('unsupported'),
    }
  })
}

export async function evaluateVerification(asJson: boolean): Promise<void> {
  const sets = Object.keys(pairSets) as PairSet[]
  const read = await readPairs(await openQuietly(), sets)
  const judged = judgeHeldOut(read)
  const costs = read.map(({ cost }) => cost).sort((a, b) => a - b)
  const median = costs[Math.floor(costs.length / 2)] ?? 0
  const scores = sets.map((set) => ({ set, kinds: scoresByKind(judged.filter((each) => each.set === set)) }))
  if (asJson) {
    console.log(JSON.stringify({ scores, median, judged }, null, 2))
    return
  }
  const percent = (count: number, n: number) => `${Math.round((100 * count) / n)} %`
  console.log(
    markdownTable(
      [
        ['sentences', ...sets.flatMap((set) => [`${set}, n`, 'supported', 'unsupported'])],
        ...pairKinds.map((kind, index) => [
          kind,
          ...scores.flatMap(({ kinds }) => {
            const { n = 0, supported = 0, unsupported = 0 } = kinds[index] ?? {}
            return [String(n), percent(supported, n), percent(unsupported, n)]
          }),
        ]),
      ],
      { align: ['l', ...sets.flatMap(() => ['r', 'r', 'r'])] },
    ),
  )
  console.log(`\nMedian cost of a sentence: ${median.toFixed(1)} ms`)
}
