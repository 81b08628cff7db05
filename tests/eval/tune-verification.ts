/** How near a faithful sentence is to its record, learnt from the given pairs and our own, with cross-validated scores. */
import type { Archive } from '../../server/archive/archive.ts'
import { judgeHeldOut, scoresByKind } from './verification.ts'
import { learn, readPairs } from './verification-pairs.ts'

export async function tuneVerification(archive: Archive) {
  const read = await readPairs(archive, ['given', 'own'])
  const scores = scoresByKind(judgeHeldOut(read)).map(({ kind, n, supported, unsupported }) => [
    kind,
    { n, supported: supported / n, unsupported: unsupported / n },
  ])
  return { near: learn(read), scores: Object.fromEntries(scores) }
}
