/** The verdict on a sentence, from all that speaks for and against it. */
import type { Calibration } from '../../archive/calibration.ts'
import { nearnessFeatures } from './meaning.ts'
import type { Objection } from './objection.ts'
import { type Signs, WELL_CARRIED } from './signs.ts'

/**
 * `supported`: every check passes. `unsupported`: something in it contradicts the records or stands nowhere in them.
 * `unclear`: nothing certainly wrong, but too far from the records to vouch for.
 */
export type Verdict = 'supported' | 'unclear' | 'unsupported'

export type VerificationWeights = Calibration['verification']['near']

export function judge(signs: Signs, weights: VerificationWeights): Verdict {
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

export function isDecisive({ check, certain }: Objection, { nearness }: Signs): boolean {
  if (!certain) return false
  return check === 'denial' || check === 'direction' ? nearness.coverage >= WELL_CARRIED : true
}

/** How likely the records are near enough, 0 to 1. */
export function probabilityOf({ nearness }: Signs, weights: VerificationWeights): number {
  const logit = nearnessFeatures.reduce(
    (sum, name) => sum + weights[name] * nearness[name],
    weights.intercept,
  )
  return 1 / (1 + Math.exp(-logit))
}
