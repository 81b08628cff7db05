/**
 * `npm run eval -- verification`: sentences written by hand against the records that they cite, by what is wrong with
 * them. Each record's sentences are judged by what was learnt from the others.
 */
import { markdownTable } from 'markdown-table'
import { judge, type Verdict } from '../../server/answer/verification/verify.ts'
import { openQuietly } from './open-archive.ts'
import { foldsByRecord, learn, pairKinds, type ReadPair, readPairs } from './verification-pairs.ts'

export interface Judged {
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

export function judgeHeldOut(read: readonly ReadPair[]): Judged[] {
  return foldsByRecord(read).flatMap(({ training, held }) => {
    const weights = learn(training)
    return held.map(({ pair, signs }) => ({
      pair,
      verdict: judge(signs, weights),
      objections: signs.objections.map(
        ({ check, text, certain }) => `${check}: ${text}${certain ? '' : ' (perhaps)'}`,
      ),
    }))
  })
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
  const read = await readPairs(await openQuietly())
  const judged = judgeHeldOut(read)
  const costs = read.map(({ cost }) => cost).sort((a, b) => a - b)
  const median = costs[Math.floor(costs.length / 2)] ?? 0
  const scores = scoresByKind(judged)
  if (asJson) {
    console.log(JSON.stringify({ scores, median, judged }, null, 2))
    return
  }
  const share = (count: number, n: number) => `${count} (${Math.round((100 * count) / n)} %)`
  console.log(
    markdownTable(
      [
        ['sentences', 'n', 'supported', 'unclear', 'unsupported'],
        ...scores.map(({ kind, n, supported, unclear, unsupported }) => [
          kind,
          String(n),
          ...[supported, unclear, unsupported].map((count) => share(count, n)),
        ]),
      ],
      { align: ['l', 'r', 'r', 'r', 'r'] },
    ),
  )
  console.log(`\nMedian cost of a sentence: ${median.toFixed(1)} ms`)
}
