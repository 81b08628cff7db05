/** The source of a sentence that names none. */
import { readClaim } from './claim.ts'
import { judge, probabilityOf } from './judge.ts'
import type { Knowledge } from './record.ts'
import { type Signs, signsOf, WELL_CARRIED } from './signs.ts'
import type { Source } from './source.ts'
import { findQuotation, foundIn, LONGEST, type Verification, withoutCitations } from './verify.ts'

/** A source is given to a sentence that names none only where one of its sentences carries so much of it. */
const MOSTLY = 0.6

/** The source, if any, that surely says a sentence that cites none. */
export async function findSource(
  sentence: string,
  sources: readonly Source[],
  knowledge: Knowledge,
): Promise<{ n: number; verification: Verification } | undefined> {
  const text = withoutCitations(sentence)
  const quoted = findQuotation(text, sources)
  if (quoted?.[0]) return { n: quoted[0].n, verification: { verdict: 'supported', found: quoted } }
  if (text.length > LONGEST) return undefined
  const claim = await readClaim(text, knowledge)
  const { near, sure } = knowledge.calibration
  let best: { source: Source; signs: Signs; probability: number } | undefined
  for (const source of sources) {
    const signs = signsOf(claim, [source.record], knowledge)
    const probability = probabilityOf(signs, near)
    if (judge(signs, near) !== 'supported' || probability < Math.max(sure, best?.probability ?? 0)) continue
    if (signs.carried >= MOSTLY && signs.nearness.coverage >= WELL_CARRIED)
      best = { source, signs, probability }
  }
  if (!best) return undefined
  const { source, signs } = best
  return { n: source.n, verification: { verdict: 'supported', found: foundIn(signs, [source], knowledge) } }
}
