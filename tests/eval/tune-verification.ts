/**
 * `node --import tsx tests/eval/tune-verification.ts`: learns from the given pairs and our own how near a faithful
 * sentence is to its record, and writes it with its cross-validated scores to server/answer/verification/weights.json.
 */
import { writeFileSync } from 'node:fs'
import { openQuietly } from './open-archive.ts'
import { judgeHeldOut, scoresByKind } from './verification.ts'
import { learn, readPairs } from './verification-pairs.ts'

const read = await readPairs(await openQuietly(), ['given', 'own'])
const round = (value: number) => Number(value.toFixed(3))
const found = {
  weights: Object.fromEntries(Object.entries(learn(read)).map(([name, value]) => [name, round(value)])),
  crossValidated: Object.fromEntries(
    scoresByKind(judgeHeldOut(read)).map(({ kind, n, supported, unsupported }) => [
      kind,
      { n, supported: round(supported / n), unsupported: round(unsupported / n) },
    ]),
  ),
}
writeFileSync(
  new URL('../../server/answer/verification/weights.json', import.meta.url),
  `${JSON.stringify(found, null, 2)}\n`,
)
console.log(found)
